import { platformOf } from '../chat/destination.ts';
import type { Preview } from '../chat/reply.ts';
import type { DeliveryReason } from '../errors.ts';
import type { Language } from '../language.ts';
import type { AnnouncementContent } from './announcement.ts';
import { channelHistories, nextTurn, type ChannelHistory, type PastDelivery } from './channel-history.ts';
import { toDelivery, type ChannelPlan, type PlanInput, type PlannedChannel, type PlanProblem } from './channel-plan.ts';
import type { DeliveryKind, NewDelivery } from './delivery.ts';
import { planDigest } from './plan-digest.ts';
import { planReminders } from './plan-reminders.ts';
import { createRendering, type Rendering } from './rendering.ts';

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
  /** Changes when anything that would be posted, or where or when, changes. */
  readonly digest: string;
}

/**
 * Plans a revision of an announcement: a post in each channel of the audience that wants to hear of its topics, or, where one stands or may stand already,
 * an edit of it, if it says something else; reminders of its event. What has not happened yet is withdrawn and planned
 * anew. Copies in channels that have left the audience are edited too, and get no further reminders. A channel without a
 * text, or whose platform is not configured, gets a held delivery, and a copy that stands there stays as it is. A revision
 * that was planned before gives an empty plan.
 */
export function planDeliveries(input: PlanInput): Plan {
  const { earlier, revision, now } = input;
  if (earlier.some((row) => row.revision >= revision)) return toPlan([], [], [], createRendering(input), now);
  const rendering = createRendering(input);
  const histories = channelHistories(earlier);
  const destinations = destinationsOf(input, histories);
  const plans = destinations.map((destination) => planChannel(destination, input, rendering));
  const withdrawIn = [...histories].filter(([, { hasUndone }]) => hasUndone).map(([channel]) => channel);
  const held = destinations.filter(({ language, channel }) => isTextMissing(channel, language, rendering));
  return toPlan(
    plans,
    withdrawIn,
    held.map(({ channel }) => channel),
    rendering,
    now,
  );
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

function planChannel(planned: PlannedChannel, input: PlanInput, rendering: Rendering): ChannelPlan {
  const { content, now } = input;
  const { channel, language, history } = planned;
  const platform = platformOf(channel);
  const standing = history?.standing.get('');
  const kind: DeliveryKind = standing === undefined ? 'post' : 'edit';
  const scheduledAt =
    history === undefined || standing === undefined ? Math.max(content.publishAt ?? now, now) : nextTurn(history, now);
  const hold = (heldBecause: DeliveryReason): ChannelPlan => ({
    add: [toDelivery(input, planned, { kind, slot: '', scheduledAt, heldBecause })],
    problems: [],
  });
  if (!rendering.knows(platform)) return hold('notConfigured');
  const rendered = rendering.post(platform, language);
  if (rendered === undefined) return hold('missingLanguage');
  const reminders = planReminders(planned, input, rendering, scheduledAt);
  const problems = rendered.problems.map((problem) => ({ channel, platform, language, problem }));
  if (problems.length > 0) return { add: [], problems };
  const { payload, plainPayload } = rendered;
  const text =
    standing?.payload === payload
      ? []
      : [toDelivery(input, planned, { kind, slot: '', scheduledAt, payload, plainPayload })];
  return { add: [...text, ...reminders.add], problems: reminders.problems };
}

function isTextMissing(channel: string, language: Language, rendering: Rendering): boolean {
  const platform = platformOf(channel);
  return rendering.knows(platform) && rendering.post(platform, language) === undefined;
}

function toPlan(
  plans: readonly ChannelPlan[],
  withdrawIn: readonly string[],
  held: readonly string[],
  rendering: Rendering,
  now: number,
): Plan {
  const add = plans.flatMap((plan) => plan.add);
  return {
    add,
    withdrawIn,
    previews: toPreviews(add, rendering),
    problems: plans.flatMap((plan) => plan.problems),
    held,
    digest: planDigest(add, now),
  };
}

function toPreviews(add: readonly NewDelivery[], rendering: Rendering): Preview[] {
  const texts = add.filter(({ slot, status }) => slot === '' && status === 'pending');
  const groups = Map.groupBy(texts, ({ channel, language }) => `${platformOf(channel)} ${language}`);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const platform = platformOf(first.channel);
    const text = rendering.post(platform, first.language)?.preview ?? '';
    const channels = rows.map(({ channel }) => channel);
    return [{ platform, language: first.language, channels, payload: first.payload, text }];
  });
}
