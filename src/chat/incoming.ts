import type { Language } from '../language.ts';

interface Envelope {
  /** Where follow-up questions belong together: a thread, a browser session, a terminal. */
  readonly conversationId: string;
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

/** A command with its options, as the catalogue of commands names them. */
export interface Command extends Envelope {
  readonly kind: 'command';
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

export type Incoming = Message | Command;
