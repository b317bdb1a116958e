import { z } from 'zod';
import { roles } from '../chat/role.ts';
import { logLevels } from '../log.ts';

const folder = z.string().min(1, 'must name a folder');
const yesOrNo = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be between 0 and 65535')
  .max(65_535, 'must be between 0 and 65535');
const address = z.union([z.hostname(), z.ipv4(), z.ipv6()], 'must be a host name or an IP address');
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' });
const channel = z.string().regex(/^[a-z]+:[^\s,]+$/, 'must be a channel in the form platform:channel');
const ids = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ''))
  .pipe(z.array(z.string().regex(/^[a-z]+:[^\s:]+$/, 'must be ids in the form platform:id, separated by commas')));
const token = (form: RegExp, what: string) => z.string().regex(form, `must be ${what}`).optional();

/** Whether an IANA time zone of this name exists. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format();
    return true;
  } catch {
    return false;
  }
}

/** How every variable of the environment is read. */
export const schema = z.object({
  HOST: address.default('127.0.0.1'),
  PORT: port.default(3000),
  ALLOW_PUBLIC: yesOrNo.default(false),
  PUBLIC_URL: httpUrl.optional(),
  DATA_DIR: folder.default('data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'must be an address that begins with postgres://' })
    .optional(),
  KNOWLEDGE_DIR: folder.default('knowledge'),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  CONTACT_EMAIL: z.email('must be an e-mail address').default('metropolis@metropolis.org'),
  KEEP_QUESTIONS: yesOrNo.default(false),
  TIME_ZONE: z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Madrid').default('Europe/Madrid'),
  SECRETARIAT: ids.default([]),
  ADMINS: ids.default([]),
  PING_ROLE: z.enum(roles, `must be one of ${roles.join(', ')}`).default('secretariat'),
  REQUIRE_APPROVAL: yesOrNo.default(false),
  MISSED_MINUTES: z.coerce
    .number('must be a number of minutes')
    .min(0, 'must be between 0 and 10080 minutes')
    .max(10_080, 'must be between 0 and 10080 minutes')
    .default(15),
  SECRETARIAT_CHANNEL: channel.optional(),
  SLACK_BOT_TOKEN: token(/^xoxb-[!-~]+$/, 'a bot token, which begins with xoxb-; docs/slack.md says where to get it'),
  SLACK_APP_TOKEN: token(
    /^xapp-[!-~]+$/,
    'an app-level token, which begins with xapp-; docs/slack.md says where to get it',
  ),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_PORT: port.default(3001),
  SLACK_API_URL: httpUrl.optional(),
  DISCORD_TOKEN: z.string().min(20, 'must be a bot token; docs/discord.md says where to get it').optional(),
  DISCORD_API_URL: httpUrl.optional(),
});

/** What every variable is for, with an example, in the order in which .env.example explains them. */
export const variables: Readonly<
  Record<keyof z.infer<typeof schema>, { readonly about: string; readonly example: string }>
> = {
  HOST: { about: 'The address on which the web page is served.', example: '127.0.0.1' },
  PORT: { about: 'The port on which the web page is served; 0 takes any that is free.', example: '3000' },
  ALLOW_PUBLIC: {
    about: 'Must be true when HOST is not an address of this machine only: everybody who reaches it can then ask.',
    example: 'false',
  },
  PUBLIC_URL: {
    about: 'The address under which people reach the web page, where a proxy offers it to others.',
    example: 'https://assistant.example.org',
  },
  DATA_DIR: { about: 'The folder for what the assistant stores.', example: 'data' },
  DATABASE_URL: {
    about:
      'A PostgreSQL database to store everything in, instead of a file in DATA_DIR; needed where several instances run.',
    example: 'postgres://assistant@127.0.0.1/assistant',
  },
  KNOWLEDGE_DIR: { about: 'The folder with the pages that the assistant knows.', example: 'knowledge' },
  LOG_LEVEL: { about: `How much is logged: ${logLevels.join(', ')}.`, example: 'info' },
  CONTACT_EMAIL: {
    about: 'Where people are sent when the assistant does not know an answer.',
    example: 'metropolis@metropolis.org',
  },
  KEEP_QUESTIONS: {
    about:
      'Whether the words of questions are kept, so that the secretariat can see what is missing; without it only what was found.',
    example: 'false',
  },
  TIME_ZONE: {
    about: 'The time zone of authors whose platform does not tell theirs, as an IANA name.',
    example: 'Europe/Madrid',
  },
  SECRETARIAT: {
    about: 'Who may announce: ids of people, of Slack user groups and of Discord roles, separated by commas.',
    example: 'slack:U0123ABCD,slack:S0123ABCD,discord:123456789012345678',
  },
  ADMINS: { about: 'Who may do everything, in the same form.', example: 'slack:U0123ABCD' },
  PING_ROLE: { about: `Who may have everybody in a channel notified: ${roles.join(', ')}.`, example: 'secretariat' },
  REQUIRE_APPROVAL: { about: 'Whether a second person has to confirm every announcement.', example: 'false' },
  MISSED_MINUTES: {
    about:
      'How many minutes late an announcement is still posted when the assistant was not running at its time; later, its author is asked.',
    example: '15',
  },
  SECRETARIAT_CHANNEL: {
    about: 'The channel to which members may send what the assistant cannot answer, on any platform.',
    example: 'slack:C0123ABCD',
  },
  SLACK_BOT_TOKEN: {
    about: 'Slack: the bot token of the app. docs/slack.md explains how to get it.',
    example: 'xoxb-…',
  },
  SLACK_APP_TOKEN: {
    about: 'Slack: the app-level token, for Socket Mode, which needs no public address.',
    example: 'xapp-…',
  },
  SLACK_SIGNING_SECRET: {
    about: 'Slack: the signing secret, instead of the app-level token, where Slack reaches the assistant over HTTP.',
    example: '',
  },
  SLACK_PORT: { about: 'Slack: the port for HTTP, on HOST.', example: '3001' },
  SLACK_API_URL: {
    about: 'Slack: another address of its Web API, such as that of a proxy.',
    example: 'https://slack.com/api/',
  },
  DISCORD_TOKEN: { about: 'Discord: the token of the bot. docs/discord.md explains how to get it.', example: '' },
  DISCORD_API_URL: {
    about: 'Discord: another address of its API, such as that of a proxy.',
    example: 'https://discord.com/api',
  },
};
