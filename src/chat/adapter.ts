import type { Language } from '../language.ts';
import type { CommandSpec } from './command-spec.ts';
import type { Incoming, Person } from './incoming.ts';
import type { Destination, Outlet, Posted } from './outlet.ts';
import type { Reply } from './reply.ts';
import type { Role } from './role.ts';

/** The core, as a room sees it: never rejects; what went wrong is a reply too. */
export type Handle = (incoming: Incoming) => Promise<Reply>;

/** One thing that a person did, taken up. */
export interface Turn {
  /**
   * Somebody may have taken it up before, and not have finished: the reply may stand already, so look before you post.
   */
  readonly again: boolean;
  /** The reply stands: nothing is left to do. */
  finish(): Promise<void>;
}

/** Something that can be asked, offered while a person is typing. */
export interface Suggestion {
  /** As it is shown. */
  readonly name: string;
  /** What is asked when it is chosen. */
  readonly value: string;
}

/** What a room needs of the program. */
export interface Core {
  readonly handle: Handle;
  readonly commands: readonly CommandSpec[];
  /**
   * Takes up what a person did, once: 'finished' when nothing is left to do, 'inHand' while somebody is at it, who may
   * have died with it; asked again after a minute, it is taken up then. `eventId` names what the person did,
   * `platform:…`, and not the transport's message about it, of which there may be several.
   */
  begin(eventId: string): Promise<Turn | 'finished' | 'inHand'>;
  /** What can be asked that begins like or holds what was typed so far, best first; from memory, at once. */
  suggest?(typed: string, locale: Language): readonly Suggestion[];
  /** The language in which the assistant speaks in a channel where a person's own cannot be told, if it was chosen. */
  languageIn?(channel: Destination): Promise<Language | undefined>;
  /** What a person may do, for rooms that show more to some. The core checks every command all the same. */
  roleOf?(person: Person): Role;
  /** Keeps a posted report on an announcement (`reportsOn`) up to date from now on, also after a restart. */
  keepUpToDate(announcementId: string, message: Posted, reader: Incoming): Promise<void>;
}

export interface AdapterStatus {
  readonly running: boolean;
  /** One short phrase for the operator, such as the address that is served. */
  readonly detail: string;
}

/** A room in which people meet the assistant. */
export interface Adapter {
  readonly platform: string;
  /** The way out to the platform's channels, for rooms that have some; usable before `start`. */
  readonly outlet?: Outlet;
  /** The way to the platform's own calendars, for rooms that have some; it counts as a platform of its own. */
  readonly calendar?: Outlet;
  /** Replaces a report that was posted earlier; for rooms whose replies can be kept up to date. */
  readonly update?: (message: Posted, reply: Reply) => Promise<void>;
  /**
   * Opens the room; resolves when people can enter.
   * @throws AppError `unavailable` when the room cannot be opened, for instance because its port is taken
   */
  start(core: Core): Promise<void>;
  /** Lets replies under way finish and closes the room; a second call does nothing. */
  stop(): Promise<void>;
  status(): AdapterStatus;
}
