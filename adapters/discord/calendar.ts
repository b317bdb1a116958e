import { z } from 'zod';
import { messagesIn } from '../../src/chat/messages.ts';
import type { ChannelCheck, Outlet, Posted } from '../../src/chat/outlet.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Language } from '../../src/language.ts';
import type { Api } from './api.ts';
import type { Channels } from './channels.ts';
import { limits } from './limits.ts';
import { permission } from './permissions.ts';
import { calendarPlatform } from './platform.ts';
import { hasReference, referenceOf, renderScheduledEvent, withReference } from './scheduled-event.ts';

/** States of a scheduled event. From the first it goes on to the second or the last, from the second to the third. */
const status = { scheduled: 1, active: 2, completed: 3, canceled: 4 } as const;

const eventShape = z.looseObject({
  id: z.string(),
  status: z.number(),
  scheduled_start_time: z.string(),
  description: z.string().nullish(),
  creator_id: z.string().nullish(),
});
const listShape = z.array(eventShape).nullable();
const guildShape = z.looseObject({ name: z.string() });
const payloadShape = z.object({
  name: z.string(),
  description: z.string(),
  scheduled_start_time: z.iso.datetime(),
  scheduled_end_time: z.iso.datetime(),
  privacy_level: z.literal(2),
  entity_type: z.literal(3),
  entity_metadata: z.object({ location: z.string() }),
});

export interface CalendarParts {
  readonly api: Api;
  readonly channels: Channels;
  readonly clock: Clock;
}

/**
 * The way to the calendars of Discord's servers: one scheduled event for each announced one. It is named
 * `server/event/reference`, and changed in place, because people's interest belongs to it. An event that has begun can
 * neither be made nor moved (reason `eventOver`).
 */
export function createCalendar({ api, channels, clock }: CalendarParts): Outlet {
  async function get({ guildId, eventId }: Named, doing: string) {
    return await api.request('get', routeOf(guildId, eventId), eventShape, doing);
  }

  async function patch({ guildId, eventId }: Named, body: object, doing: string): Promise<void> {
    await api.request('patch', routeOf(guildId, eventId), eventShape, doing, { body });
  }

  async function edit({ messageId }: Posted, payload: string): Promise<void> {
    const doing = 'Changing a scheduled event';
    const named = nameOf(messageId);
    const wanted = withReference(readPayload(payload), named.reference);
    const { scheduled_start_time: start, privacy_level: _, entity_type: __, ...changed } = wanted;
    const standing = await get(named, doing);
    if (standing.status === status.canceled) throw gone(doing);
    const now = clock();
    if (standing.status === status.completed || Date.parse(changed.scheduled_end_time) <= now) throw over(doing);
    const isMoved = Date.parse(standing.scheduled_start_time) !== Date.parse(start);
    const canMove = standing.status === status.scheduled && Date.parse(start) > now;
    // The start is settled once it has passed; Discord refuses to hear of it again.
    await patch(named, isMoved && canMove ? { ...changed, scheduled_start_time: start } : changed, doing);
    if (isMoved && !canMove) throw over(doing);
  }

  async function remove({ messageId }: Posted): Promise<void> {
    const doing = 'Cancelling a scheduled event';
    const named = nameOf(messageId);
    try {
      const standing = await get(named, doing);
      if (standing.status === status.scheduled) await patch(named, { status: status.canceled }, doing);
      // What has begun cannot be cancelled any more, but ended.
      if (standing.status === status.active) await patch(named, { status: status.completed }, doing);
    } catch (error) {
      if (!(error instanceof AppError && error.reason === 'gone')) throw error;
    }
  }

  async function find(to: string, key: string): Promise<Posted | undefined> {
    const guildId = guildOf(to);
    const reference = referenceOf(key);
    const [events, ownId] = await Promise.all([
      api.request('get', `/guilds/${guildId}/scheduled-events`, listShape, 'Looking for a scheduled event'),
      channels.ownId(),
    ]);
    // Who copies an event in Discord copies its description too.
    const own = (events ?? []).filter((event) => event.creator_id === ownId);
    const found = own.find(({ description }) => hasReference(description ?? '', reference));
    return found === undefined ? undefined : posted(guildId, found.id, reference);
  }

  async function check(to: string, language: Language): Promise<ChannelCheck> {
    try {
      const guildId = guildOf(to);
      const guild = await api.request('get', `/guilds/${guildId}`, guildShape, 'Looking at a server');
      const name = messagesIn(language).room.serverCalendar(guild.name);
      const rights = await channels.rightsOn(guildId);
      return (rights & permission.createEvents) === 0n
        ? { ok: false, name, reason: 'noPermission' }
        : { ok: true, name };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'refused') throw error;
      return { ok: false, ...(error.reason === undefined ? {} : { reason: error.reason }) };
    }
  }

  return {
    platform: calendarPlatform,
    takes: 'events',
    postsPerSecond: limits.eventsPerSecond,
    render: renderScheduledEvent,
    async send(to, payload, key) {
      const doing = 'Making a scheduled event';
      const guildId = guildOf(to);
      const event = readPayload(payload);
      if (Date.parse(event.scheduled_start_time) <= clock()) throw over(doing);
      const reference = referenceOf(key);
      const body = withReference(event, reference);
      const { id } = await api.request('post', `/guilds/${guildId}/scheduled-events`, eventShape, doing, { body });
      return posted(guildId, id, reference);
    },
    edit,
    remove,
    find,
    check: async (to, _pings, language) => await check(to, language),
  };
}

interface Named {
  readonly guildId: string;
  readonly eventId: string;
  readonly reference: string;
}

function posted(guildId: string, eventId: string, reference: string): Posted {
  return {
    messageId: `${guildId}/${eventId}/${reference}`,
    url: `https://discord.com/events/${guildId}/${eventId}`,
  };
}

function nameOf(messageId: string): Named {
  const [, guildId, eventId, reference] = /^(\d{5,20})\/(\d{5,20})\/(#\w+)$/.exec(messageId) ?? [];
  if (guildId !== undefined && eventId !== undefined && reference !== undefined) return { guildId, eventId, reference };
  throw new AppError('refused', 'An event of Discord is named by its server and its number.', { reason: 'gone' });
}

function guildOf(destination: string): string {
  const [, guildId] = new RegExp(`^${calendarPlatform}:(\\d{5,20})$`).exec(destination) ?? [];
  if (guildId !== undefined) return guildId;
  throw new AppError('refused', 'A calendar of Discord is named by the number of its server.', {
    reason: 'noSuchChannel',
  });
}

function routeOf(guildId: string, eventId: string): `/guilds/${string}` {
  return `/guilds/${guildId}/scheduled-events/${eventId}`;
}

function readPayload(payload: string) {
  const parsed = payloadShape.safeParse(JSON.parse(payload));
  if (parsed.success) return parsed.data;
  throw new AppError('malformed', 'Making a scheduled event: it is not in the form of this calendar.', {
    reason: 'malformed',
  });
}

function over(doing: string): AppError {
  return new AppError('refused', `${doing}: it has begun already.`, { reason: 'eventOver' });
}

function gone(doing: string): AppError {
  return new AppError('refused', `${doing}: somebody cancelled it.`, { reason: 'gone' });
}
