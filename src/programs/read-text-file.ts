import { open } from 'node:fs/promises';
import { AppError } from '../errors.ts';

/** Far more than an announcement may have; what reads the text says what is too long. */
const longestFileBytes = 1_048_576;

/**
 * The text of a file, read as UTF-8; what is no text comes out with replacement characters in it.
 * @throws AppError `configuration` when it cannot be read or has more than a megabyte
 */
export async function readTextFile(path: string): Promise<string> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > longestFileBytes) {
      throw new AppError(
        'configuration',
        `Reading ${path}: it has ${size} bytes, and at most ${longestFileBytes} are read.`,
        {
          hint: 'Give a text file, without pictures or attachments in it.',
        },
      );
    }
    return await file.readFile('utf8');
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('configuration', `Reading ${path} failed: ${reasonOf(cause)}.`, {
      hint: 'Check the path; it must name a text file that may be read.',
      cause,
    });
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'it may not be read';
    default:
      return 'it could not be read';
  }
}
