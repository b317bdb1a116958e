import type { SectionText, Unit } from '../knowledge/section.ts';
import type { Language } from '../language.ts';
import { analyze, type Term } from './analyze.ts';
import type { ConceptMatch, ConceptMatcher } from './concepts.ts';
import { yearsIn } from './evidence.ts';
import { fold } from './tokenize.ts';

interface Name {
  readonly stems: readonly string[];
  readonly concept?: string;
}

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
  /** Names of two words or more that are not in the glossary, as their stems: people, mostly. */
  readonly people: readonly (readonly string[])[];
  /** Everything that begins with a capital letter, with the glossary's concept where it is in the glossary. */
  readonly names: readonly Name[];
  readonly terms: readonly Term[];
}

/** A section in one language with everything that ranking asks about it. */
export interface IndexedText {
  readonly text: SectionText;
  readonly units: readonly IndexedUnit[];
  /** Of the heading, the headings above it, the document's title and the keywords. */
  readonly titleStems: ReadonlySet<string>;
  readonly titleConcepts: ReadonlySet<string>;
  /** Of the section's own heading; the sets of stems and concepts hold the keywords too. */
  readonly headingTerms: readonly Term[];
  /** Of the headings above it and the document's title. */
  readonly contextTerms: readonly Term[];
  readonly keywordTerms: readonly Term[];
  readonly headingMatches: readonly ConceptMatch[];
  readonly headingStems: ReadonlySet<string>;
  readonly headingConcepts: ReadonlySet<string>;
  /** Of the headings and the body together. */
  readonly stems: ReadonlySet<string>;
  readonly surfaces: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  /** Pairs of terms that stand side by side, as `first second`. */
  readonly pairs: ReadonlySet<string>;
  /** The years that the section, its headings and the titles and dates of its sources name. */
  readonly years: ReadonlySet<number>;
  readonly length: number;
}

/** Prepares a section in one language for ranking; `matchers` holds the glossary for the text's language. */
export function indexText(text: SectionText, matchers: Readonly<Record<Language, ConceptMatcher>>): IndexedText {
  const matchConcepts = matchers[text.language];
  const conceptsOf = (terms: readonly Term[]) => new Set(matchConcepts(terms).map(({ concept }) => concept));
  const units = text.units.map((unit): IndexedUnit => {
    const terms = analyze(unit.text, text.language);
    const matches = matchConcepts(terms);
    const firstConcept = matches.find(({ start }) => start === 0)?.concept;
    return {
      unit,
      folded: fold(unit.text),
      stems: stemsOf(terms),
      surfaces: surfacesOf(terms),
      concepts: new Set(matches.map(({ concept }) => concept)),
      ...(firstConcept === undefined ? {} : { firstConcept }),
      years: yearsIn(unit.text),
      people: peopleIn(terms, matches),
      names: namesIn(terms, matches),
      terms,
    };
  });
  const heading = analyze(text.heading, text.language);
  const title = [text.documentTitle, ...text.parents].flatMap((line) => analyze(line, text.language));
  const keywords = text.keywords.map((line) => analyze(line, text.language));
  const headingConcepts = union(conceptsOf(heading), ...keywords.map(conceptsOf));
  const titleConcepts = union(headingConcepts, conceptsOf(title));
  const keywordTerms = keywords.flat();
  const titleTerms = [...heading, ...keywordTerms, ...title];
  const bodyTerms = units.flatMap(({ terms }) => terms);
  const sourceLine = text.sources.map(({ title: name, date }) => `${name} ${date}`).join(' ');
  return {
    text,
    units,
    titleStems: stemsOf(titleTerms),
    titleConcepts,
    headingTerms: heading,
    contextTerms: title,
    keywordTerms,
    headingMatches: matchConcepts(heading),
    headingStems: stemsOf([...heading, ...keywordTerms]),
    headingConcepts,
    stems: stemsOf([...titleTerms, ...bodyTerms]),
    surfaces: surfacesOf([...titleTerms, ...bodyTerms]),
    concepts: union(titleConcepts, ...units.map(({ concepts }) => concepts)),
    pairs: new Set([heading, ...units.map(({ terms }) => terms)].flatMap(pairsOf)),
    years: union(
      yearsIn(`${text.documentTitle} ${text.parents.join(' ')} ${text.heading} ${sourceLine}`),
      ...units.map(({ years }) => years),
    ),
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

/** Runs of two or more capitalised terms outside the forms of the glossary. */
function peopleIn(terms: readonly Term[], matches: readonly ConceptMatch[]): string[][] {
  const runs: string[][] = [];
  let last: Term | undefined;
  for (const [index, term] of terms.entries()) {
    const isPart = /^\p{Lu}\p{Ll}/u.test(term.raw) && !matches.some(({ start, end }) => start <= index && index < end);
    const follows = last !== undefined && term.position - last.position === 1;
    if (isPart && follows) runs.at(-1)?.push(term.stem);
    else if (isPart) runs.push([term.stem]);
    last = isPart ? term : undefined;
  }
  return runs.filter((run) => run.length > 1);
}

function isCapital({ raw }: Term): boolean {
  return /^\p{Lu}/u.test(raw);
}

/** Capitalised terms that do not begin the text, each run once; forms of the glossary as far as they are capitalised. */
function namesIn(terms: readonly Term[], matches: readonly ConceptMatch[]): Name[] {
  const inGlossary = matches
    .filter(({ start, end }) => terms.slice(start, end).some(isCapital))
    .map(({ concept, start, end }): Name => ({ concept, stems: terms.slice(start, end).map(({ stem }) => stem) }));
  const others = terms
    .filter((term, index) => term.isName && !matches.some(({ start, end }) => start <= index && index < end))
    .map(({ stem }): Name => ({ stems: [stem] }));
  return [...inGlossary, ...others];
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
