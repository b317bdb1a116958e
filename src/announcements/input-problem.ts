import type { DeliveryMessages } from '../chat/messages/delivery/en.ts';
import { shortened } from '../chat/plain-text.ts';
import type { Language } from '../language.ts';
import type { AnnouncementContent } from './announcement.ts';

/** Something wrong in what an author wrote. */
export interface InputProblem {
  /** The name of the field, such as `title.en` or `publishAt`. */
  readonly field: string;
  /** The line of the file, from 1, where it was written in one. */
  readonly line?: number;
  /** What is wrong, what is wanted and what to do, in the author's language. */
  readonly message: string;
}

/** An announcement, or everything that is wrong with what should become one. */
export type Parsed =
  | { readonly ok: true; readonly content: AnnouncementContent }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

export interface ParseOptions {
  readonly now: number;
  /** IANA name of the author's time zone, where the announcement names none. */
  readonly zone: string;
  /** The author's language. */
  readonly language: Language;
  /** The names of all audiences. */
  readonly audiences: readonly string[];
  /** What the announcement said so far: fields that are not given stay as they are. */
  readonly previous?: AnnouncementContent;
}

/** The fields that an author filled in, and the list on which what is wrong with them is collected. */
export interface FieldReader {
  /** What stands in the field; empty when nothing does. */
  readonly value: (field: string) => string;
  readonly report: (field: string, message: string) => void;
  readonly messages: DeliveryMessages['problems'];
  readonly language: Language;
}

/** A value as messages quote it: never longer than a line. */
export function quoted(value: string): string {
  return shortened(value.replaceAll(/\s+/g, ' '), longestQuote);
}

const longestQuote = 60;
