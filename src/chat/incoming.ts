import type { Language } from '../language.ts';

/** Who wrote: `platform:user`, and the platform's groups and roles that the person has, in the same form. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly groups?: readonly string[];
  /** IANA name of the person's time zone, where the platform knows it. */
  readonly zone?: string;
}

interface Envelope {
  /** Where follow-up questions belong together: a thread, a browser session, a terminal. */
  readonly conversationId: string;
  readonly person: Person;
  /** The channel in which it was written, `platform:channel`, where that is one that others read too. */
  readonly channel?: string;
  /** The destination at which something that is said later, such as the secretariat's answer, reaches the person. */
  readonly replyTo?: string;
  /** The language that the person chose or that the platform reports; decides only where the words do not. */
  readonly locale?: Language;
}

/** Something that a person wrote. */
export interface Message extends Envelope {
  readonly kind: 'message';
  readonly text: string;
  /** Answer in this language whatever the question's. */
  readonly answerIn?: Language;
}

/** A command with its options, as the catalogue of commands names them: typed, chosen by a button, or sent as a form. */
export interface Command extends Envelope {
  readonly kind: 'command';
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

export type Incoming = Message | Command;
