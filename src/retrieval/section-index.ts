import MiniSearch, { type SearchResult } from 'minisearch';
import type { Language } from '../language.ts';

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
  /** The best `limit` documents that hold any of the terms, each with its weight, in one language. */
  readonly search: (language: Language, terms: ReadonlyMap<string, number>, limit: number) => Candidate[];
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

const fieldName = (kind: keyof IndexedFields, language: Language) => `${kind}.${language}`;

/** Builds the index over analysed terms, which MiniSearch takes as they are. */
export function createSectionIndex(
  documents: readonly IndexedDocument[],
  languages: readonly Language[],
): SectionIndex {
  const fields = new Map([
    ['concepts', (document: IndexedDocument) => document.concepts.map(conceptTerm)],
    ...languages.flatMap((language) =>
      fieldKinds.map((kind): [string, (document: IndexedDocument) => readonly string[]] => [
        fieldName(kind, language),
        ({ fields: { [language]: terms } }) => (kind === 'surface' ? terms.surface.map(surfaceTerm) : terms[kind]),
      ]),
    ),
  ]);
  // Terms hold no blanks, so that a field is its terms with blanks between them.
  const miniSearch = new MiniSearch<IndexedDocument>({
    fields: [...fields.keys()],
    extractField: (document, name) => fields.get(name)?.(document).join(' ') ?? document.id,
    tokenize: splitAtBlanks,
    processTerm: (term) => term,
  });
  miniSearch.addAll(documents);
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
      },
    ]),
  );
  return {
    search: (language, terms, limit) => {
      const results = miniSearch.search([...terms.keys()].join(' '), {
        ...searchOptions[language],
        boostTerm: (term) => terms.get(term) ?? 1,
      });
      return best(results, limit);
    },
  };
}

/** MiniSearch multiplies a score by the number of query terms that were found, which costs precision: undo it. */
function best(results: readonly SearchResult[], limit: number): Candidate[] {
  return results
    .map(({ id, score, queryTerms }): Candidate => ({
      id: Number(id),
      score: score / Math.max(1, queryTerms.length),
    }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
}

function splitAtBlanks(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
