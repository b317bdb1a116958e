import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/**
 * One JSON object a line, without host name or process id. Callers pass what happened as fields and never a person's
 * words; fields whose name says that they hold a secret are removed all the same.
 */
export function createLog(level: LogLevel, destination: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: ['token', 'secret', 'password', '*.token', '*.secret', '*.password'], remove: true },
    },
    destination,
  );
}
