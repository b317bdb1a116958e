import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { variables } from '../src/config/variables.ts';
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
      keepQuestions: false,
      zone: 'Europe/Madrid',
      roles: { secretariat: new Set(['web:secretariat']), admin: new Set(['terminal:local']) },
      pingRole: 'secretariat',
      requireApproval: false,
      missedMs: 900_000,
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
    [{ TIME_ZONE: 'Barcelona' }, 'TIME_ZONE must be an IANA time zone such as Europe/Madrid'],
    [{ DATABASE_URL: 'mysql://host/name' }, 'DATABASE_URL must be an address that begins with postgres://'],
    [{ SECRETARIAT: 'U0123' }, 'SECRETARIAT must be ids in the form platform:id, separated by commas'],
    [{ MISSED_MINUTES: '-1' }, 'MISSED_MINUTES must be between 0 and 10080 minutes'],
    [{ PING_ROLE: 'everybody' }, 'PING_ROLE must be one of member, secretariat, admin'],
    [{ SECRETARIAT_CHANNEL: '#desk' }, 'SECRETARIAT_CHANNEL must be a channel in the form platform:channel'],
    [{ SLACK_BOT_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN must be a bot token, which begins with xoxb-'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) must be set'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN must be set beside'],
    [{ DISCORD_TOKEN: 'short' }, 'DISCORD_TOKEN must be a bot token'],
  ])('names what is wrong in %j', (env, expected) => {
    expect(problemsOf(env)).toContain(expected);
  });

  it('names every problem at once and none of the values', () => {
    const text = problemsOf({ PORT: 'secret-1', LOG_LEVEL: 'secret-2', HOST: '203.0.113.7', ALLOW_PUBLIC: 'secret-3' });
    for (const name of ['PORT', 'LOG_LEVEL', 'HOST', 'ALLOW_PUBLIC']) expect(text).toContain(name);
    expect(text).not.toMatch(/secret-\d|203\.0\.113\.7/);
  });

  it.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, { mode: 'socket', appToken: 'xapp-1' }],
    [{ SLACK_SIGNING_SECRET: 'secret' }, { mode: 'http', signingSecret: 'secret', port: 3001 }],
  ])('reads how the platform reaches us from %j', (env, inbound) => {
    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', ...env }).slack).toEqual({ botToken: 'xoxb-1', inbound });
  });

  it('reads lists of people with any spaces between them', () => {
    const { roles } = readConfig({ SECRETARIAT: 'slack:U1, discord:2\tslack:S3', ADMINS: 'slack:U9' });
    expect([...roles.secretariat]).toEqual(['web:secretariat', 'slack:U1', 'discord:2', 'slack:S3']);
    expect([...roles.admin]).toEqual(['terminal:local', 'slack:U9']);
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
