import type { Answer } from '../answers/answer.ts';
import type { Command, Person } from '../chat/incoming.ts';
import type { CommandSpec } from '../chat/command-spec.ts';
import type { Destination, Outlet } from '../chat/outlet.ts';
import type { Reply } from '../chat/reply.ts';
import type { Role } from '../chat/role.ts';
import type { Clock } from '../clock.ts';
import type { Language } from '../language.ts';
import type { Knowledge } from '../knowledge/section.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import type { Store } from '../store/store.ts';
import type { AnnouncedEvent } from './events/announced-events.ts';

/** What answering needs; the knowledge is that of the moment in which the question is asked. */
export interface AnswerContext {
  readonly knowledge: Knowledge;
  readonly retriever: Retriever;
  /** The address to which people are sent where the assistant does not know. */
  readonly contact: string;
  /** The question that was asked before in the same conversation. */
  readonly previousQuestion?: string;
  /** Whether a question without an answer can be passed on to the secretariat from where it was asked. */
  readonly canForward?: boolean;
  /** The moment and the reader's time zone, for what comes next; absent: nothing is said of it. */
  readonly today?: { readonly now: number; readonly zone: string };
  /** The events that were announced where the person reads; undefined when they cannot be read. Absent: nothing is. */
  readonly announced?: () => Promise<readonly AnnouncedEvent[] | undefined>;
  /** The address under which people reach the web page. */
  readonly publicUrl?: string;
  readonly language: Language;
}

/** What commands may use. */
export interface CommandContext extends AnswerContext {
  readonly person: Person;
  readonly role: Role;
  /** The channel in which the command was given, where others read it too. */
  readonly channel?: Destination;
  /** Where something that is said later reaches the person. */
  readonly replyTo?: Destination;
  readonly store: Store;
  /** The ways out to the platforms that are configured, by platform. */
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly clock: Clock;
  /** A new id of letters and digits, at most 20, for what is stored. */
  readonly newId: () => string;
  readonly settings: Settings;
}

/** What the operator has decided, as far as commands need it. */
export interface Settings {
  /** IANA name of the time zone of authors whose platform does not know theirs. */
  readonly zone: string;
  /** Whether somebody else than the author has to confirm. */
  readonly requireApproval: boolean;
  readonly keepQuestions: boolean;
  /** Who may have everybody notified. */
  readonly pingRole: Role;
  /** Where members' questions to the secretariat are posted; absent: they cannot be passed on. */
  readonly secretariatChannel?: Destination;
  /** The address under which people reach the web page, for links to it from elsewhere. */
  readonly publicUrl?: string;
}

/** A command of the catalogue: what rooms offer, and what it does. */
export interface CommandDefinition {
  readonly spec: CommandSpec;
  readonly run: (context: CommandContext, options: Command['options']) => CommandResult | Promise<CommandResult>;
}

export interface CommandResult {
  readonly reply: Reply;
  /** The question as it was understood, for what is asked next. */
  readonly question?: string;
  readonly answer?: Answer;
  /** There is something new to deliver: nobody should wait for the dispatcher's next look. */
  readonly wake?: true;
}
