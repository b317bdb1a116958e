import type { z } from 'zod';
import type { RoleAssignments } from './chat/role.ts';
import { schema } from './config/variables.ts';
import { AppError } from './errors.ts';

type Values = Readonly<z.infer<typeof schema>>;

export interface SlackConfig {
  readonly botToken: string;
  /** Socket Mode with an app-level token, HTTP with a signing secret. */
  readonly inbound:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };
  readonly apiUrl?: string;
}

export interface DiscordConfig {
  readonly token: string;
  readonly apiUrl?: string;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly knowledgeDir: string;
  readonly logLevel: Values['LOG_LEVEL'];
  readonly contactEmail: string;
  readonly keepQuestions: boolean;
  readonly zone: string;
  readonly roles: RoleAssignments;
  readonly pingRole: Values['PING_ROLE'];
  readonly requireApproval: boolean;
  readonly missedMs: number;
  readonly secretariatChannel?: string;
  readonly slack?: SlackConfig;
  readonly discord?: DiscordConfig;
}

/** Whoever sits at the machine may do everything; who signed in on the web page was let in by somebody who does. */
const alwaysAdmin = 'terminal:local';
const alwaysSecretariat = 'web:secretariat';

/**
 * Reads the configuration; an empty variable counts as not set.
 * @throws AppError `configuration` that names every wrong variable and what it must be, and none of the values
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(given);
  const problems = [
    ...(result.error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`),
    ...contradictions(given),
  ];
  if (result.success && problems.length === 0) return toConfig(result.data);
  throw new AppError(
    'configuration',
    `The configuration is not right:\n${[...new Set(problems)].map((line) => `  ${line}`).join('\n')}`,
    { hint: 'Correct the environment or the file .env and start again; .env.example explains every variable.' },
  );
}

/** What is right for itself and wrong beside something else. */
function contradictions(given: Readonly<Record<string, string | undefined>>): string[] {
  const isSet = (name: keyof Values) => given[name] !== undefined;
  const problems: string[] = [];
  const host = schema.shape.HOST.safeParse(given['HOST']);
  if (host.success && !isLoopback(host.data) && given['ALLOW_PUBLIC'] !== 'true') {
    problems.push('HOST must be an address of this machine only, such as 127.0.0.1, unless ALLOW_PUBLIC is true');
  }
  const inbound = isSet('SLACK_APP_TOKEN') || isSet('SLACK_SIGNING_SECRET');
  if (isSet('SLACK_BOT_TOKEN') && !inbound) {
    problems.push(
      'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) must be set beside SLACK_BOT_TOKEN; docs/slack.md says where to get it',
    );
  }
  if (!isSet('SLACK_BOT_TOKEN') && inbound) {
    problems.push(
      'SLACK_BOT_TOKEN must be set beside SLACK_APP_TOKEN or SLACK_SIGNING_SECRET; docs/slack.md says where to get it',
    );
  }
  return problems;
}

function toConfig(values: Values): Config {
  const slack = slackConfig(values);
  return {
    host: values.HOST,
    port: values.PORT,
    ...(values.PUBLIC_URL === undefined ? {} : { publicUrl: values.PUBLIC_URL }),
    dataDir: values.DATA_DIR,
    ...(values.DATABASE_URL === undefined ? {} : { databaseUrl: values.DATABASE_URL }),
    knowledgeDir: values.KNOWLEDGE_DIR,
    logLevel: values.LOG_LEVEL,
    contactEmail: values.CONTACT_EMAIL,
    keepQuestions: values.KEEP_QUESTIONS,
    zone: values.TIME_ZONE,
    roles: {
      secretariat: new Set([alwaysSecretariat, ...values.SECRETARIAT]),
      admin: new Set([alwaysAdmin, ...values.ADMINS]),
    },
    pingRole: values.PING_ROLE,
    requireApproval: values.REQUIRE_APPROVAL,
    missedMs: values.MISSED_MINUTES * 60_000,
    ...(values.SECRETARIAT_CHANNEL === undefined ? {} : { secretariatChannel: values.SECRETARIAT_CHANNEL }),
    ...(slack === undefined ? {} : { slack }),
    ...(values.DISCORD_TOKEN === undefined
      ? {}
      : { discord: { token: values.DISCORD_TOKEN, ...apiUrl(values.DISCORD_API_URL) } }),
  };
}

function slackConfig(values: Values): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  if (botToken === undefined) return undefined;
  const base = { botToken, ...apiUrl(values.SLACK_API_URL) };
  if (appToken !== undefined) return { ...base, inbound: { mode: 'socket', appToken } };
  if (signingSecret === undefined) return undefined;
  return { ...base, inbound: { mode: 'http', signingSecret, port: values.SLACK_PORT } };
}

function apiUrl(url: string | undefined): { readonly apiUrl?: string } {
  return url === undefined ? {} : { apiUrl: url };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
