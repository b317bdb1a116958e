import { AppError } from '../errors.ts';

/**
 * What the log learns of a failure: its kind and where it happened. The message of our own errors holds nothing private
 * and is given; that of any other error, which may quote what a person wrote, stays out.
 */
export function describeFailure(error: unknown): Readonly<Record<string, string>> {
  if (error instanceof AppError) {
    return { code: error.code, problem: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
  }
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => frame.test(line));
  return { error: [error.name, ...frames.slice(0, 3).map((line) => line.trim())].join(' ') };
}

const frame = /^ {4}at .*:\d+:\d+\)?$/;
