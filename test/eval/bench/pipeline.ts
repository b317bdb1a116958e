import { chooseExcerpt, unitScore } from '../../../src/answers/excerpt.ts';
import { confidence, judgeFeatures } from '../../../src/answers/judge.ts';
import type { Language } from '../../../src/language.ts';
import type { IndexedText } from '../../../src/retrieval/indexed-text.ts';
import type { Query } from '../../../src/retrieval/query.ts';
import { createRetriever, type Hit } from '../../../src/retrieval/retriever.ts';
import { toSection } from './passage-sections.ts';
import type { Passage, Question } from './question-set.ts';

/** What the assistant finds for a question. */
export interface Reading {
  readonly query: Query;
  readonly hits: readonly Hit[];
}

/** A question with what was found for it. */
export interface Asked extends Reading {
  readonly question: Question;
}

export interface Pipeline {
  read(question: string): Reading;
  /** The judge's probability that the first passage answers. */
  confidence(reading: Reading): number;
}

/** The assistant's own way from a question to a ranked list, without a glossary. */
export function createPipeline(passages: readonly Passage[], language: Language): Pipeline {
  const sections = passages.map((passage) => toSection(passage, language));
  const retriever = createRetriever({ sections, concepts: [] });
  return {
    read: (question) => {
      const query = retriever.parse(question, language, language);
      return { query, hits: retriever.search(query) };
    },
    confidence: ({ query, hits: [first, ...others] }) => {
      if (first === undefined) return 0;
      return confidence(
        judgeFeatures(query, [first, ...others], [{ hit: first, excerpt: chooseExcerpt(query, first.indexed) }]),
      );
    },
  };
}

/** A passage prepared for the choice of sentences, for questions whose candidates do not hold it. */
export function indexPassage(passage: Passage, language: Language): IndexedText {
  const [hit] = createPipeline([passage], language).read(passage.text).hits;
  if (hit === undefined) throw new RangeError(`The passage ${passage.id} holds no words.`);
  return hit.indexed;
}

/** How close a second sentence must come to the best one to be quoted with it. */
const closeShare = 0.8;

/** What would be quoted of a passage, as positions of its sentences, and how many characters that is. */
export interface Quotation {
  readonly sentences: readonly number[];
  readonly length: number;
}

export interface Quotations {
  /** The best sentence. */
  readonly one: Quotation;
  /** The best, and the second when it comes within a fifth of it. */
  readonly two: Quotation;
  /** What the assistant quotes. */
  readonly excerpt: Quotation;
}

export function quote(query: Query, indexed: IndexedText): Quotations {
  const { units } = indexed;
  const ranked = units
    .map((unit, index) => ({ index, score: unitScore(query, unit, units[index - 1], units[index + 1]) }))
    .toSorted((a, b) => b.score - a.score || a.index - b.index);
  const best = ranked[0]?.score ?? 0;
  const toQuotation = (sentences: readonly number[]): Quotation => ({
    sentences,
    length: sentences.reduce((sum, index) => sum + (units[index]?.unit.text.length ?? 0) + 1, 0),
  });
  return {
    one: toQuotation(ranked.slice(0, 1).map(({ index }) => index)),
    two: toQuotation(
      ranked.filter(({ score }, at) => at === 0 || (at === 1 && score >= closeShare * best)).map(({ index }) => index),
    ),
    excerpt: toQuotation(chooseExcerpt(query, indexed).units),
  };
}
