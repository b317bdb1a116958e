import { describe, expect, test } from 'vitest';
import { analyze, toTerms } from '../../src/retrieval/analyze.ts';
import { isFunctionWord } from '../../src/retrieval/stop-words.ts';
import { tokenize } from '../../src/retrieval/tokenize.ts';

describe('analyze()', () => {
  test.each([
    ['en', 'Who is the treasurer of the association?', ['treasurer', 'association']],
    ['es', '¿Quién es la tesorera de la asociación?', ['tesorera', 'asociacion']],
    ['fr', 'Qu’est-ce que l’association ?', ['association']],
    ['pt', 'Quem é a tesoureira da associação?', ['tesoureira', 'associacao']],
    ['ca', 'Qui és la tresorera de l’associació?', ['tresorera', 'associacio']],
    ['en', 'The city of Ciudad de México', ['city', 'ciudad', 'mexico']],
    ['en', 'Who is the and of it?', []],
    ['en', '', []],
    ['en', 'cities with 1,400 people', ['cities', '1400', 'people']],
  ] as const)('analyze() keeps in %s of %j the terms %j', (language, text, expected) => {
    expect(analyze(text, language).map(({ folded }) => folded)).toEqual(expected);
  });

  test.each([
    ['en', 'the US cities', 'us'],
    ['es', 'la ES de Metropolis', 'es'],
    ['fr', 'les objectifs de l’UN', 'un'],
  ] as const)('analyze() keeps in %s an acronym of %j that looks like a function word', (language, text, acronym) => {
    expect(analyze(text, language).map(({ folded }) => folded)).toContain(acronym);
  });

  test('analyze() counts function words in the positions', () => {
    expect(analyze('Board of Directors in Berlin', 'en').map(({ position }) => position)).toEqual([0, 2, 4]);
  });

  test('analyze() gives one stem for a word with and without plural', () => {
    const [one, other] = ['member city', 'member cities'].map((text) => analyze(text, 'en').map((term) => term.stem));
    expect(one).toEqual(other);
  });
});

describe('toTerms()', () => {
  test('toTerms() gives what analyze() gives when the text has been cut already', () => {
    const text = 'Los 14 miembros de la Junta';
    expect(toTerms(tokenize(text), 'es')).toEqual(analyze(text, 'es'));
  });
});

describe('isFunctionWord()', () => {
  test.each([
    ['en', ['the', 'of', 'what', 'how'], ['city', 'year', 'work', 'home', 'ciudad']],
    ['es', ['la', 'que', 'quien', 'donde'], ['trabajo', 'dias', 'ciudad', 'the']],
    ['fr', ['le', 'qu', 'est', 'combien'], ['monde', 'ville', 'the', 'travail']],
    ['pt', ['da', 'quem', 'nao', 'onde'], ['cidade', 'mundo', 'the']],
    ['ca', ['els', 'qui', 'amb', 'quants'], ['ciutat', 'treball', 'the']],
  ] as const)('isFunctionWord() tells in %s %j from %j', (language, functionWords, others) => {
    expect(functionWords.filter((word) => !isFunctionWord(word, language))).toEqual([]);
    expect(others.filter((word) => isFunctionWord(word, language))).toEqual([]);
  });
});
