import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { Api } from './api.ts';
import { limits } from './limits.ts';
import { logFailure } from './room.ts';

const memberShape = z.looseObject({ roles: z.array(z.string()) });

/** As long is it believed which roles somebody has. */
const believedMs = 60_000;
const knownLimit = 1000;
const guildLimit = 20;

export interface GroupsParts {
  readonly api: Api;
  /** The servers that the bot is on. */
  readonly guildIds: () => readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * A person's roles in all servers of the bot. Discord tells them with what is done in a server and not with what is done
 * in a direct conversation, where the secretariat's reports have their buttons.
 */
export function createGroups({ api, guildIds, clock, log }: GroupsParts) {
  const known = new Map<string, { readonly at: number; readonly roles: readonly string[] }>();

  async function rolesIn(guildId: string, userId: string): Promise<readonly string[]> {
    const request = api.request('get', `/guilds/${guildId}/members/${userId}`, memberShape, 'Looking at a member', {
      withinMs: limits.rolesMs,
    });
    return await request.then(
      ({ roles }) => roles,
      (error: unknown) => {
        // Who is no member has no roles.
        if (error instanceof AppError && error.code === 'refused') return [];
        throw error;
      },
    );
  }

  return async (userId: string): Promise<readonly string[]> => {
    const before = known.get(userId);
    if (before !== undefined && clock() - before.at < believedMs) return before.roles;
    try {
      const servers = guildIds().slice(0, guildLimit);
      const roles = (await Promise.all(servers.map((guildId) => rolesIn(guildId, userId)))).flat();
      known.delete(userId);
      known.set(userId, { at: clock(), roles });
      const [oldest] = known.keys();
      if (known.size > knownLimit && oldest !== undefined) known.delete(oldest);
      return roles;
    } catch (error) {
      // Nobody gets rights from a failure; what was known a minute ago is better than nothing, and the next try asks again.
      logFailure(log, error, 'the roles of a person are not known');
      return before?.roles ?? [];
    }
  };
}
