import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Person } from '../../src/chat/incoming.ts';
import type { Clock } from '../../src/clock.ts';
import { isLanguage, type Language } from '../../src/language.ts';
import type { Log } from '../../src/log.ts';
import { toAppError } from './errors.ts';

/** Somebody as the core wants to know them, and the language of their Slack where it is one of ours. */
export interface Someone {
  readonly person: Person;
  readonly locale?: Language;
}

export type People = (userId: string) => Promise<Someone>;

const keptMs = 10 * 60_000;
/** Rights hang on groups: who leaves one must not keep them for long. */
const groupsKeptMs = 2 * 60_000;
const mostPeople = 5_000;

const userInfo = z.object({
  user: z.object({
    name: z.string().optional(),
    real_name: z.string().optional(),
    tz: z.string().optional(),
    locale: z.string().optional(),
  }),
});

const groupList = z.object({
  usergroups: z.array(z.object({ id: z.string(), users: z.array(z.string()).default([]) })).default([]),
});

interface Kept<Value> {
  readonly at: number;
  readonly value: Value;
}

export interface PeopleDependencies {
  readonly client: WebClient;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Who people are. Where Slack does not say, they are known by their id alone, without a group and its rights, and asked
 * about again the next time.
 */
export function createPeople({ client, clock, log }: PeopleDependencies): People {
  const people = new Map<string, Kept<Omit<Person, 'id' | 'groups'> & { readonly locale?: Language }>>();
  let groups: Kept<ReadonlyMap<string, readonly string[]>> | undefined;

  async function info(userId: string) {
    const kept = people.get(userId);
    if (kept !== undefined && clock() < kept.at + keptMs) return kept.value;
    const { user } = userInfo.parse(await client.users.info({ user: userId, include_locale: true }));
    const name = user.real_name ?? user.name;
    const language = user.locale?.slice(0, 2);
    const value = {
      ...(name === undefined ? {} : { name }),
      ...(user.tz === undefined ? {} : { zone: user.tz }),
      ...(isLanguage(language) ? { locale: language } : {}),
    };
    people.delete(userId);
    people.set(userId, { at: clock(), value });
    const [oldest] = people.keys();
    if (people.size > mostPeople && oldest !== undefined) people.delete(oldest);
    return value;
  }

  /** The groups of everybody who is in one. */
  async function memberships(): Promise<ReadonlyMap<string, readonly string[]>> {
    if (groups !== undefined && clock() < groups.at + groupsKeptMs) return groups.value;
    const { usergroups } = groupList.parse(await client.usergroups.list({ include_users: true }));
    const value = new Map<string, string[]>();
    for (const { id, users } of usergroups) {
      for (const user of users) value.set(user, [...(value.get(user) ?? []), `slack:${id}`]);
    }
    groups = { at: clock(), value };
    return value;
  }

  async function tolerant<Value>(what: string, ask: Promise<Value>): Promise<Value | undefined> {
    try {
      return await ask;
    } catch (error) {
      log.warn({ room: 'slack', code: toAppError(error, what).code, problem: toAppError(error, what).message }, what);
      return undefined;
    }
  }

  return async (userId) => {
    const [known, groupsOf] = await Promise.all([
      tolerant('Asking who somebody is', info(userId)),
      tolerant('Asking who is in which user group', memberships()),
    ]);
    const { locale, ...about } = known ?? {};
    const mine = groupsOf?.get(userId) ?? [];
    return {
      person: { id: `slack:${userId}`, ...about, ...(mine.length === 0 ? {} : { groups: mine }) },
      ...(locale === undefined ? {} : { locale }),
    };
  };
}
