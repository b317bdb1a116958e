import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnouncementContent, Audience, AudienceChannel } from '../../src/announcements/announcement.ts';
import { planDeliveries, planRetraction } from '../../src/announcements/plan-deliveries.ts';
import { toPost } from '../../src/announcements/to-post.ts';
import { reminderIn } from '../../src/announcements/slots.ts';
import { platformOf } from '../../src/chat/destination.ts';
import { languages } from '../../src/language.ts';
import { calendarOutlet } from './planned-life.ts';
import { createOutboxModel, fates, type Fate, type OutboxModel } from './outbox-model.ts';
import { anyContent, now as start } from './sample-content.ts';
import { sampleOutlet } from './sample-outlet.ts';

const outlets = new Map([
  ['web', sampleOutlet()],
  ['chat', sampleOutlet()],
  ['cal', calendarOutlet],
]);
const dayMs = 24 * 60 * 60 * 1000;

const channel: fc.Arbitrary<AudienceChannel> = fc.record({
  channel: fc.constantFrom('web:a', 'web:b', 'chat:a', 'chat:b', 'chat:c', 'other:a', 'cal:a', 'cal:b'),
  language: fc.constantFrom(...languages),
  topics: fc.constant([]),
});
const audience: fc.Arbitrary<Audience> = fc.record({
  name: fc.constant('all'),
  channels: fc.array(channel, { minLength: 1, maxLength: 8 }),
  crosspost: fc.boolean(),
});
/** One stretch of an announcement's life: a revision, then some time, tries with these fates in turn, perhaps a retry. */
const stretch = fc.record({
  content: anyContent,
  audience,
  fates: fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 8 }),
  days: fc.integer({ min: 0, max: 300 }),
  retry: fc.boolean(),
});
type Stretch = typeof stretch extends fc.Arbitrary<infer Value> ? Value : never;

function inTurn(list: readonly Fate[]): () => Fate {
  let next = 0;
  return () => list[next++ % list.length] ?? 'done';
}

function expectOneAtMost(outbox: OutboxModel): void {
  const places = outbox.messages().map((message) => `${message.channel} ${message.slot}`);
  expect(places).toEqual([...new Set(places)]);
}

/** Lives through the stretches, then lets everything arrive that can; gives the outbox and the time. */
function live(life: readonly Stretch[]): { outbox: OutboxModel; now: number } {
  const outbox = createOutboxModel();
  const contentOf = (revision: number) => life[revision - 1]?.content;
  let now = start;
  for (const [index, { content, days, retry, ...rest }] of life.entries()) {
    const revision = index + 1;
    const earlier = outbox.deliveries();
    const plan = planDeliveries({
      id: 'a1',
      revision,
      content,
      audience: rest.audience,
      outlets,
      earlier,
      contentOf,
      now,
    });
    const keys = [...earlier, ...plan.add].map((row) => `${row.channel} ${row.revision} ${row.kind} ${row.slot}`);
    expect(keys).toEqual([...new Set(keys)]);
    expect(new Set(plan.add.map(({ id }) => id)).size).toBe(plan.add.length);
    outbox.carryOut(plan);
    if (content.event?.cancelled === true) expect(pendingReminders(outbox)).toEqual([]);
    outbox.deliver(now, inTurn(rest.fates));
    expectOneAtMost(outbox);
    if (retry) outbox.retryFailed();
    now += days * dayMs;
    outbox.deliver(now, inTurn(rest.fates));
    expectOneAtMost(outbox);
  }
  outbox.deliver(now, () => 'done');
  outbox.retryFailed();
  outbox.deliver(now, () => 'done');
  expectOneAtMost(outbox);
  return { outbox, now };
}

function pendingReminders(outbox: OutboxModel) {
  return outbox.deliveries().filter(({ kind, status }) => kind === 'reminder' && status === 'pending');
}

function expectCurrent(outbox: OutboxModel, content: AnnouncementContent, to: Audience): void {
  const seen = new Set<string>();
  for (const { channel: name, language } of to.channels) {
    const post = toPost(content, language);
    const isFirst = !seen.has(name);
    seen.add(name);
    if (!isFirst || post === undefined || name.startsWith('cal:')) continue;
    const texts = outbox.messages().filter((message) => message.channel === name && message.slot === '');
    const passedOn = to.crosspost ? { ...post, crosspost: true as const } : post;
    const expected = outlets.get(platformOf(name))?.render(passedOn).payload;
    expect(texts.map(({ payload }) => payload)).toEqual(expected === undefined ? [] : [expected]);
  }
}

/** What stands in calendars, where the last word was spoken at `at`. */
function expectEntries(
  outbox: OutboxModel,
  { event, publishAt = 0, ...content }: AnnouncementContent,
  to: Audience,
  at: number,
): void {
  const seen = new Set<string>();
  for (const { channel: name, language } of to.channels) {
    const isFirst = !seen.has(name);
    seen.add(name);
    const post = toPost({ ...content, ...(event && { event }) }, language);
    if (!isFirst || !name.startsWith('cal:')) continue;
    const entries = outbox.messages().filter((message) => message.channel === name);
    if (event === undefined || event.cancelled === true) expect(entries).toEqual([]);
    else if (post !== undefined && event.startAt > Math.max(publishAt, at)) {
      const { pings: _, ...entry } = post;
      expect(entries.map(({ payload }) => payload)).toEqual([calendarOutlet.render(entry).payload]);
    }
  }
}

/** In channels that get a text no reminder stands that says nothing of the cancellation. */
function expectNoFalseReminder(outbox: OutboxModel, content: AnnouncementContent, to: Audience): void {
  if (content.event?.cancelled !== true) return;
  const first = new Map(to.channels.toReversed().map(({ channel: name, language }) => [name, language]));
  const reached = [...first].filter(([, language]) => toPost(content, language) !== undefined).map(([name]) => name);
  const messages = outbox.messages().filter((message) => reached.includes(message.channel));
  for (const { payload } of messages.filter(({ slot }) => reminderIn(slot) !== undefined)) {
    expect(payload).toMatch(/^\{"title":"(?:Cancelled|Cancelado|Annulé)/);
  }
}

describe('planDeliveries() again and again', () => {
  it('planDeliveries() never brings two copies into a channel, and in the end every channel has the newest text', () => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (life) => {
        const last = life.at(-1);
        if (last === undefined) return;
        // What was given up unseen comes, in its old words, when it is retried; the next change reaches it.
        const calm: Stretch = { ...last, fates: ['done'], days: 0, retry: true };
        const whole = [...life, calm, { ...calm, days: 3 * 366 }];
        const { outbox, now } = live(whole);
        expectCurrent(outbox, last.content, last.audience);
        expectEntries(outbox, last.content, last.audience, now - 3 * 366 * dayMs);
        expectNoFalseReminder(outbox, last.content, last.audience);
        const again = planDeliveries({
          id: 'a1',
          revision: whole.length + 1,
          ...last,
          outlets,
          earlier: outbox.deliveries(),
          contentOf: (revision) => whole[revision - 1]?.content,
          now,
        });
        const standing = new Set(outbox.messages().map((message) => message.channel));
        expect(again.add.filter((row) => standing.has(row.channel) && row.status === 'pending')).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('planRetraction() leaves nothing standing, whatever came before, and nothing comes later', () => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 4 }), (life) => {
        const { outbox, now } = live(life);
        const earlier = outbox.deliveries();
        const plan = planRetraction({ id: 'a1', revision: life.length, earlier, now });
        const keys = [...earlier, ...plan.add].map((row) => `${row.channel} ${row.revision} ${row.kind} ${row.slot}`);
        expect(keys).toEqual([...new Set(keys)]);
        outbox.carryOut(plan);
        outbox.deliver(now, () => 'done');
        expect(outbox.messages()).toEqual([]);
        outbox.deliver(now + 3 * 366 * dayMs, () => 'done');
        expect(outbox.messages()).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('planDeliveries() of the same once more changes nothing', () => {
    fc.assert(
      fc.property(anyContent, audience, (content, to) => {
        const { outbox, now } = live([{ content, audience: to, fates: ['done'], days: 0, retry: false }]);
        const input = { id: 'a1', content, audience: to, outlets, earlier: outbox.deliveries(), now };
        expect(planDeliveries({ ...input, revision: 1 })).toMatchObject({ add: [], withdrawIn: [], previews: [] });
        const again = planDeliveries({ ...input, revision: 2 });
        const standing = new Set(outbox.messages().map((message) => message.channel));
        expect(again.add.filter((row) => standing.has(row.channel) && row.kind !== 'reminder')).toEqual([]);
      }),
    );
  });
});
