import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Api } from './api.ts';

const memberShape = z.looseObject({ roles: z.array(z.string()) });

/** As long is it believed which roles somebody has. */
const believedMs = 60_000;
const knownLimit = 1000;
const guildLimit = 20;

/**
 * A person's roles in all servers of the bot. Discord tells them with what is done in a server and not with what is done
 * in a direct conversation, where the secretariat's reports have their buttons.
 */
export function createGroups(api: Api, guildIds: () => readonly string[], clock: Clock) {
  const known = new Map<string, { readonly at: number; readonly roles: readonly string[] }>();

  async function rolesIn(guildId: string, userId: string): Promise<readonly string[]> {
    try {
      return (await api.request('get', `/guilds/${guildId}/members/${userId}`, memberShape, 'Looking at a member'))
        .roles;
    } catch (error) {
      // Who is no member has no roles; where Discord cannot be asked, nobody has any.
      if (error instanceof AppError) return [];
      throw error;
    }
  }

  return async (userId: string): Promise<readonly string[]> => {
    const before = known.get(userId);
    if (before !== undefined && clock() - before.at < believedMs) return before.roles;
    const found = await Promise.all(
      guildIds()
        .slice(0, guildLimit)
        .map((guildId) => rolesIn(guildId, userId)),
    );
    const roles = found.flat();
    known.delete(userId);
    known.set(userId, { at: clock(), roles });
    const [oldest] = known.keys();
    if (known.size > knownLimit && oldest !== undefined) known.delete(oldest);
    return roles;
  };
}
