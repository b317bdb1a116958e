import { z } from 'zod';
import { createLog } from '../../src/log.ts';
import { createClient } from './client.ts';
import { toAppError } from './errors.ts';
import { createOutlet } from './outlet.ts';
import { botScopes } from './scopes.ts';

export interface CheckOptions {
  readonly botToken: string;
  readonly inbound:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string };
  readonly apiUrl?: string;
  readonly secretariatChannel?: string;
  readonly timeoutMs?: number;
}

/** One thing that was looked at; no secret stands in it. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** What to do, where it is not right. */
  readonly todo?: string;
}

const site = 'https://api.slack.com/apps';
const granted = z.object({ response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional() });

/** What is right and what is missing in the app's set-up, with where to get it. Never rejects. */
export async function checkSlack(options: CheckOptions): Promise<readonly Finding[]> {
  const log = createLog('silent', { write: () => undefined });
  const api = options.apiUrl === undefined ? {} : { apiUrl: options.apiUrl.replace(/\/?$/, '/') };
  const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
  const client = createClient({ token: options.botToken, log, ...api, ...timeout });
  const findings = await checkBotToken(client, options.botToken);
  const [isKnown] = findings.map(({ ok }) => ok);
  if (options.inbound.mode === 'socket') {
    const { appToken } = options.inbound;
    findings.push(await checkAppToken(createClient({ token: appToken, log, ...api, ...timeout }), appToken));
  } else {
    findings.push({
      ok: true,
      what: 'Slack: the signing secret is set; Slack’s first request shows whether it is right',
    });
  }
  const { secretariatChannel } = options;
  // Without a token that Slack accepts it says nothing of a channel.
  if (isKnown === true && secretariatChannel?.startsWith('slack:') === true) {
    findings.push(await checkChannel(createOutlet({ client, clock: Date.now, log }), secretariatChannel));
  }
  return findings;
}

async function checkBotToken(client: ReturnType<typeof createClient>, token: string): Promise<Finding[]> {
  try {
    const answer = await client.auth.test();
    const { response_metadata: metadata } = granted.parse(answer);
    const scopes = metadata?.scopes;
    const missing = scopes === undefined ? [] : Object.entries(botScopes).filter(([scope]) => !scopes.includes(scope));
    return [
      { ok: true, what: `Slack: the bot token belongs to the workspace ${answer.team ?? 'without a name'}` },
      missing.length === 0 ? { ok: true, what: 'Slack: the app has all its scopes' } : lacking(missing),
    ];
  } catch (error) {
    const place = '“OAuth & Permissions”, “Bot User OAuth Token” (xoxb-…)';
    return [wrong(error, 'the bot token', token, 'SLACK_BOT_TOKEN', place)];
  }
}

/** All that is missing at once: it is put right in one place, and installed once. */
function lacking(missing: readonly (readonly [scope: string, purpose: string])[]): Finding {
  const scopes = missing.map(([scope, purpose]) => `${scope}, ${purpose}`);
  const [only = ''] = scopes;
  const isOne = scopes.length === 1;
  return {
    ok: false,
    what: isOne
      ? `Slack: the app lacks the scope ${only}`
      : `Slack: the app lacks ${scopes.length} scopes: ${scopes.join('; ')}`,
    todo: `Open ${site}, choose the app, “OAuth & Permissions”, add ${isOne ? 'it' : 'them'} under “Bot Token Scopes”, and install the app again.`,
  };
}

async function checkAppToken(client: ReturnType<typeof createClient>, token: string): Promise<Finding> {
  try {
    await client.apps.connections.open({});
    return { ok: true, what: 'Slack: the app-level token opens Socket Mode' };
  } catch (error) {
    const place = '“Basic Information”, “App-Level Tokens”, a token with the scope connections:write (xapp-…)';
    return wrong(error, 'the app-level token', token, 'SLACK_APP_TOKEN', place);
  }
}

async function checkChannel(outlet: ReturnType<typeof createOutlet>, channel: string): Promise<Finding> {
  try {
    const { ok, name = channel, reason } = await outlet.check(channel, false, 'en');
    if (ok) return { ok, what: `Slack: questions are passed on to ${name}` };
    const what = `Slack: nothing can be passed on to ${name} (${reason ?? 'other'})`;
    return {
      ok,
      what,
      todo: 'Check SECRETARIAT_CHANNEL, and invite the app there with /invite @Metropolis assistant.',
    };
  } catch (error) {
    return { ok: false, what: `Slack: ${toAppError(error, 'looking at a channel').message}`, todo: 'Try again later.' };
  }
}

function wrong(error: unknown, what: string, token: string, variable: string, place: string): Finding {
  const { code, message } = toAppError(error, `Slack: checking ${what}`);
  // An example of a token holds what no request can carry.
  const isToken = /^[!-~]+$/.test(token);
  const isRefused = !isToken || code === 'unauthorized' || code === 'refused';
  return {
    ok: false,
    what: isRefused ? `Slack does not accept ${what}` : message,
    todo: isRefused
      ? `Open ${site}, choose the app, ${place}, and set ${variable} to it.`
      : 'Check that this machine reaches slack.com, and try again.',
  };
}
