import type { ConceptKind, SectionText, Unit } from '../knowledge/section.ts';
import type { Language } from '../language.ts';
import { analyze, indexTerms, type IndexTerms, type Term } from './analyze.ts';
import type { ConceptMatch, StemMatcher } from './concepts.ts';
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
  readonly headingMatches: readonly ConceptMatch[];
  /** Of the headings and the body together. */
  readonly stems: ReadonlySet<string>;
  readonly surfaces: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  /** The years that headings and titles of sources name, for every sentence of the section. */
  readonly titleYears: ReadonlySet<number>;
  readonly length: number;
}

/** What a section in one language is found by. */
export interface TextTerms {
  /** Of the section's own heading. */
  readonly heading: IndexTerms;
  readonly keywords: IndexTerms;
  /** Of the headings above it and the document's title. */
  readonly context: IndexTerms;
  readonly body: IndexTerms;
  readonly concepts: ReadonlySet<string>;
}

/** The glossary as texts are read with it. */
export interface TextGlossary {
  readonly matchers: Readonly<Record<Language, StemMatcher>>;
  readonly kindOf: (concept: string) => ConceptKind;
}

/** Cuts a section in one language into its terms. Takes a fraction of the time of `indexText` and keeps nothing. */
export function termsOf(text: SectionText, { matchers }: TextGlossary): TextTerms {
  const termsIn = (line: string) => indexTerms(line, text.language);
  const heading = termsIn(text.heading);
  const context = joined(titlesOf(text).map(termsIn));
  const keywords = text.keywords.map(termsIn);
  const units = text.units.map((unit) => termsIn(unit.text));
  const concepts = new Set<string>();
  for (const { stems } of [heading, ...keywords, context, ...units])
    for (const { concept } of matchers[text.language](stems)) concepts.add(concept);
  return { heading, keywords: joined(keywords), context, body: joined(units), concepts };
}

function joined(lines: readonly IndexTerms[]): IndexTerms {
  return { stems: lines.flatMap(({ stems }) => stems), folded: lines.flatMap(({ folded }) => folded) };
}

/** Prepares a section in one language for ranking. */
export function indexText(text: SectionText, { matchers, kindOf }: TextGlossary): IndexedText {
  const matchConcepts = (terms: readonly Term[]) => matchers[text.language](terms.map(stemOf));
  const sourceYears = yearsIn(text.sources.map(({ title }) => title).join(' '));
  const units = text.units.map((unit): IndexedUnit => {
    const terms = analyze(unit.text, text.language);
    const years = yearsIn(unit.text);
    const matches = matchConcepts(terms);
    const firstConcept = matches.findLast(({ start }) => start === 0)?.concept;
    return {
      unit,
      folded: fold(unit.text),
      stems: withYears(setOf(terms, stemOf), years),
      surfaces: setOf(terms, surfaceOf),
      concepts: setOf(matches, conceptOf),
      ...(firstConcept === undefined ? {} : { firstConcept }),
      years,
      people: peopleIn(terms, matches),
      names: namesIn(terms, matches, kindOf),
      quantities: quantitiesIn(terms),
      hasDate: holdsDate(unit.text, sourceYears),
      terms,
      matches,
    };
  });
  const heading = analyze(text.heading, text.language);
  const headingMatches = matchConcepts(heading);
  const context = titlesOf(text).flatMap((line) => analyze(line, text.language));
  const keywords = text.keywords.map((line) => analyze(line, text.language));
  const titleTerms = [heading, ...keywords, context].flat();
  const titleStems = setOf(titleTerms, stemOf);
  const titleConcepts = setOf([headingMatches, ...[...keywords, context].map(matchConcepts)].flat(), conceptOf);
  return {
    text,
    units,
    titleStems,
    titleConcepts,
    headingTerms: heading,
    headingMatches,
    stems: union(titleStems, ...units.map(({ stems }) => stems)),
    surfaces: union(setOf(titleTerms, surfaceOf), ...units.map(({ surfaces }) => surfaces)),
    concepts: union(titleConcepts, ...units.map(({ concepts }) => concepts)),
    titleYears: yearsIn([...titlesOf(text), text.heading, ...text.sources.map(({ title }) => title)].join(' ')),
    length: units.reduce((sum, { terms }) => sum + terms.length, 0),
  };
}

/** Whether two stems stand side by side in the heading or in a unit of the text. */
export function hasPair({ stems, headingTerms, units }: IndexedText, first: string, second: string): boolean {
  if (!stems.has(first) || !stems.has(second)) return false;
  return [headingTerms, ...units.map(({ terms }) => terms)].some((terms) =>
    terms.some((term, index) => {
      const next = terms[index + 1];
      return next !== undefined && term.stem === first && next.stem === second && areNeighbours(term, next);
    }),
  );
}

/** One function word may stand between neighbouring terms ("Board of Directors"). */
export function areNeighbours(first: Term, second: Term): boolean {
  return second.position - first.position <= 2;
}

function titlesOf({ documentTitle, parents }: SectionText): readonly string[] {
  return [documentTitle, ...parents];
}

const stemOf = ({ stem }: Term) => stem;
const surfaceOf = ({ folded }: Term) => folded;
const conceptOf = ({ concept }: ConceptMatch) => concept;

// Many units name no year and no concept; an empty set takes as much memory as a small one.
const nothing: ReadonlySet<never> = new Set();

function setOf<T>(list: readonly T[], of: (item: T) => string): ReadonlySet<string> {
  return list.length === 0 ? nothing : new Set(list.map(of));
}

/** A range of years ("2018–2020") holds every year in it. */
function withYears(stems: ReadonlySet<string>, years: ReadonlySet<number>): ReadonlySet<string> {
  return years.size === 0 ? stems : union(stems, new Set([...years].map(String)));
}

function union(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
