import type { Language } from '../../../src/language.ts';
import { mean, share } from './measures.ts';
import { sentencesAt } from './passage-sections.ts';
import { indexPassage, quote, type Asked, type Quotation, type Quotations } from './pipeline.ts';
import type { Passage, QuestionSet } from './question-set.ts';

export interface QuotationResult {
  /** Share of questions of which the best sentence of the right passage holds the answer. */
  readonly givenPassage: number;
  /** End to end, for each way to quote: share of right quotations, and their mean length in characters. */
  readonly endToEnd: Readonly<Record<keyof Quotations, { readonly right: number; readonly length: number }>>;
}

interface Outcome {
  readonly givenPassage: boolean;
  readonly quoted: Readonly<Record<keyof Quotations, { readonly right: boolean; readonly length: number }>>;
}

/** Whether the sentence in which the answer begins is quoted; questions without a known place are left out. */
export function measureQuotations(asked: readonly Asked[], { passages, language }: QuestionSet): QuotationResult {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const outcomes = asked.flatMap((each): Outcome[] => {
    const passage = byId.get(each.question.pid);
    if (passage === undefined) return [];
    const answers = sentencesAt(passage.text, language, each.question.starts);
    return answers.size === 0 ? [] : [quoteFor(each, passage, answers, language)];
  });
  const endToEnd = (way: keyof Quotations) => ({
    right: share(outcomes, ({ quoted }) => quoted[way].right),
    length: mean(outcomes.map(({ quoted }) => quoted[way].length)),
  });
  return {
    givenPassage: share(outcomes, ({ givenPassage }) => givenPassage),
    endToEnd: { one: endToEnd('one'), two: endToEnd('two'), excerpt: endToEnd('excerpt') },
  };
}

function quoteFor({ query, hits }: Asked, passage: Passage, answers: ReadonlySet<number>, language: Language): Outcome {
  const holds = ({ sentences }: Quotation) => sentences.some((sentence) => answers.has(sentence));
  const found = hits.find(({ section }) => section.id === passage.id);
  const [first] = hits;
  const isFirst = first !== undefined && first === found;
  const inPassage = quote(query, found?.indexed ?? indexPassage(passage, language));
  const shown = isFirst || first === undefined ? inPassage : quote(query, first.indexed);
  const outcome = (way: keyof Quotations) => ({ right: isFirst && holds(inPassage[way]), length: shown[way].length });
  return {
    givenPassage: holds(inPassage.one),
    quoted: { one: outcome('one'), two: outcome('two'), excerpt: outcome('excerpt') },
  };
}
