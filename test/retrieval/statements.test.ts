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
  ])('states() tells whether what "%s" asks for is in "%s": %j', (question, text, expected) => {
    const asked = askedStatements(question);
    expect(asked).toHaveLength(1);
    expect(asked.every((forms) => states(forms, text))).toBe(expected);
  });
});
