import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { isBusy, toFolderError, toStoreError } from '../../src/store/store-error.ts';

function failure(message: string, details: object = {}): Error {
  return Object.assign(new Error(message), details);
}

describe('toStoreError()', () => {
  it.each([
    [failure('database is locked', { errcode: 5 }), 'another program kept it locked'],
    [failure('database table is locked', { errcode: 262 }), 'another program kept it locked'],
    [failure('attempt to write', { errcode: 1032 }), 'it may not be written to'],
    [failure('disk I/O error', { errcode: 778 }), 'the disk failed or is full'],
    [failure('malformed', { errcode: 11 }), 'the file is damaged'],
    [failure('FOREIGN KEY constraint failed', { errcode: 787 }), 'FOREIGN KEY constraint failed'],
    [failure('', { code: 'ECONNREFUSED' }), 'nothing listens there'],
    [failure('', { code: 'EHOSTUNREACH' }), 'EHOSTUNREACH'],
    [failure('read ECONNRESET', { code: 'ECONNRESET' }), 'read ECONNRESET'],
    [failure('timeout exceeded when trying to connect'), 'it did not answer in time'],
    [failure('Connection terminated unexpectedly'), 'Connection terminated unexpectedly'],
    [failure('too many clients', { code: '53300' }), 'it has too many connections'],
    [failure('deadlock detected', { code: '40P01' }), 'two tasks waited for each other'],
    [failure('duplicate key value.', { code: '23505' }), 'duplicate key value'],
  ])('tells of “%s” that %s', (error, problem) => {
    expect(toStoreError(error, 'open it')).toMatchObject({
      code: 'store',
      message: `Could not open it: ${problem}.`,
      cause: error,
    });
  });

  it.each([new AppError('refused', 'no'), new TypeError('a mistake'), new RangeError('another'), 'text', undefined])(
    'gives %s back as it is',
    (error) => {
      expect(toStoreError(error)).toBe(error);
    },
  );
});

describe('toFolderError()', () => {
  it.each([
    ['EROFS', 'its disk may only be read'],
    ['ENOSPC', 'the disk is full'],
    ['ELOOP', 'too many links'],
  ])('tells of %s that %s', (code, problem) => {
    expect(toFolderError(failure('too many links', { code })).message).toBe(
      `Could not make the folder of DATA_DIR: ${problem}.`,
    );
  });
});

describe('isBusy()', () => {
  it.each([
    [failure('locked', { errcode: 5 }), true],
    [failure('locked in a snapshot', { errcode: 517 }), true],
    [failure('full', { errcode: 13 }), false],
    ['locked', false],
  ])('of %s is %s', (error, busy) => {
    expect(isBusy(error)).toBe(busy);
  });
});
