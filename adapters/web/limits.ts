/** What one person, and all of them together, may ask of the room. */
export const limits = {
  bodyBytes: 64 * 1024,
  /** How much of a question is repeated above its answer, in characters. */
  shownQuestionLength: 2_000,
  sessions: 500,
  turnsPerSession: 30,
  sessionIdleMs: 12 * 60 * 60 * 1000,
  requestMs: 30_000,
  /** How long replies under way may take to end when the room closes. */
  closeMs: 5_000,
} as const;
