import { AppError } from '../../src/errors.ts';

const causes: Readonly<Record<string, { readonly problem: string; readonly hint: string }>> = {
  EADDRINUSE: {
    problem: 'another program uses this port',
    hint: 'Stop the other program, or set PORT to a port that is free.',
  },
  EACCES: {
    problem: 'the system does not allow this port',
    hint: 'Set PORT to a port above 1023.',
  },
  EADDRNOTAVAIL: {
    problem: 'this machine has no such address',
    hint: 'Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses of this machine.',
  },
  ENOTFOUND: {
    problem: 'no machine has this name',
    hint: 'Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses of this machine.',
  },
};

/** Why a server could not listen, as a failure that its operator can act on. */
export function toListenError(cause: unknown, address: string): AppError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known = causes[code];
  return new AppError('unavailable', `Opening the web page at ${address}: ${known?.problem ?? 'the server failed'}.`, {
    cause,
    ...(known === undefined ? {} : { hint: known.hint }),
  });
}
