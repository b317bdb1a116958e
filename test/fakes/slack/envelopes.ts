import { randomUUID, createHmac } from 'node:crypto';
import type { Delivered, SocketMode } from './socket-mode.ts';
import { slackLimits } from './limits.ts';
import { botUser, teamId } from './workspace.ts';

export interface Sent {
  readonly type: 'events_api' | 'interactive' | 'slash_commands';
  readonly payload: Readonly<Record<string, unknown>>;
  /** How often it was sent before. */
  readonly retry?: number;
}

/** A way for Slack to tell an app of something; resolves with what the app acknowledged it with. */
export type Transport = (sent: Sent) => Promise<Delivered>;

/** Over Socket Mode. */
export function bySocket(socketMode: SocketMode): Transport {
  return async ({ type, payload, retry }) =>
    await socketMode.deliver({ type, payload, ...(retry === undefined ? {} : { retryAttempt: retry }) });
}

export interface SignedOptions {
  readonly url: string;
  readonly signingSecret: string;
}

/** The headers that Slack signs a request with. */
export function signature(secret: string, body: string, timestamp = Math.floor(Date.now() / 1000)) {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
}

/** As signed requests; an answer that is not 200 counts as none. */
export function byHttp({ url, signingSecret }: SignedOptions, late: number[] = []): Transport {
  return async ({ type, payload, retry }) => {
    const isEvent = type === 'events_api';
    const form = type === 'interactive' ? { payload: JSON.stringify(payload) } : stringsOf(payload);
    const body = isEvent ? JSON.stringify(payload) : new URLSearchParams(form).toString();
    const at = Date.now();
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
        ...signature(signingSecret, body),
        ...(retry === undefined ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
      },
    });
    const ms = Date.now() - at;
    if (ms > slackLimits.ackMs) late.push(ms);
    if (!response.ok) throw new Error(`The app answered ${response.status}.`);
    const text = await response.text();
    const answer: unknown = text === '' ? {} : JSON.parse(text);
    return { body: typeof answer === 'object' && answer !== null ? { ...answer } : {}, ms };
  };
}

function stringsOf(payload: Sent['payload']): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
}

/** An event of the Events API; the same event sent again has another id of its own, as it does where two types tell of it. */
export function eventEnvelope(event: Readonly<Record<string, unknown>>): Sent {
  return {
    type: 'events_api',
    payload: {
      token: 'unused',
      team_id: teamId,
      api_app_id: 'A0APP',
      event,
      type: 'event_callback',
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ team_id: teamId, user_id: botUser, is_bot: true, is_enterprise_install: false }],
    },
  };
}
