import { z } from 'zod';
import { AppError } from './errors.ts';
import { logLevels, type LogLevel } from './log.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly knowledgeDir: string;
  readonly logLevel: LogLevel;
  readonly contactEmail: string;
}

/** A variable of the environment: what it is for, an example, and how it is read. The file .env.example lists them all. */
interface Variable {
  readonly about: string;
  readonly example: string;
}

const folder = z.string().min(1, 'must name a folder');
const yesOrNo = z.enum(['true', 'false'], 'must be true or false');

const schema = z.object({
  HOST: z.union([z.hostname(), z.ipv4(), z.ipv6()], 'must be a host name or an IP address').default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be between 0 and 65535')
    .max(65_535, 'must be between 0 and 65535')
    .default(3000),
  ALLOW_PUBLIC: yesOrNo.default('false'),
  DATA_DIR: folder.default('data'),
  KNOWLEDGE_DIR: folder.default('knowledge'),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  CONTACT_EMAIL: z.email('must be an e-mail address').default('metropolis@metropolis.org'),
});

export const variables: Readonly<Record<keyof z.infer<typeof schema>, Variable>> = {
  HOST: { about: 'The address on which the web page is served.', example: '127.0.0.1' },
  PORT: { about: 'The port on which the web page is served; 0 takes any that is free.', example: '3000' },
  ALLOW_PUBLIC: {
    about: 'Must be true when HOST is not an address of this machine only: everybody who reaches it can then ask.',
    example: 'false',
  },
  DATA_DIR: { about: 'The folder for what the assistant stores.', example: 'data' },
  KNOWLEDGE_DIR: { about: 'The folder with the pages that the assistant knows.', example: 'knowledge' },
  LOG_LEVEL: { about: `How much is logged: ${logLevels.join(', ')}.`, example: 'info' },
  CONTACT_EMAIL: {
    about: 'Where people are sent when the assistant does not know an answer.',
    example: 'metropolis@metropolis.org',
  },
};

/**
 * Reads the configuration; an empty variable counts as not set.
 * @throws AppError `configuration` that names every wrong variable and what it must be, and none of the values
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(given);
  const problems = result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const host = schema.shape.HOST.safeParse(given['HOST']);
  if (host.success && !isLoopback(host.data) && given['ALLOW_PUBLIC'] !== 'true') {
    problems.push('HOST must be an address of this machine only, such as 127.0.0.1, unless ALLOW_PUBLIC is true');
  }
  if (!result.success || problems.length > 0) {
    throw new AppError(
      'configuration',
      `The configuration is not right:\n${problems.map((line) => `  ${line}`).join('\n')}`,
      { hint: 'Correct the environment or the file .env and start again; .env.example explains every variable.' },
    );
  }
  const { HOST, PORT, DATA_DIR, KNOWLEDGE_DIR, LOG_LEVEL, CONTACT_EMAIL } = result.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    knowledgeDir: KNOWLEDGE_DIR,
    logLevel: LOG_LEVEL,
    contactEmail: CONTACT_EMAIL,
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
