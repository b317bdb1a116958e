import { maxFileBytes } from '../../src/chat/decode-text.ts';

/** What one person, and all of them together, may ask of the room. */
export const limits = {
  bodyBytes: 64 * 1024,
  /** Of what somebody who has signed in sends: a file, the one that was sent before, and what a browser puts around them. */
  deskBodyBytes: 2 * maxFileBytes + 128 * 1024,
  /** How much of a question is repeated above its answer, in characters. */
  shownQuestionLength: 2_000,
  sessions: 500,
  turnsPerSession: 30,
  sessionIdleMs: 12 * 60 * 60 * 1000,
  /** How many replies to forms are remembered, for forms that are sent twice. */
  rememberedReplies: 200,
  /** How many channels a preview names. */
  shownChannels: 12,
  /** How long a browser keeps who has signed in; the store may forget them earlier. */
  signInSeconds: 30 * 24 * 60 * 60,
  requestMs: 30_000,
  /** How long replies under way may take to end when the room closes. */
  closeMs: 5_000,
} as const;
