import type { ConceptKind, SectionText, Unit } from '../knowledge/section.ts';
import type { Language } from '../language.ts';
import { analyze, type Term } from './analyze.ts';
import type { ConceptMatch, ConceptMatcher } from './concepts.ts';
import { holdsDate, yearsIn } from './evidence.ts';
import { namesIn, peopleIn, quantitiesIn, type Name, type Quantity } from './unit-names.ts';
import { fold } from './tokenize.ts';

/** A sentence, list item or table row with everything that ranking asks about it. */
export interface IndexedUnit {
  readonly unit: Unit;
  readonly folded: string;
  readonly stems: ReadonlySet<string>;
  readonly surfaces: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  /** The concept with which it begins. */
  readonly firstConcept?: string;
  readonly years: ReadonlySet<number>;
  /** Names outside the glossary of two words or more, as their stems. */
  readonly people: readonly (readonly string[])[];
  readonly names: readonly Name[];
  /** Numbers that are neither years nor days. */
  readonly quantities: readonly Quantity[];
  /** It names a day, a month or a year other than that of the source itself ("annual report 2023"). */
  readonly hasDate: boolean;
  readonly terms: readonly Term[];
  /** Where forms of the glossary stand among the terms. */
  readonly matches: readonly ConceptMatch[];
}

/** A section in one language with everything that ranking asks about it. */
export interface IndexedText {
  readonly text: SectionText;
  readonly units: readonly IndexedUnit[];
  /** Of the heading, the headings above it, the document's title and the keywords. */
  readonly titleStems: ReadonlySet<string>;
  readonly titleConcepts: ReadonlySet<string>;
  /** Of the section's own heading, without the keywords. */
  readonly headingTerms: readonly Term[];
  /** Of the headings above it and the document's title. */
  readonly contextTerms: readonly Term[];
  readonly keywordTerms: readonly Term[];
  readonly headingMatches: readonly ConceptMatch[];
  /** Of the headings and the body together. */
  readonly stems: ReadonlySet<string>;
  readonly surfaces: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  /** Pairs of terms that stand side by side, as `first second`. */
  readonly pairs: ReadonlySet<string>;
  /** The years that the section, its headings and the titles of its sources name. */
  readonly years: ReadonlySet<number>;
  /** The years that headings and titles of sources name, for every sentence of the section. */
  readonly titleYears: ReadonlySet<number>;
  readonly length: number;
}

/** The glossary as texts are read with it. */
export interface TextGlossary {
  readonly matchers: Readonly<Record<Language, ConceptMatcher>>;
  readonly kindOf: (concept: string) => ConceptKind;
}

/** Prepares a section in one language for ranking. */
export function indexText(text: SectionText, { matchers, kindOf }: TextGlossary): IndexedText {
  const matchConcepts = matchers[text.language];
  const conceptsOf = (terms: readonly Term[]) => new Set(matchConcepts(terms).map(({ concept }) => concept));
  const sourceYears = yearsIn(text.sources.map(({ title }) => title).join(' '));
  const units = text.units.map((unit): IndexedUnit => {
    const terms = analyze(unit.text, text.language);
    const matches = matchConcepts(terms);
    const firstConcept = matches.findLast(({ start }) => start === 0)?.concept;
    return {
      unit,
      folded: fold(unit.text),
      stems: stemsOf(terms),
      surfaces: surfacesOf(terms),
      concepts: new Set(matches.map(({ concept }) => concept)),
      ...(firstConcept === undefined ? {} : { firstConcept }),
      years: yearsIn(unit.text),
      people: peopleIn(terms, matches),
      names: namesIn(terms, matches, kindOf),
      quantities: quantitiesIn(terms),
      hasDate: holdsDate(unit.text, sourceYears),
      terms,
      matches,
    };
  });
  const heading = analyze(text.heading, text.language);
  const title = [text.documentTitle, ...text.parents].flatMap((line) => analyze(line, text.language));
  const keywords = text.keywords.map((line) => analyze(line, text.language));
  const headingMatches = matchConcepts(heading);
  const titleConcepts = union(
    new Set(headingMatches.map(({ concept }) => concept)),
    ...keywords.map(conceptsOf),
    conceptsOf(title),
  );
  const keywordTerms = keywords.flat();
  const titleTerms = [...heading, ...keywordTerms, ...title];
  const bodyTerms = units.flatMap(({ terms }) => terms);
  const titleYears = yearsIn(
    [text.documentTitle, ...text.parents, text.heading, ...text.sources.map((source) => source.title)].join(' '),
  );
  return {
    text,
    units,
    titleStems: stemsOf(titleTerms),
    titleConcepts,
    headingTerms: heading,
    contextTerms: title,
    keywordTerms,
    headingMatches,
    stems: stemsOf([...titleTerms, ...bodyTerms]),
    surfaces: surfacesOf([...titleTerms, ...bodyTerms]),
    concepts: union(titleConcepts, ...units.map(({ concepts }) => concepts)),
    pairs: new Set([heading, ...units.map(({ terms }) => terms)].flatMap(pairsOf)),
    years: union(titleYears, ...units.map(({ years }) => years)),
    titleYears,
    length: bodyTerms.length,
  };
}

/** Neighbouring terms; one function word may stand between them ("Board of Directors"). */
export function pairsOf(terms: readonly Term[]): string[] {
  return terms.flatMap((term, index) => {
    const next = terms[index + 1];
    return next !== undefined && next.position - term.position <= 2 ? [`${term.stem} ${next.stem}`] : [];
  });
}

function stemsOf(terms: readonly Term[]): Set<string> {
  return new Set(terms.map(({ stem }) => stem));
}

function surfacesOf(terms: readonly Term[]): Set<string> {
  return new Set(terms.map(({ folded }) => folded));
}

function union<T>(...sets: readonly ReadonlySet<T>[]): Set<T> {
  return new Set(sets.flatMap((set) => [...set]));
}
