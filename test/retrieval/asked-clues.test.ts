import { describe, expect, test } from 'vitest';
import { glossaryHead } from '../knowledge/knowledge-folder.ts';
import { howClue } from '../../src/retrieval/asked-clues.ts';
import { readMarkdown } from './read-markdown.ts';

const glossary = `## Events

${glossaryHead}| Water Action Day | | | | | |
| clean water | | | | | |
`;

function parse(question: string) {
  return readMarkdown('The harbour was painted by sailors of Lisbon.', { glossary }).parse(question);
}

describe('predicateClue()', () => {
  test.each([
    ['Who painted the harbour?', 'painted'],
    ['Who is painting the harbour?', 'painting'],
    // To lead, represent or handle something says less than what is led.
    ['Who leads the harbour?', 'harbour'],
    // An everyday word may be said in many other ways.
    ['Who carries the harbour?', 'harbour'],
    ['Who is Lisbon?', undefined],
    ['Where is the harbour of those who paint?', undefined],
  ])('predicateClue() is in "%s" %j', (question, expected) => {
    expect(parse(question).predicate?.term.folded).toBe(expected);
  });
});

describe('attributeClue()', () => {
  test.each([
    ['What colour is the harbour?', 'colour'],
    ['Which sailor boats does the harbour have?', 'boats'],
    ['Which boats painted the harbour?', 'boats'],
    ['Where is the harbour?', undefined],
  ])('attributeClue() is in "%s" %j', (question, expected) => {
    expect(parse(question).attribute?.term.folded).toBe(expected);
  });
});

describe('relationsOf()', () => {
  test.each([
    ['Where is the harbour of Lisbon?', [['harbour', 'lisbon']]],
    ['Where is the harbour in Lisbon?', []],
    ['Where is the harbour of the sailors?', []],
  ])('relationsOf() finds in "%s" %j', (question, expected) => {
    expect(parse(question).relations.map((pair) => pair.map(({ term }) => term.folded))).toEqual(expected);
  });
});

describe('namedConceptsOf()', () => {
  test.each([
    ['What is Water Action Day about?', 1],
    ['what is the water action day about', 1],
    ['Where is clean water?', 0],
  ])('namedConceptsOf() finds in "%s" %i names', (question, count) => {
    expect(parse(question).namedConcepts.size).toBe(count);
  });
});

describe('howClue()', () => {
  test.each([
    ['How do I paint the harbour?', 'paint'],
    ['How can my town paint the harbour?', 'paint'],
    ['¿Cómo puedo pintar el puerto?', 'pintar'],
    ['¿Cómo pinto el puerto?', 'pinto'],
    ['Comment peindre le port ?', 'peindre'],
    ['Comment puis-je peindre le port ?', 'peindre'],
    ['How was the harbour painted?', undefined],
    ['Who painted the harbour?', undefined],
  ])('howClue() is in "%s" %j', (question, expected) => {
    const { clues, folded } = parse(question);
    expect(howClue(clues, folded)?.term.folded).toBe(expected);
  });
});
