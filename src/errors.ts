/** Everything that can go wrong in the world around the program, as a closed set of kinds. */
export type ErrorCode = 'configuration' | 'knowledge' | 'unavailable';

interface AppErrorDetails {
  /** What the reader of the message can do next; one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * A failure that somebody has to know about. The message says what was being done and what was wrong; it never holds a
 * secret, a configured value or a person's words.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.hint = details.hint;
  }
}
