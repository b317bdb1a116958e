import { describe, expect, test } from 'vitest';
import { askedStatements, states } from '../../src/retrieval/statements.ts';

describe('askedStatements()', () => {
  test.each([
    ['who was the previous captain', ['sequence']],
    ['quien fue el predecesor del capitan', ['sequence']],
    ['que habia antes del puente', ['sequence']],
    ['qui etait l ancien capitaine', ['sequence']],
    ['qui dirigeait avant le capitaine', ['sequence']],
    ['qui hi havia abans del pont', ['sequence']],
    ['what was built before 2019', []],
    ['depuis quand le pont existe', []],
    ['why was the concert called off', ['ending']],
    ['por que fue cancelado el concierto', ['ending']],
    ['pourquoi le concert a t il ete annule', ['ending']],
    ['why did the city refuse the concert', ['ending']],
    ['por que se disolvio la orquesta', ['ending']],
    ['what is the title of the book', ['title']],
    ['quel est le titre du livre', ['title']],
    ['what do you think of the book', ['opinion']],
    ['que opinas del libro', ['opinion']],
    ['when was the captain born', ['life']],
    ['quelle est la date de naissance du capitaine', ['life']],
    ['donde nacio la capitana', ['life']],
    ['how many children does the captain have', ['life']],
    ['what party does the captain belong to', ['life']],
    ['a que partido pertenece la capitana', ['life']],
    ['what time does the library close', ['hour']],
    ['a que hora abre la biblioteca', ['hour']],
    ['a quelle heure ferme la bibliotheque', ['hour']],
    ['can you book me a cabin', ['request']],
    ['could you please translate the book', ['request']],
    ['write me a poem about the sea', ['request']],
    ['¿puedes reservarme un camarote?', ['request']],
    ['pouvez-vous me reserver une cabine ?', ['request']],
    ['traduis « mer » en grec', ['request']],
    // To be told something is no such request, nor is asking who did it.
    ['can you tell me who wrote the book', []],
    ['can you send me the link to the book', []],
    ['¿puede decirme donde esta el puente?', []],
    ['pouvez-vous me dire ou est le pont ?', []],
    ['where is the bridge', []],
  ])('askedStatements() finds in "%s" %j', (question, expected) => {
    expect(askedStatements(question).map(({ statement }) => statement)).toEqual(expected);
  });
});

describe('states()', () => {
  test.each([
    ['who was the previous captain', 'she succeeded the old captain', true],
    ['who was the previous captain', 'she is the captain', false],
    ['what was the ship called before', 'the ship was renamed', true],
    ['why was the concert called off', 'the concert was cancelled', true],
    ['why was the concert called off', 'the concert has 3 aims', false],
    ['what is the title of the book', 'the book “waves”', true],
    ['what is the title of the book', 'the book has 90 pages', false],
    ['what do you think of the book', 'i think it is good', false],
    ['when was the captain born', 'she has been captain since 2020', false],
    ['when was the orchestra born', 'the orchestra was founded in 1900', true],
    ['ou est ne le capitaine', 'le capitaine est ne a brest', true],
    ['what time does the concert begin', 'it begins on 3 may at 9:00', true],
    ['what time does the concert begin', 'it begins on 3 may', false],
    ['write me a poem', 'the poem has 4 lines', false],
  ])('states() tells whether what "%s" asks for is in "%s": %j', (question, text, expected) => {
    const asked = askedStatements(question);
    expect(asked).toHaveLength(1);
    expect(asked.every((forms) => states(forms, text))).toBe(expected);
  });
});
