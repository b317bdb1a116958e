import type { Language } from '../language.ts';

/** When something takes place, as it stands on a calendar; days and times are those of ISO 8601. */
export type EventTime =
  /** Whole days wherever one is: `2026-10-07`; `last` is the last of them. */
  | { readonly kind: 'days'; readonly first: string; readonly last: string }
  /** What the clocks of a zone (its IANA name) show: `2026-10-07T10:00`. */
  | { readonly kind: 'clock'; readonly start: string; readonly end?: string; readonly zone: string }
  /** In milliseconds since 1970; `zone` is the one in which it was announced. */
  | { readonly kind: 'instant'; readonly startAt: number; readonly endAt?: number; readonly zone: string };

export interface EventText {
  readonly title: string;
  readonly place?: string;
  /** Plain text. */
  readonly description?: string;
}

/** Something that members can take part in, wherever it was made known. */
export interface CalendarEvent {
  /** Stays the same for as long as the event is known: letters, digits and hyphens. */
  readonly id: string;
  /** Rises when time, place or state change. */
  readonly revision: number;
  readonly cancelled: boolean;
  /** When what is said of it was last changed, as far as that is known; in milliseconds since 1970. */
  readonly changedAt: number;
  readonly time: EventTime;
  /** An RRULE that `parseRecurrence` has accepted; absent: it takes place once. */
  readonly recurrence?: string;
  readonly link?: string;
  /** The languages in which it is held, as BCP 47 tags; empty where nothing is said. */
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  /** By language, in at least one. */
  readonly texts: Readonly<Partial<Record<Language, EventText>>>;
  /** The sections of the knowledge (`document-id#anchor`) that tell more, the one to read first. */
  readonly sections: readonly string[];
}

/** One time at which an event takes place. */
export interface Occurrence {
  readonly event: CalendarEvent;
  readonly span: Span;
}

export type Span =
  | { readonly kind: 'days'; readonly first: string; readonly last: string }
  | { readonly kind: 'instants'; readonly startAt: number; readonly endAt?: number; readonly zone: string };
