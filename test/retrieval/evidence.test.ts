import { describe, expect, test } from 'vitest';
import { hasForm, holdsDate, isMonth, yearsIn } from '../../src/retrieval/evidence.ts';
import { fold } from '../../src/retrieval/tokenize.ts';

describe('yearsIn()', () => {
  test.each([
    ['founded in 1985', [1985]],
    ['in 2019 and in 2023', [2019, 2023]],
    ['2021–2023', [2021, 2022, 2023]],
    ['2021-2023', [2021, 2022, 2023]],
    ['2021 — 2023', [2021, 2022, 2023]],
    ['August 2018 – November 2020', [2018, 2019, 2020]],
    ['15 August 2018 – 3 November 2020', [2018, 2019, 2020]],
    ['août 2018 – novembre 2020', [2018, 2019, 2020]],
    ['2020–2022 and 2025', [2020, 2021, 2022, 2025]],
    ['2023–2021', [2021, 2023]],
    ['1799, 1800, 2099 and 2100', [1800, 2099]],
    ['20231 and 12023', []],
    ['1,400 people', []],
    ['no year', []],
  ])('yearsIn() finds in %j %j', (text, expected) => {
    expect([...yearsIn(text)].toSorted((a, b) => a - b)).toEqual(expected);
  });
});

describe('hasForm()', () => {
  test.each([
    ['phone', '+34 93 342 94 60'],
    ['phone', 'Call +1 (514) 123-4567.'],
    ['email', 'Write to info@example.org.'],
    ['address', 'Avinyó 15, 08002 Barcelona'],
    ['definition', 'Metropolis is the world association of cities.'],
    ['definition', 'Metropolis es una asociación.'],
    ['definition', 'Metropolis est l’association des villes.'],
    ['definition', 'NBS stands for nature-based solutions.'],
    ['reason', 'It met because the budget had to pass.'],
    ['reason', 'Su objetivo es el cuidado.'],
    ['reason', 'Il sert afin de relier les villes.'],
    ['topic', 'The theme was care.'],
    ['topic', 'El tema fue el clima.'],
    ['money', 'It cost 3 million euros.'],
    ['money', '€500 a year'],
    ['money', 'Costó 3.000 dólares.'],
    ['age', 'She is 42 years old.'],
    ['age', 'Nació en 1980.'],
    ['link', 'See https://example.org/a.'],
    ['link', 'See clearinghouseproject.eu.'],
  ] as const)('hasForm() finds %s in %j', (kind, text) => {
    expect(hasForm(kind, text, fold(text))).toBe(true);
  });

  test.each([
    ['phone', '1,400 people in 2023'],
    ['email', 'Write to the office @ noon.'],
    ['address', 'It has 1400 members.'],
    ['definition', 'Metropolis met in Seoul.'],
    ['reason', 'It met in Seoul.'],
    ['topic', 'It met in Seoul.'],
    ['money', 'It cost many euros.'],
    ['money', '82 countries came.'],
    ['age', '82 countries came.'],
    ['link', 'It ended. On time.'],
  ] as const)('hasForm() finds no %s in %j', (kind, text) => {
    expect(hasForm(kind, text, fold(text))).toBe(false);
  });
});

describe('holdsDate()', () => {
  test.each([
    ['On 7 October it began.', []],
    ['El 7 de octubre empezó.', []],
    ['Elle a commencé le 7 février.', []],
    ['Le 7 août', []],
    ['It began in 1985.', [2023]],
    ['It ran 2022–2023.', [2023]],
  ] as const)('holdsDate() is true for %j beside a source of %j', (text, sourceYears) => {
    expect(holdsDate(text, new Set(sourceYears))).toBe(true);
  });

  test.each([
    ['It began in 2023.', [2023]],
    ['It may begin in October.', []],
    ['82 countries came.', []],
  ] as const)('holdsDate() is false for %j beside a source of %j', (text, sourceYears) => {
    expect(holdsDate(text, new Set(sourceYears))).toBe(false);
  });
});

describe('isMonth()', () => {
  test.each(['january', 'enero', 'janvier', 'agosto', 'aout', 'fevrier', 'decembre'])(
    'isMonth() is true for %s',
    (word) => {
      expect(isMonth(word)).toBe(true);
    },
  );

  test.each(['monday', 'marching', 'mayor', 'junta', '2023'])('isMonth() is false for %s', (word) => {
    expect(isMonth(word)).toBe(false);
  });
});
