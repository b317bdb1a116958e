import { REST, type RouteLike } from 'discord.js';
import type { z } from 'zod';
import { AppError } from '../../src/errors.ts';
import { toAppError } from './errors.ts';
import { limits } from './limits.ts';

export interface ApiOptions {
  readonly token: string;
  /** Without the version, such as `https://discord.com/api`. */
  readonly apiUrl?: string;
  readonly requestMs?: number;
}

export interface Request {
  readonly body?: unknown;
  /** Goes along as a form: the body says under `attachments` what the files are, by their place here. */
  readonly files?: readonly { readonly name: string; readonly data: string; readonly contentType: string }[];
  readonly query?: Readonly<Record<string, string>>;
  /** False for interactions, whose address is their secret. */
  readonly auth?: false;
  /** How long the answer is waited for, where that is less than usual. */
  readonly withinMs?: number;
}

/** Discord's REST interface, each request tried once. */
export interface Api {
  /**
   * @param doing what an error message begins with, such as "Posting in a channel"
   * @throws AppError of the kinds that `Outlet` names
   */
  request<Shape>(
    method: 'get' | 'post' | 'patch' | 'put' | 'delete',
    route: RouteLike,
    shape: z.ZodType<Shape>,
    doing: string,
    request?: Request,
  ): Promise<Shape>;
}

export function createApi({ token, apiUrl, requestMs = limits.requestMs }: ApiOptions): Api {
  const rest = new REST({
    version: '10',
    ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/$/, '') }),
    // What is repeated, and when, is decided by those who know whether a message may stand already.
    retries: 0,
    rejectOnRateLimit: () => true,
    timeout: requestMs,
  });

  return {
    async request(method, route, shape, doing, { body, files, query, auth, withinMs } = {}) {
      // After one refusal the SDK forgets the token.
      rest.setToken(token);
      const answer = await rest[method](route, {
        ...(body === undefined ? {} : { body }),
        ...(files === undefined ? {} : { files: [...files] }),
        ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
        ...(auth === undefined ? {} : { auth }),
        ...(withinMs === undefined ? {} : { signal: AbortSignal.timeout(withinMs) }),
      }).catch((cause: unknown) => {
        throw toAppError(cause, doing);
      });
      const parsed = shape.safeParse(answer);
      if (parsed.success) return parsed.data;
      throw new AppError('unknown', `${doing}: Discord’s answer cannot be read.`, { reason: 'unreachable' });
    },
  };
}
