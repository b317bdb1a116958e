import { inertText, plainText } from '../../src/chat/plain-text.ts';
import type { ChannelCheck, Outlet, Posted, Rendered } from '../../src/chat/outlet.ts';
import type { Post } from '../../src/chat/post.ts';
import { AppError, type DeliveryReason, type ErrorCode } from '../../src/errors.ts';
import { messageLimit, platformToken } from './platform.ts';

export interface PlatformOutletOptions {
  readonly address: string;
  readonly platform?: string;
  readonly postsPerSecond?: number;
  readonly timeoutMs?: number;
}

/** What the platform's errors mean, by the name that it gives them. */
const errors: Readonly<Record<string, readonly [ErrorCode, DeliveryReason]>> = {
  bad_token: ['unauthorized', 'unauthorized'],
  not_a_member: ['refused', 'notInChannel'],
  unknown_channel: ['refused', 'noSuchChannel'],
  unknown_message: ['refused', 'gone'],
  bad_form: ['malformed', 'malformed'],
  too_long: ['malformed', 'tooLarge'],
  slow_down: ['throttled', 'throttled'],
};

interface Answer {
  readonly id?: string;
  readonly name?: string;
  readonly messages?: readonly { readonly id: string; readonly key?: string }[];
  readonly error?: string;
  readonly everywhere?: boolean;
}

/** The way out to the small platform of the tests. */
export function createPlatformOutlet(options: PlatformOutletOptions): Outlet {
  const { address, platform = 'fake', postsPerSecond = 1000, timeoutMs = 1000 } = options;
  const nameOf = (to: string): string => to.slice(platform.length + 1);

  async function call(method: string, path: string, body?: string): Promise<Answer> {
    let response: Response;
    let answer: Answer | undefined;
    try {
      response = await fetch(`${address}/channels/${path}`, {
        method,
        headers: { authorization: `Bearer ${platformToken}` },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body }),
      });
      answer = toAnswer(await response.text());
    } catch (cause) {
      throw failureOf(method, cause);
    }
    if (response.ok && answer !== undefined) return answer;
    const [code, reason] = errors[answer?.error ?? ''] ?? ['unknown', 'unreachable'];
    throw new AppError(code, `The platform answered ${method} with ${response.status}.`, {
      reason,
      ...(code === 'throttled' ? { retryAfterMs: Number(response.headers.get('retry-after')) * 1000 } : {}),
      ...(answer?.everywhere === true ? { scope: 'platform' } : {}),
    });
  }

  async function find(to: string, key: string): Promise<Posted | undefined> {
    let before = '';
    for (;;) {
      const { messages = [] } = await call('GET', `${nameOf(to)}/messages${before}`);
      const found = messages.find((message) => message.key === key);
      if (found !== undefined) return { messageId: `${nameOf(to)}/messages/${found.id}` };
      const last = messages.at(-1);
      if (last === undefined) return undefined;
      before = `?before=${last.id}`;
    }
  }

  return {
    platform,
    postsPerSecond,
    render,
    find,
    async send(to, payload, key) {
      // The payload stays as it is; the key goes along.
      const body = `${payload.slice(0, -1)},"key":${JSON.stringify(key)}}`;
      const { id } = await call('POST', `${nameOf(to)}/messages`, body);
      return { messageId: `${nameOf(to)}/messages/${id}`, url: `${address}/${nameOf(to)}/${id}` };
    },
    async edit({ messageId }, payload) {
      await call('PATCH', messageId, payload);
    },
    async remove({ messageId }) {
      try {
        await call('DELETE', messageId);
      } catch (error) {
        if (!(error instanceof AppError) || error.reason !== 'gone') throw error;
      }
    },
    async check(to): Promise<ChannelCheck> {
      try {
        const { name } = await call('GET', `${nameOf(to)}/messages`);
        return { ok: true, ...(name === undefined ? {} : { name }) };
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'refused' || error.reason === undefined) throw error;
        return { ok: false, reason: error.reason };
      }
    },
  };
}

function render({ title, body, notice, event, pings }: Post): Rendered {
  const place = [event?.place, event?.link].filter((line) => line !== undefined).join('\n');
  const lines = [title, notice ?? '', plainText(body), place].filter((line) => line !== '');
  const text = inertText(lines.join('\n\n'));
  const notifies = pings === 'everyone';
  return {
    payload: JSON.stringify({ text, notifies, rich: true }),
    plainPayload: JSON.stringify({ text, notifies }),
    preview: text,
    problems: text.length > messageLimit ? [{ part: 'whole', limit: messageLimit, length: text.length }] : [],
  };
}

function toAnswer(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** Where nobody listens, nothing can have happened; of everything else nobody can be sure. */
function failureOf(method: string, cause: unknown): AppError {
  const inner = cause instanceof Error ? cause.cause : undefined;
  const refused = inner instanceof Error && 'code' in inner && inner.code === 'ECONNREFUSED';
  return new AppError(refused ? 'unavailable' : 'unknown', `The platform did not answer ${method}.`, {
    reason: 'unreachable',
    cause,
  });
}
