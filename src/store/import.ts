/** An event of a calendar file, and the announcement that it became. */
export interface ImportedRecord {
  /** What the file calls the event, the same in every file in which it stands. */
  readonly uid: string;
  /** Which time of an event that recurs: `20271007T080000Z` or `20271007`; empty for one that takes place once. */
  readonly occurrence: string;
  /** The file held this time of the event alone, and not the others. */
  readonly standalone: boolean;
  /** The id of the announcement. */
  readonly subject: string;
  readonly sequence: number;
  /** When the file says that the event was last changed; 0 when it does not say. */
  readonly modifiedAt: number;
  /** What was taken from the file, by the announcement's fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** When it was imported. */
  readonly at: number;
}

export interface ImportStore {
  /** Everything that was imported with a UID, the newest first. */
  of(uid: string): Promise<readonly ImportedRecord[]>;
  /** Adds it, or replaces what was known of this time of the event; `instead` is the time that it was known by before. */
  put(record: ImportedRecord, instead?: string): Promise<void>;
}
