import { AppError } from '../errors.ts';

interface Problem {
  readonly problem: string;
  readonly hint?: string;
}

const locked = { problem: 'another program kept it locked', hint: 'See which program has it open, then try again.' };
const unwritable = {
  problem: 'it may not be written to',
  hint: 'Let the account that runs the assistant write to the folder and the files in it.',
};
const full = { problem: 'the disk is full', hint: 'Make room on the disk of DATA_DIR.' };
const notListening = {
  problem: 'nothing listens there',
  hint: 'Start PostgreSQL, or correct host and port in DATABASE_URL.',
};
const wrongUser = { problem: 'it refused the user or the password', hint: 'Correct them in DATABASE_URL.' };
const slow = {
  problem: 'it did not answer in time',
  hint: 'See that PostgreSQL runs, what keeps it busy, and that it can be reached from here.',
};

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const sqliteProblems: Readonly<Record<number, Problem>> = {
  5: locked,
  6: locked,
  8: unwritable,
  10: { problem: 'the disk failed or is full', hint: 'Look at the disk of DATA_DIR: its space, and the system’s log.' },
  11: { problem: 'the file is damaged', hint: 'Keep the file, and put the newest backup in its place.' },
  13: full,
  14: { ...unwritable, problem: 'the file cannot be opened' },
  26: { problem: 'the file is no database', hint: 'Move the file away, or have DATA_DIR name another folder.' },
};

/** The network's codes, and PostgreSQL's: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const postgresProblems: Readonly<Record<string, Problem>> = {
  ECONNREFUSED: notListening,
  ENOENT: notListening,
  ENOTFOUND: { problem: 'its host is not known', hint: 'Correct the host in DATABASE_URL.' },
  EAI_AGAIN: { problem: 'its host cannot be looked up now', hint: 'Look at the network, then try again.' },
  ETIMEDOUT: slow,
  '28P01': wrongUser,
  '28000': wrongUser,
  '3D000': { problem: 'there is no such database', hint: 'Create it, or correct its name in DATABASE_URL.' },
  '42501': { problem: 'the user lacks a right', hint: 'Make the user the owner of the database.' },
  '25006': { problem: 'it may only be read', hint: 'Have DATABASE_URL name the primary server, not a copy.' },
  '53100': { problem: 'its disk is full', hint: 'Make room on the disk of the database server.' },
  '53300': { problem: 'it has too many connections', hint: 'Raise max_connections, or close other programs.' },
  '57P01': { problem: 'it was shut down', hint: 'Start PostgreSQL again; the assistant connects by itself.' },
  '57P03': { problem: 'it is starting up or shutting down', hint: 'Try again in a moment.' },
  '57014': slow,
  '40P01': { problem: 'two tasks waited for each other', hint: 'Try again.' },
};

const folderProblems: Readonly<Record<string, Problem>> = {
  EACCES: unwritable,
  EPERM: unwritable,
  EROFS: { ...unwritable, problem: 'its disk may only be read' },
  ENOSPC: full,
  EEXIST: { problem: 'a file has its name', hint: 'Have DATA_DIR name a folder.' },
  ENOTDIR: { problem: 'a folder that it should be in is a file', hint: 'Have DATA_DIR name a folder.' },
};

/** How the driver says that a connection is gone, where it gives no code. */
const silence = /timeout|timed out/i;

const sqliteBusy = 5;

/** Tells whether SQLite refused because another connection is writing: then nothing has happened. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error) === sqliteBusy;
}

/** What the operating system said about the folder of the embedded database. */
export function toFolderError(error: unknown): AppError {
  return storeError('make the folder of DATA_DIR', error, folderProblems[codeOf(error) ?? '']);
}

/**
 * What a database or the way to it said, as AppError `store` with what was being done. AppErrors and mistakes in the
 * program itself are given back as they are.
 */
export function toStoreError(error: unknown, doing = 'use the database'): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) return error;
  const sqlite = sqliteCode(error);
  if (sqlite !== undefined) return storeError(doing, error, sqliteProblems[sqlite]);
  const known = postgresProblems[codeOf(error) ?? ''];
  return storeError(doing, error, known ?? (silence.test(error.message) ? slow : undefined));
}

function storeError(doing: string, cause: unknown, known: Problem | undefined): AppError {
  const problem = known?.problem ?? inOurWords(cause);
  const hint = known?.hint;
  return new AppError('store', `Could not ${doing}: ${problem}.`, { cause, ...(hint === undefined ? {} : { hint }) });
}

function inOurWords(error: unknown): string {
  const text = error instanceof Error && error.message !== '' ? error.message : (codeOf(error) ?? 'it failed');
  return text.replace(/\.$/, '');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The primary code; the higher bits of `errcode` hold the details. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}
