import { platformOf } from '../chat/destination.ts';
import type { PostEvent } from '../chat/post.ts';
import type { Preview } from '../chat/reply.ts';
import type { AnnouncementContent } from './announcement.ts';
import { channelHistories, nextTurn, type ChannelHistory, type PastDelivery } from './channel-history.ts';
import { toDelivery, type ChannelPlan, type PlanInput, type PlannedChannel, type PlanProblem } from './channel-plan.ts';
import type { NewDelivery } from './delivery.ts';
import { endOf } from './event-change.ts';
import { planChannel } from './plan-channel.ts';
import { planDigest } from './plan-digest.ts';
import { reminderMoves, type ReminderMove } from './reminder-moves.ts';
import { createRendering, type Rendering } from './rendering.ts';
import { reminderIn } from './slots.ts';
import { toldEvent } from './told-event.ts';

/** What confirming a revision would do. */
export interface Plan {
  /** In each channel in the order in which it is to be done. */
  readonly add: readonly NewDelivery[];
  /** Channels in which everything that has not happened yet is withdrawn before: `add` replaces it. */
  readonly withdrawIn: readonly string[];
  /** What each platform will show, once a language; channels by their ids. */
  readonly previews: readonly Preview[];
  /** What a platform does not bear; nothing is planned for those channels: it must not be confirmed. */
  readonly problems: readonly PlanProblem[];
  /** Channels for which there is no text. */
  readonly held: readonly string[];
  /** Channels in which everybody is notified. */
  readonly pinged: readonly string[];
  /** Reminders that were to come at another time, or at all. */
  readonly reminderMoves: readonly ReminderMove[];
  /** Readers know of an event to come, of which the announcement does not speak any more: nobody tells them. */
  readonly dropsEvent: boolean;
  /** Whether something of the announcement stands, or may stand, somewhere. */
  readonly isKnown: boolean;
  /** Changes when anything that would be posted, or where or when, changes. */
  readonly digest: string;
}

/**
 * Plans a revision of an announcement: a post in each channel of the audience that wants to hear of its topics, or, where
 * one stands or may stand already, an edit of it, if it says something else, and a message on what has changed of its
 * event; reminders of its event. In a calendar, the event alone. What has not happened yet is withdrawn and planned anew.
 * Copies in channels that have left the audience are edited too, and get no further reminders. A channel without a text,
 * or whose platform is not configured, gets a held delivery, and a copy that stands there stays as it is. A revision that
 * was planned before gives an empty plan.
 */
export function planDeliveries(input: PlanInput): Plan {
  const { earlier, revision } = input;
  const histories = channelHistories(earlier);
  if (earlier.some((row) => row.revision >= revision)) return toPlan([], [], histories, input);
  const rendering = createRendering(input);
  const plans = destinationsOf(input, histories).map((destination) => planChannel(destination, input, rendering));
  const withdrawIn = [...histories].filter(([, { hasUndone }]) => hasUndone).map(([channel]) => channel);
  return toPlan(plans, withdrawIn, histories, input, rendering);
}

/**
 * Plans taking an announcement back: everything that has not happened yet is withdrawn, every message that stands or may
 * stand is removed. Where something was removed before, what is planned belongs to a revision after that.
 */
export function planRetraction({
  id,
  revision,
  earlier,
  now,
}: Pick<PlanInput, 'id' | 'revision' | 'now'> & { readonly earlier: readonly PastDelivery[] }): Pick<
  Plan,
  'add' | 'withdrawIn'
> {
  const histories = channelHistories(earlier);
  const add = [...histories].flatMap(([channel, history]) =>
    [...history.standing.values()].map(({ slot, row }) => {
      const removals = history.rows.filter((each) => each.kind === 'remove' && each.slot === slot);
      const free = Math.max(revision, ...removals.map((removal) => removal.revision + 1));
      const draft = { kind: 'remove', slot, scheduledAt: nextTurn(history, now) } as const;
      return toDelivery({ id, revision: free }, { channel, language: row.language }, draft);
    }),
  );
  const withdrawIn = [...histories].filter(([, { hasUndone }]) => hasUndone).map(([channel]) => channel);
  return { add, withdrawIn };
}

/** Whether a channel wants to hear of it: one that names no topics hears everything, and all hear what has no topic. */
function isWanted(topics: readonly string[], { topics: about = [] }: AnnouncementContent): boolean {
  const isAbout = (topic: string) => about.some((each) => each.toLowerCase() === topic.toLowerCase());
  return topics.length === 0 || about.length === 0 || topics.some(isAbout);
}

function destinationsOf(
  { audience, content }: PlanInput,
  histories: ReadonlyMap<string, ChannelHistory>,
): PlannedChannel[] {
  const planned = new Map<string, PlannedChannel>();
  for (const { channel, language, topics } of audience.channels) {
    if (planned.has(channel) || !isWanted(topics, content)) continue;
    planned.set(channel, { channel, language, inAudience: true, history: histories.get(channel) });
  }
  for (const [channel, history] of histories) {
    const newest = history.rows.at(-1);
    if (planned.has(channel) || history.standing.size === 0 || newest === undefined) continue;
    planned.set(channel, { channel, language: newest.language, inAudience: false, history });
  }
  return [...planned.values()];
}

function toPlan(
  plans: readonly ChannelPlan[],
  withdrawIn: readonly string[],
  histories: ReadonlyMap<string, ChannelHistory>,
  { content, outlets, earlier, now, contentOf = () => undefined }: PlanInput,
  rendering?: Rendering,
): Plan {
  const add = plans.flatMap((plan) => plan.add);
  const takesEvents = (channel: string) => outlets.get(platformOf(channel))?.takes === 'events';
  const isAwaited = (event: PostEvent | undefined) =>
    event !== undefined && event.cancelled !== true && endOf(event) > now;
  const posts = add.filter(({ kind, slot, status }) => kind === 'post' && slot === '' && status === 'pending');
  return {
    add,
    withdrawIn,
    previews: rendering === undefined ? [] : toPreviews(add, rendering),
    problems: plans.flatMap((plan) => plan.problems),
    held: add.filter(({ reason }) => reason === 'missingLanguage').map(({ channel }) => channel),
    pinged: content.pings ? posts.map(({ channel }) => channel).filter((channel) => !takesEvents(channel)) : [],
    reminderMoves: rendering === undefined ? [] : reminderMoves(earlier, add),
    dropsEvent:
      content.event === undefined &&
      [...histories.values()].some((history) => isAwaited(toldEvent(history, contentOf))),
    isKnown: [...histories.values()].some(({ standing }) => standing.size > 0),
    digest: planDigest(add, now),
  };
}

/** The texts, each with what is said of the change beside it. Reminders repeat what is shown already. */
function toPreviews(add: readonly NewDelivery[], rendering: Rendering): Preview[] {
  const shown = add.filter(({ kind, status }) => (kind === 'post' || kind === 'edit') && status === 'pending');
  const texts = shown.filter(({ slot }) => reminderIn(slot) === undefined);
  // The announcement is the same wherever platform and language are; what is said of a change depends on what was said before.
  const groups = Map.groupBy(texts, ({ channel, language, slot, payload }) =>
    [platformOf(channel), language, slot === '' ? '' : payload].join(' '),
  );
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { language, payload } = first;
    const platform = platformOf(first.channel);
    const text = rendering.preview(platform, payload);
    return [{ platform, language, channels: rows.map(({ channel }) => channel), payload, text }];
  });
}
