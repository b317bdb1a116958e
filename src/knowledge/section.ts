import type { Root, RootContent } from 'mdast';
import type { CalendarEvent } from '../events/event.ts';
import type { Language } from '../language.ts';

/** Where a fact comes from, as members see it under an answer. */
export interface Source {
  /** The name under which the document was published. */
  readonly title: string;
  readonly section?: string;
  /** As printed, or with ≈ in front where the page number is not printed. */
  readonly page?: string;
  readonly url?: string;
  /** A year, a month or a day: `2023`, `2025-02`, `2025-02-20`. */
  readonly date: string;
}

/** The smallest thing that can be quoted: one sentence, one list item or one table row. */
export interface Unit {
  readonly kind: 'sentence' | 'item' | 'row';
  /** Plain text; a table row reads "column: cell; column: cell". */
  readonly text: string;
  /** Position among the section's units. */
  readonly index: number;
  /** Which child of the section's body holds the unit. */
  readonly block: number;
  /** The unit as markdown, ready to stand alone in an answer (a row carries its table's header). */
  readonly node: RootContent;
  /** Position of the unit that introduces this one: the sentence that ends in a colon before a list or a table. */
  readonly lead?: number;
}

/** A section in one language. */
export interface SectionText {
  readonly language: Language;
  readonly documentTitle: string;
  /** The section's own heading. */
  readonly heading: string;
  /** The headings above it in the document, outermost first, without its own. */
  readonly parents: readonly string[];
  /** Words under which members look for the section and which it does not use itself. */
  readonly keywords: readonly string[];
  readonly body: Root;
  readonly units: readonly Unit[];
  readonly sources: readonly [Source, ...Source[]];
}

/** What stands under one heading, in every language in which it is written; the unit of retrieval. */
export interface Section {
  /** `document-id#anchor`, the same in every language. */
  readonly id: string;
  readonly documentId: string;
  readonly anchor: string;
  readonly topic: string;
  readonly texts: Readonly<Partial<Record<Language, SectionText>>>;
  /** Only says where the facts of an event stand: members read it and questions are not answered from it. */
  readonly isPointer?: true;
}

/** One row of the glossary: every form, in every language, under which people may speak of one thing. */
export interface Concept {
  readonly id: string;
  /** Every form, in the order of the row. */
  readonly forms: readonly string[];
  /** What the concept names, by the glossary's table in which it stands. */
  readonly kind: ConceptKind;
  /** The languages of each form; a form of the last column (acronyms, spellings) belongs to all. */
  readonly languagesOf: ReadonlyMap<string, ReadonlySet<GlossaryLanguage>>;
}

/** A place, an institution that can act, or anything else. */
export type ConceptKind = 'place' | 'institution' | 'other';

/** The languages of the glossary's columns: those in which members ask. */
export const glossaryLanguages = ['en', 'es', 'fr', 'ca', 'pt'] as const;

export type GlossaryLanguage = (typeof glossaryLanguages)[number];

/** Something wrong in a page, with the place and what to do about it. */
export interface Problem {
  /** Relative to the knowledge folder. */
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong, and what to do. */
  readonly message: string;
}

/** Everything that the assistant knows at one moment. */
export interface Knowledge {
  readonly sections: readonly Section[];
  readonly concepts: readonly Concept[];
  /** What the pages tell of, in the order of their paths. */
  readonly events: readonly CalendarEvent[];
  readonly problems: readonly Problem[];
}
