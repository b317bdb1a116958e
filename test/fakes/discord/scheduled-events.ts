import { z } from 'zod';
import { bot, invalidForm, type FakeUser, type Refusal } from './state.ts';

/** scheduled, active, completed, canceled. */
export const eventStatus = { scheduled: 1, active: 2, completed: 3, canceled: 4 } as const;

type Status = (typeof eventStatus)[keyof typeof eventStatus];

export interface FakeEvent {
  readonly id: string;
  readonly guildId: string;
  readonly creator: FakeUser;
  readonly name: string;
  readonly description: string;
  readonly location: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly status: Status;
  /** The people who are interested; as long as the event is the same one, so are they. */
  readonly interested: readonly string[];
  /** The body with which it was made. */
  readonly body: unknown;
}

export const eventRefusals = {
  unknown: { status: 404, code: 10070, message: 'Unknown Guild Scheduled Event' },
  full: { status: 400, code: 30038, message: 'Maximum number of uncompleted guild scheduled events reached (100)' },
  over: { status: 400, code: 180000, message: 'Cannot update a finished event' },
} as const satisfies Record<string, Refusal>;

const mostEvents = 100;
const text = z.string().refine((value) => value.trim() !== '', 'must not be empty');
const instant = z.string().transform((value) => Date.parse(value));

const created = z.looseObject({
  name: text,
  description: z.string().nullish(),
  scheduled_start_time: instant,
  scheduled_end_time: instant,
  entity_metadata: z.object({ location: text }),
});

const changed = created.partial().extend({ status: z.union([z.literal(2), z.literal(3), z.literal(4)]).optional() });

/** Where a status may lead (reference: guild scheduled event, status transitions). */
const next: Readonly<Record<Status, readonly Status[]>> = { 1: [2, 4], 2: [3], 3: [], 4: [] };

/** The calendars of the servers, as Discord keeps them. */
export function createScheduledEvents({
  newId,
  clock,
}: {
  readonly newId: () => string;
  readonly clock: () => number;
}) {
  const events: FakeEvent[] = [];
  let rememberOver = false;

  const isOver = ({ status }: FakeEvent) => status === eventStatus.completed || status === eventStatus.canceled;

  /** Events at a place of their own begin and end by themselves. */
  function now(): FakeEvent[] {
    for (const event of events) {
      if (event.status === eventStatus.scheduled && event.startAt <= clock())
        put({ ...event, status: eventStatus.active });
      else if (event.status === eventStatus.active && event.endAt <= clock())
        put({ ...event, status: eventStatus.completed });
    }
    return events;
  }

  const known = (guildId: string) =>
    now().filter((event) => event.guildId === guildId && (rememberOver || !isOver(event)));

  function put(event: FakeEvent): FakeEvent {
    const index = events.findIndex(({ id }) => id === event.id);
    if (index === -1) events.push(event);
    else events[index] = event;
    return event;
  }

  function problemOf({ startAt, endAt }: FakeEvent, isMoved: boolean): Refusal | undefined {
    if (isMoved && startAt <= clock()) return invalidForm('Cannot schedule event in the past.');
    if (endAt <= clock()) return invalidForm('Cannot schedule event in the past.');
    return endAt <= startAt ? invalidForm('The event cannot end before it starts.') : undefined;
  }

  return {
    list: known,
    get: (guildId: string, id: string): FakeEvent | Refusal =>
      known(guildId).find((event) => event.id === id) ?? eventRefusals.unknown,
    create(guildId: string, body: unknown, creator: FakeUser = bot): FakeEvent | Refusal {
      const parsed = created.safeParse(body);
      if (!parsed.success) return invalidForm(parsed.error.message);
      const { name, description, scheduled_start_time: startAt, scheduled_end_time: endAt } = parsed.data;
      const { location } = parsed.data.entity_metadata;
      const event: FakeEvent = {
        id: newId(),
        guildId,
        creator,
        name,
        description: description ?? '',
        location,
        startAt,
        endAt,
        status: eventStatus.scheduled,
        interested: [],
        body,
      };
      const coming = now().filter((one) => one.guildId === guildId && !isOver(one));
      if (coming.length >= mostEvents) return eventRefusals.full;
      return problemOf(event, true) ?? put(event);
    },
    change(guildId: string, id: string, body: unknown): FakeEvent | Refusal {
      const old = known(guildId).find((event) => event.id === id);
      if (old === undefined) return eventRefusals.unknown;
      if (isOver(old)) return eventRefusals.over;
      const parsed = changed.safeParse(body);
      if (!parsed.success) return invalidForm(parsed.error.message);
      const { status, name, description, scheduled_start_time, scheduled_end_time, entity_metadata } = parsed.data;
      if (status !== undefined) {
        return next[old.status].includes(status)
          ? put({ ...old, status })
          : invalidForm(`no way from the status ${old.status} to ${status}`);
      }
      if (scheduled_start_time !== undefined && old.status !== eventStatus.scheduled)
        return invalidForm('the start of an event that has begun');
      const event = {
        ...old,
        name: name ?? old.name,
        description: description ?? old.description,
        location: entity_metadata?.location ?? old.location,
        startAt: scheduled_start_time ?? old.startAt,
        endAt: scheduled_end_time ?? old.endAt,
      };
      return problemOf(event, scheduled_start_time !== undefined) ?? put(event);
    },
    /** What Discord and people do. */
    move: (id: string, part: Partial<FakeEvent>) => {
      const old = events.find((event) => event.id === id);
      if (old !== undefined) put({ ...old, ...part });
    },
    /** Events that are over are shown, instead of forgotten at once. */
    remember: () => void (rememberOver = true),
    all: (): readonly FakeEvent[] => now(),
  };
}

export type ScheduledEvents = ReturnType<typeof createScheduledEvents>;

/** An event as it is answered. */
export function eventObject(event: FakeEvent) {
  return {
    id: event.id,
    guild_id: event.guildId,
    channel_id: null,
    creator_id: event.creator.id,
    name: event.name,
    description: event.description,
    image: null,
    scheduled_start_time: withOffset(event.startAt),
    scheduled_end_time: withOffset(event.endAt),
    privacy_level: 2,
    status: event.status,
    entity_type: 3,
    entity_id: null,
    entity_metadata: { location: event.location },
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
  };
}

/** Discord writes instants in its own way. */
function withOffset(instantAt: number): string {
  return new Date(instantAt)
    .toISOString()
    .replace('Z', '000+00:00')
    .replace(/\.000000/, '');
}

/** What a person reads of an event. */
export function eventText({ name, location, description }: FakeEvent): string {
  return [name, location, description.replace(/\\([^0-9A-Za-z\s])/g, '$1')].join('\n');
}
