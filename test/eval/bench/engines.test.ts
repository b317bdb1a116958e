import { describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import type { Passage } from './question-set.ts';

const passage = (id: string, title: string, text: string): Passage => ({ id, doc: id, title, text });
const corpora = {
  en: [
    passage('river', 'Rivers', 'The river floods the valleys every spring.'),
    passage('bridge', 'Bridges', 'Engineers built the bridges of the city from stone.'),
  ],
  es: [
    passage('river', 'Ríos', 'El río inunda los valles cada primavera.'),
    passage('bridge', 'Puentes', 'Los ingenieros construyeron de piedra los puentes de la ciudad.'),
  ],
  fr: [
    passage('river', 'Fleuves', 'Le fleuve inonde les vallées chaque printemps.'),
    passage('bridge', 'Ponts', 'Les ingénieurs ont construit en pierre les ponts de la ville.'),
  ],
} as const;
const questions = {
  en: 'Which engineers built the bridges: and why - if at all?',
  es: '¿Qué ingenieros construyeron los puentes: y por qué?',
  fr: 'Quels ingénieurs ont construit les ponts : et pourquoi ?',
} as const;

describe.each(engines)('$name', ({ build }) => {
  test.each(['en', 'es', 'fr'] as const)('finds the passage when asked in %s', async (language) => {
    const search = await build(corpora[language], language);
    expect((await search(questions[language], 10))[0]).toBe('bridge');
  });
});
