import type { Paragraph } from 'mdast';
import { messagesIn } from '../chat/messages.ts';
import type { Citation } from '../chat/reply.ts';
import type { Section } from '../knowledge/section.ts';
import type { Language } from '../language.ts';
import { detectLanguage, nearestLanguage } from '../retrieval/detect-language.ts';
import { textIn, type Hit, type Retriever } from '../retrieval/retriever.ts';
import type { Query } from '../retrieval/query.ts';
import type { QuestionLanguage } from '../retrieval/stop-words.ts';
import type { Answer } from './answer.ts';
import { chooseExcerpt, excerptLength, excerptLimit, twinExcerpt } from './excerpt.ts';
import { doubts, undoubted } from './doubts.ts';
import { confidence, judgeFeatures, verdict, type JudgeFeatures, type Verdict } from './judge.ts';
import type { Quote } from './quote.ts';

export interface AskOptions {
  /** The language that the person prefers; decides where the question's own words do not. */
  readonly locale?: Language;
  /** Answer in this language whatever the question's. */
  readonly answerIn?: Language;
}

/** Everything that led to an answer, for evaluation. */
export interface Reading {
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** What would be said: an excerpt of the nearest section, and of others that come as near. */
  readonly quotes: readonly Quote[];
  readonly features?: JudgeFeatures;
  readonly confidence: number;
  readonly doubts: readonly string[];
  readonly verdict: Verdict;
}

const suggestionLimit = 3;

/** A section that reaches this share of the nearest one's score may just as well be meant and is quoted too. */
const alsoMeantShare = 0.92;
const quoteLimit = 3;

/** Answers a question from the knowledge: quotes the section that answers, or shows the nearest, or says that it does not know. */
export function answerQuestion(retriever: Retriever, question: string, options: AskOptions = {}): Answer {
  const { reading, language: asked } = readQuestion(retriever, question, options);
  const language = options.answerIn ?? nearestLanguage(asked);
  const askedIn = options.answerIn === undefined && language !== asked ? { askedIn: asked } : {};
  const base = { language, ...askedIn, confidence: reading.confidence };
  const [hit] = reading.hits;
  if (hit === undefined) return { ...base, outcome: 'abstained' };
  if (reading.verdict === 'abstained') return { ...base, outcome: 'abstained', nearest: hit.section.id };
  if (reading.verdict === 'answered') {
    const quoted = reading.quotes.map(({ hit: { section, indexed }, excerpt }) => ({
      excerpt: twinExcerpt(excerpt, indexed, retriever.textOf(section, language)),
      citations: citationsOf(section, language),
    }));
    const [citation = citationsOf(hit.section, language)[0], ...further] = quoted.flatMap(({ citations }) => citations);
    const children = quoted.flatMap(({ excerpt: { body, left } }) => [
      ...body.children,
      ...(left === 0 ? [] : [paragraph(messagesIn(language).moreInSection(left))]),
    ]);
    const written = textIn(hit.section, language).language;
    return {
      ...base,
      outcome: 'answered',
      excerpt: { type: 'root', children },
      citations: [citation, ...further],
      ...(asksWhen(reading) && { asksWhen: true as const }),
      ...(written === language ? {} : { shownIn: written }),
    };
  }
  const suggestions = reading.hits.slice(0, suggestionLimit).map(({ section }) => citationsOf(section, language)[0]);
  const [first = citationsOf(hit.section, language)[0], ...others] = suggestions;
  return { ...base, outcome: 'suggested', suggestions: [first, ...others] };
}

/**
 * Reads the question in its language; where that is doubtful and gives no answer, in the other languages too, of which
 * the one with the highest confidence counts. `language` is the question's as it was first detected.
 */
export function readQuestion(
  retriever: Retriever,
  question: string,
  { locale }: AskOptions = {},
): { readonly reading: Reading; readonly language: QuestionLanguage } {
  const { language, others } = detectLanguage(question, locale, retriever.frequencyOf);
  const first = read(retriever, question, language);
  if (others.length === 0 || first.verdict === 'answered') return { reading: first, language };
  const reading = others
    .map((other) => read(retriever, question, other))
    .reduce((best, other) => (rank(other) > rank(best) ? other : best), first);
  return { reading, language };
}

function asksWhen({ query: { type } }: Reading): boolean {
  return type.asks === 'date' || type.asksNext;
}

function rank({ verdict: reached, confidence: probability }: Reading): number {
  return (reached === 'answered' ? 1 : 0) + probability;
}

function read(retriever: Retriever, question: string, language: QuestionLanguage): Reading {
  const query = retriever.parse(question, language, nearestLanguage(language));
  const [first, ...others] = retriever.search(query);
  if (first === undefined) return { query, hits: [], quotes: [], confidence: 0, doubts: [], verdict: 'abstained' };
  const quotes = undoubted(query, chooseQuotes(query, [first, ...others]));
  const [{ hit: quoted }] = quotes;
  // A section that is quoted because the nearest leaves doubts is judged, and offered, as if it were the nearest.
  const hits: readonly [Hit, ...Hit[]] = [quoted, ...[first, ...others].filter((hit) => hit !== quoted)];
  const features = judgeFeatures(query, hits, quotes);
  const probability = confidence(features);
  const found = doubts(query, quotes);
  return {
    query,
    hits,
    quotes,
    features,
    confidence: probability,
    doubts: found,
    verdict: verdict(probability, found.length > 0),
  };
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: text }] };
}

/** Excerpts of the nearest section and of those about as near, as far as there is room for them. */
function chooseQuotes(query: Query, [first, ...others]: readonly [Hit, ...Hit[]]): readonly [Quote, ...Quote[]] {
  const quotes: [Quote, ...Quote[]] = [{ hit: first, excerpt: chooseExcerpt(query, first.indexed) }];
  let room = excerptLimit - excerptLength(quotes[0].excerpt, first.indexed);
  for (const hit of others.slice(0, quoteLimit - 1)) {
    if (hit.score < alsoMeantShare * first.score) break;
    const excerpt = chooseExcerpt(query, hit.indexed);
    room -= excerptLength(excerpt, hit.indexed);
    if (room < 0) break;
    quotes.push({ hit, excerpt });
  }
  return quotes;
}

/** The sources of a section, as they are shown in one language. */
export function citationsOf(section: Section, language: Language): readonly [Citation, ...Citation[]] {
  const { heading, sources } = textIn(section, language);
  const cite = ({ title, page, url, date }: (typeof sources)[number]): Citation => ({
    sectionId: section.id,
    title,
    section: heading,
    ...(page === undefined ? {} : { page }),
    ...(url === undefined ? {} : { url }),
    date,
  });
  const [first, ...others] = sources;
  return [cite(first), ...others.map(cite)];
}
