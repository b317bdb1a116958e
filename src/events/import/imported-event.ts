/** What was not plain in a file, and how it was taken. */
export type ImportNote =
  /** No zone: the hour is taken as that of the reader's. */
  | 'floating'
  /** Whole days: from midnight to midnight in the reader's zone. */
  | 'allDay'
  /** The next time of an event that recurs. */
  | 'recurs'
  /** The file's own zone has no name that people know: shown in the reader's. */
  | 'zoneOfFile'
  | 'tentative'
  | 'private';

interface Common {
  /** The line on which the event begins. */
  readonly line: number;
  readonly uid: string;
  /** Which time of an event that recurs (`occurrenceId`); empty for one that takes place once, or for all its times. */
  readonly occurrence: string;
  /** It is one time of an event whose other times are not in the file. */
  readonly standalone: boolean;
  readonly sequence: number;
  /** When it was last changed, in milliseconds since 1970; 0 where nothing is said. */
  readonly modifiedAt: number;
  /** Empty where nothing is said. */
  readonly title: string;
  /** Times of an event that recurs which do not take place. */
  readonly excluded: readonly string[];
}

/** What a calendar file says of an event: when it takes place next, that it does not, or that it has. */
export type ImportedEvent = Common & (Held | { readonly kind: 'cancelled' | 'over' });

interface Held {
  readonly kind: 'held';
  /** In milliseconds since 1970. */
  readonly startAt: number;
  readonly endAt?: number;
  /** IANA name. */
  readonly zone: string;
  /** Plain text; empty where nothing is said. */
  readonly description: string;
  readonly place: string;
  /** As it was written; empty where nothing is said. */
  readonly link: string;
  readonly notes: readonly ImportNote[];
}

export type HeldEvent = Extract<ImportedEvent, { readonly kind: 'held' }>;
