import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, variables } from '../src/config.ts';
import { AppError } from '../src/errors.ts';

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof AppError && error.code === 'configuration') return `${error.message}\n${error.hint}`;
    throw error;
  }
  return '';
}

describe('readConfig()', () => {
  it('serves on this machine alone when nothing is set', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: 'data',
      knowledgeDir: 'knowledge',
      logLevel: 'info',
      contactEmail: 'metropolis@metropolis.org',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', HOST: ' ' })).toEqual(readConfig({}));
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be between 0 and 65535'],
    [{ PORT: '30.5' }, 'PORT must be a whole number'],
    [{ HOST: 'not a host' }, 'HOST must be a host name or an IP address'],
    [{ HOST: '0.0.0.0' }, 'unless ALLOW_PUBLIC is true'],
    [{ HOST: '::' }, 'unless ALLOW_PUBLIC is true'],
    [{ HOST: 'bot.example.org', ALLOW_PUBLIC: 'false' }, 'unless ALLOW_PUBLIC is true'],
    [{ ALLOW_PUBLIC: 'yes' }, 'ALLOW_PUBLIC must be true or false'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ CONTACT_EMAIL: 'somebody' }, 'CONTACT_EMAIL must be an e-mail address'],
  ])('names what is wrong in %j', (env, expected) => {
    expect(problemsOf(env)).toContain(expected);
  });

  it('names every problem at once and none of the values', () => {
    const text = problemsOf({ PORT: 'secret-1', LOG_LEVEL: 'secret-2', HOST: '203.0.113.7', ALLOW_PUBLIC: 'secret-3' });
    for (const name of ['PORT', 'LOG_LEVEL', 'HOST', 'ALLOW_PUBLIC']) expect(text).toContain(name);
    expect(text).not.toMatch(/secret-\d|203\.0\.113\.7/);
  });

  it('serves a public address when it is told so', () => {
    expect(readConfig({ HOST: '0.0.0.0', ALLOW_PUBLIC: 'true' }).host).toBe('0.0.0.0');
  });
});

describe('.env.example', () => {
  it('explains every variable, with its default, in the words of the schema', () => {
    const expected = Object.entries(variables).map(
      ([name, { about, example }]) => `# ${about}\n# ${name}=${example}\n`,
    );
    const [, ...paragraphs] = readFileSync('.env.example', 'utf8').split('\n\n');
    expect(paragraphs.map((paragraph) => `${paragraph.trimEnd()}\n`)).toEqual(expected);
  });
});
