import MiniSearch, { type SearchResult } from 'minisearch';
import type { Language } from '../language.ts';
import { keepingRecent } from './keeping-recent.ts';

const fieldKinds = ['heading', 'keywords', 'context', 'body', 'surface'] as const;

/** What is indexed of one section in one language: its terms, in order. */
export type IndexedFields = Readonly<Record<(typeof fieldKinds)[number], readonly string[]>>;

export interface IndexedDocument {
  readonly id: number;
  readonly concepts: readonly string[];
  readonly fields: Readonly<Record<Language, IndexedFields>>;
}

export interface Candidate {
  readonly id: number;
  /** BM25+ over all fields, without MiniSearch's factor for the number of matching terms. */
  readonly score: number;
}

export interface SectionIndex {
  readonly add: (document: IndexedDocument) => void;
  /** The best `limit` documents that hold any of the terms, each with its weight, in one language. */
  readonly search: (language: Language, terms: ReadonlyMap<string, number>, limit: number) => readonly Candidate[];
}

// The weights of the fields are those of the study of public question sets; see docs/adr/0003-ranking.md.
const boosts = { heading: 1.2, keywords: 0.8, context: 0.6, body: 1, surface: 0.5, concepts: 0.8 } as const;
/** Of BM25+: Lv and Zhai, "Lower-bounding term frequency normalization", 2011. */
export const bm25 = { k: 1.2, b: 0.7, d: 0.5 } as const;
/** The score of a term that every field holds often, per unit of its inverse document frequency. */
export const highestScorePerIdf = (bm25.k + 1) * (boosts.heading + boosts.context + boosts.body + boosts.surface);

// One dictionary serves all fields, so a word as written and a concept must not look like a stem.
export const surfaceTerm = (folded: string) => `=${folded}`;
export const conceptTerm = (concept: string) => `#${concept}`;

/** A question whose language is in doubt is read in several, often with the same terms. */
const keptSearches = 8;

const fieldName = (kind: keyof IndexedFields, language: Language) => `${kind}.${language}`;

/** An index over analysed terms, which MiniSearch takes as they are. */
export function createSectionIndex(languages: readonly Language[]): SectionIndex {
  const fields = new Map<string, (document: IndexedDocument) => string[]>([
    ['concepts', ({ concepts }) => concepts.map(conceptTerm)],
    ...languages.flatMap((language) =>
      fieldKinds.map((kind): [string, (document: IndexedDocument) => string[]] => [
        fieldName(kind, language),
        ({ fields: { [language]: terms } }) => (kind === 'surface' ? terms.surface.map(surfaceTerm) : [...terms[kind]]),
      ]),
    ),
  ]);
  // MiniSearch wants a text for each field and cuts it itself: it gets the field's name, and takes the terms from here.
  let adding: IndexedDocument | undefined;
  const miniSearch = new MiniSearch<IndexedDocument>({
    fields: [...fields.keys()],
    extractField: (document, name) => (fields.has(name) ? name : document.id),
    tokenize: (_, name = '') => (adding === undefined ? [] : (fields.get(name)?.(adding) ?? [])),
    processTerm: (term) => term,
  });
  const searchOptions = Object.fromEntries(
    languages.map((language) => [
      language,
      {
        fields: ['concepts', ...fieldKinds.map((kind) => fieldName(kind, language))],
        boost: {
          concepts: boosts.concepts,
          ...Object.fromEntries(fieldKinds.map((kind) => [fieldName(kind, language), boosts[kind]])),
        },
        bm25,
        tokenize: splitAtBlanks,
      },
    ]),
  );
  const recentSearches = keepingRecent<readonly Candidate[]>(keptSearches);
  return {
    add: (document) => {
      adding = document;
      miniSearch.add(document);
      adding = undefined;
    },
    search: (language, terms, limit) =>
      recentSearches(`${language} ${limit} ${[...terms].join(' ')}`, () => {
        const nearest = createNearest(limit);
        // Terms hold no blanks.
        miniSearch.search([...terms.keys()].join(' '), {
          ...searchOptions[language],
          boostTerm: (term) => terms.get(term) ?? 1,
          // Sorting everything that holds some word would take longer than finding it.
          filter: (result) => {
            nearest.add(result);
            return false;
          },
        });
        return nearest.candidates();
      }),
  };
}

/** Keeps the best `limit` results. */
function createNearest(limit: number) {
  const best: { readonly id: number; readonly score: number; readonly multiplied: number }[] = [];
  return {
    add({ id, score: multiplied, queryTerms }: SearchResult): void {
      // MiniSearch multiplies a score by the number of query terms that were found, which costs precision: undo it. Among
      // equals, the one that holds more of them goes first, and then the one that was found first.
      const score = multiplied / Math.max(1, queryTerms.length);
      const last = best[limit - 1];
      if (last !== undefined && last.score > score) return;
      const isBefore = (other: (typeof best)[number]) =>
        other.score > score || (other.score === score && other.multiplied >= multiplied);
      best.splice(best.findLastIndex(isBefore) + 1, 0, { id: Number(id), score, multiplied });
      if (best.length > limit) best.pop();
    },
    candidates: (): readonly Candidate[] => best.map(({ id, score }) => ({ id, score })),
  };
}

function splitAtBlanks(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
