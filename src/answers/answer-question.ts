import type { Citation } from '../chat/reply.ts';
import type { Section } from '../knowledge/section.ts';
import type { Language } from '../language.ts';
import { detectLanguage, nearestLanguage } from '../retrieval/detect-language.ts';
import { textIn, type Hit, type Retriever } from '../retrieval/retriever.ts';
import type { Query } from '../retrieval/query.ts';
import { questionLanguages, type QuestionLanguage } from '../retrieval/stop-words.ts';
import type { Answer } from './answer.ts';
import { chooseExcerpt, type Excerpt } from './excerpt.ts';
import { confidence, doubts, judgeFeatures, verdict, type JudgeFeatures, type Verdict } from './judge.ts';

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
  readonly excerpt?: Excerpt;
  readonly features?: JudgeFeatures;
  readonly confidence: number;
  readonly doubts: readonly string[];
  readonly verdict: Verdict;
}

const suggestionLimit = 3;

/** Answers a question from the knowledge: quotes the section that answers, or shows the nearest, or says that it does not know. */
export function answerQuestion(retriever: Retriever, question: string, options: AskOptions = {}): Answer {
  const { reading, language } = readQuestion(retriever, question, options);
  const textLanguage = options.answerIn ?? nearestLanguage(language);
  const askedIn = options.answerIn === undefined && textLanguage !== language ? { askedIn: language } : {};
  const base = { language: textLanguage, ...askedIn, confidence: reading.confidence };
  const [hit] = reading.hits;
  if (hit === undefined || reading.verdict === 'abstained') return { ...base, outcome: 'abstained' };
  if (reading.verdict === 'answered' && reading.excerpt !== undefined) {
    return {
      ...base,
      outcome: 'answered',
      excerpt: reading.excerpt.body,
      citations: citationsOf(hit.section, textLanguage),
    };
  }
  const [first, ...others] = reading.hits
    .slice(0, suggestionLimit)
    .map(({ section }) => citationsOf(section, textLanguage)[0]);
  return first === undefined
    ? { ...base, outcome: 'abstained' }
    : { ...base, outcome: 'suggested', suggestions: [first, ...others] };
}

/**
 * Reads the question in its language; where that is doubtful and gives no answer, in the other languages too, of which
 * the one with the highest confidence counts.
 */
export function readQuestion(
  retriever: Retriever,
  question: string,
  options: AskOptions = {},
): { readonly reading: Reading; readonly language: QuestionLanguage } {
  const detected = detectLanguage(question, options.locale, retriever.knownWords);
  const first = read(retriever, question, detected.language, options.answerIn);
  const rated = [{ reading: first, language: detected.language }];
  if (detected.doubtful && first.verdict !== 'answered') {
    for (const language of questionLanguages) {
      if (language !== detected.language)
        rated.push({ reading: read(retriever, question, language, options.answerIn), language });
    }
  }
  return rated.reduce((best, other) => (rank(other.reading) > rank(best.reading) ? other : best));
}

function rank({ verdict: reached, confidence: probability }: Reading): number {
  return (reached === 'answered' ? 1 : 0) + probability;
}

function read(
  retriever: Retriever,
  question: string,
  language: QuestionLanguage,
  answerIn: Language | undefined,
): Reading {
  const query = retriever.parse(question, language, answerIn ?? nearestLanguage(language));
  const [first, ...others] = retriever.search(query);
  if (first === undefined) return { query, hits: [], confidence: 0, doubts: [], verdict: 'abstained' };
  const hits: readonly [Hit, ...Hit[]] = [first, ...others];
  const excerpt = chooseExcerpt(query, first.indexed);
  const features = judgeFeatures(query, hits, excerpt.units);
  const probability = confidence(features);
  const found = doubts(query, first, excerpt.units);
  return {
    query,
    hits,
    excerpt,
    features,
    confidence: probability,
    doubts: found,
    verdict: verdict(probability, found.length > 0),
  };
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
