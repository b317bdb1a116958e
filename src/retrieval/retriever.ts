import type { Concept, Knowledge, Section, SectionText } from '../knowledge/section.ts';
import { isLanguage, languages, type Language } from '../language.ts';
import { AppError } from '../errors.ts';
import { createForeignMatcher, createStemMatcher, type ConceptMatcher, type StemMatcher } from './concepts.ts';
import { features, type Features } from './features.ts';
import { indexText, termsOf, type IndexedText, type TextGlossary, type TextTerms } from './indexed-text.ts';
import { keepingRecent } from './keeping-recent.ts';
import { parseQuery, type Query } from './query.ts';
import { rankHits, rankScore } from './rank.ts';
import {
  conceptTerm,
  createSectionIndex,
  highestScorePerIdf,
  surfaceTerm,
  type Candidate,
  type IndexedFields,
} from './section-index.ts';
import type { QuestionLanguage } from './stop-words.ts';
import { createVocabularyBuilder, inverseFrequency } from './vocabulary.ts';

export interface Hit {
  readonly section: Section;
  readonly indexed: IndexedText;
  readonly features: Features;
  readonly score: number;
}

export interface Retriever {
  /** Reads a question as one in `language` and compares it with the texts in `textLanguage`. */
  readonly parse: (question: string, language: QuestionLanguage, textLanguage: Language) => Query;
  /** The sections that come nearest, best first; those not written in the query's text language in another. */
  readonly search: (query: Query) => Hit[];
  /** A section as it is read in one language. */
  readonly textOf: (section: Section, language: Language) => IndexedText;
  /** In how many sections a word stands, in any of its forms, in the texts of a language. */
  readonly frequencyOf: (folded: string, language: Language) => number;
}

/** A concept of more sections than this share of them is common. */
const commonShare = 0.3;

/** How many texts are kept ready to be compared with a question, once one was: many more than the association has. */
const keptTexts = 10_000;

/** How many candidates of the index are ranked; the right one is among them for 99.7 % of public questions. */
const candidateLimit = 40;

/** Indexes sections and glossary. Takes about half a millisecond a section; nothing of the result changes afterwards. */
export function createRetriever({ sections: all, concepts }: Pick<Knowledge, 'sections' | 'concepts'>): Retriever {
  const sections = all.filter(({ isPointer }) => isPointer !== true);
  const matchers = byLanguage((language) => createStemMatcher(concepts, language));
  const kinds = new Map(concepts.map(({ id, kind }) => [id, kind]));
  const glossary: TextGlossary = { matchers, kindOf: (concept) => kinds.get(concept) ?? 'other' };
  const { index, vocabularies, frequencies } = indexSections(sections, glossary);
  const recentTexts = keepingRecent<IndexedText>(keptTexts);
  const indexedText = (text: SectionText) => recentTexts(text, () => indexText(text, glossary));
  // Few questions need these, so that the first such question makes them.
  const rareMatchers = new Map<QuestionLanguage, StemMatcher>();
  let foreignMatcher: ConceptMatcher | undefined;
  const commonConcepts = new Set(
    [...frequencies].filter(([, count]) => count > commonShare * sections.length).map(([concept]) => concept),
  );
  const named = new Set(concepts.filter(isName).map(({ id }) => id));

  function matcherOf(language: QuestionLanguage): StemMatcher {
    if (isLanguage(language)) return matchers[language];
    let matcher = rareMatchers.get(language);
    if (matcher === undefined) rareMatchers.set(language, (matcher = createStemMatcher(concepts, language)));
    return matcher;
  }

  return {
    parse: (question, language, textLanguage) =>
      parseQuery(question, language, textLanguage, {
        vocabulary: vocabularies[textLanguage],
        matchConcepts: (terms) => matcherOf(language)(terms.map(({ stem }) => stem)),
        matchForeign: (terms) => (foreignMatcher ??= createForeignMatcher(concepts))(terms),
        conceptIdf: (concept) => inverseFrequency(frequencies.get(concept) ?? 0, sections.length),
        commonConcepts,
        isNamed: (concept) => named.has(concept),
      }),
    search: (query) => {
      const candidates = index.search(query.textLanguage, searchTerms(query), candidateLimit);
      const highest = Math.max(highestScorePerIdf * query.totalWeight, Number.EPSILON);
      const documents = documentScores(candidates, sections);
      const hits = candidates.flatMap((candidate): Hit[] => {
        const section = sections[candidate.id];
        if (section === undefined) return [];
        const indexed = indexedText(textIn(section, query.textLanguage));
        const document = documents(section.documentId, candidate);
        const found = features(query, indexed, { bm25: candidate.score / highest, document: document / highest });
        return [{ section, indexed, features: found, score: rankScore(found) }];
      });
      return rankHits(hits);
    },
    textOf: (section, language) => indexedText(textIn(section, language)),
    frequencyOf: (folded, language) => vocabularies[language].frequencyOf(folded),
  };
}

/** Every section in every language; where it is not written in one, the text that readers of that language get. */
function indexSections(sections: readonly Section[], glossary: TextGlossary) {
  const index = createSectionIndex(languages);
  const builders = byLanguage(() => createVocabularyBuilder());
  const frequencies = new Map<string, number>();
  for (const [id, section] of sections.entries()) {
    const read = new Map<SectionText, TextTerms>();
    const terms = byLanguage((language) => {
      const text = textIn(section, language);
      const known = read.get(text) ?? termsOf(text, glossary);
      read.set(text, known);
      const { heading, keywords, context, body } = known;
      builders[language].add([heading, keywords, context, body]);
      return known;
    });
    // In how many sections a concept stands is counted in one language.
    for (const concept of terms[languages[0]].concepts) frequencies.set(concept, (frequencies.get(concept) ?? 0) + 1);
    index.add({
      id,
      concepts: [...new Set(languages.flatMap((language) => [...terms[language].concepts]))],
      fields: byLanguage((language) => toFields(terms[language])),
    });
  }
  const vocabularies = byLanguage((language) => builders[language].build());
  return { index, vocabularies, frequencies };
}

/** The text of a section in a language, or in the first in which it is written. */
export function textIn({ id, texts }: Section, language: Language): SectionText {
  const text = texts[language] ?? languages.map((other) => texts[other]).find((other) => other !== undefined);
  if (text === undefined) throw new AppError('knowledge', `The section ${id} has no text in any language.`);
  return text;
}

function toFields({ heading, keywords, context, body }: TextTerms): IndexedFields {
  return {
    heading: heading.stems,
    keywords: keywords.stems,
    context: context.stems,
    body: body.stems,
    surface: body.folded,
  };
}

/** Names of several words are written with capital letters; short words may stand between: "Board of Directors". */
function isName({ forms }: Concept): boolean {
  const words = forms.map((form) => form.split(/[\s’'-]+/).filter((word) => word.length > 3));
  const several = words.filter(({ length }) => length > 1);
  const capital = several.filter((list) => list.every((word) => /^\p{Lu}\p{Ll}/u.test(word)));
  return 2 * capital.length > several.length;
}

/** From this many telling words on, light words find no further sections and only cost time. */
const enoughTelling = 2;

/** What MiniSearch looks for; the spellings that may be meant by a misspelt word share one weight. */
function searchTerms({ clues }: Query): Map<string, number> {
  const telling = clues.filter(({ isLight }) => !isLight);
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) => terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  for (const { term, exact, concept } of telling.length >= enoughTelling ? telling : clues) {
    for (const [stem, quality] of exact) add(stem, quality / exact.size);
    add(surfaceTerm(term.folded), 1);
    if (concept !== undefined) add(conceptTerm(concept), 1);
  }
  return terms;
}

/** The mean score of a document's candidates besides the one that is looked at. */
function documentScores(candidates: readonly Candidate[], sections: readonly Section[]) {
  const sums = new Map<string, { score: number; count: number }>();
  for (const { id, score } of candidates) {
    const documentId = sections[id]?.documentId ?? '';
    const sum = sums.get(documentId) ?? { score: 0, count: 0 };
    sums.set(documentId, { score: sum.score + score, count: sum.count + 1 });
  }
  return (documentId: string, { score }: Candidate): number => {
    const sum = sums.get(documentId);
    return sum === undefined || sum.count < 2 ? 0 : (sum.score - score) / (sum.count - 1);
  };
}

function byLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  return { en: of('en'), es: of('es'), fr: of('fr') };
}
