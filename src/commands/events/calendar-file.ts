import { createHash } from 'node:crypto';

export interface CalendarFile {
  /** iCalendar (RFC 5545) in UTF-8, as it is sent: the same bytes go out many times. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same as long as the bytes are. */
  readonly digest: string;
}

/** A text as it is sent, with the digest by which copies of it are known. */
export function toCalendarFile(text: string): CalendarFile {
  const bytes = new TextEncoder().encode(text);
  return { bytes, digest: createHash('sha256').update(bytes).digest('base64url').slice(0, 22) };
}
