import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnouncementContent, Audience, AudienceChannel } from '../../src/announcements/announcement.ts';
import { planDeliveries, planRetraction } from '../../src/announcements/plan-deliveries.ts';
import { toPost } from '../../src/announcements/to-post.ts';
import { platformOf } from '../../src/chat/destination.ts';
import { languages } from '../../src/language.ts';
import { createOutboxModel, fates, type Fate, type OutboxModel } from './outbox-model.ts';
import { anyContent, now as start } from './sample-content.ts';
import { sampleOutlet } from './sample-outlet.ts';

const outlets = new Map([
  ['web', sampleOutlet()],
  ['chat', sampleOutlet()],
]);
const dayMs = 24 * 60 * 60 * 1000;

const channel: fc.Arbitrary<AudienceChannel> = fc.record({
  channel: fc.constantFrom('web:a', 'web:b', 'chat:a', 'chat:b', 'chat:c', 'other:a'),
  language: fc.constantFrom(...languages),
  topics: fc.constant([]),
});
const audience: fc.Arbitrary<Audience> = fc.record({
  name: fc.constant('all'),
  channels: fc.array(channel, { minLength: 1, maxLength: 7 }),
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
  let now = start;
  for (const [index, { content, days, retry, ...rest }] of life.entries()) {
    const revision = index + 1;
    const earlier = outbox.deliveries();
    const plan = planDeliveries({ id: 'a1', revision, content, audience: rest.audience, outlets, earlier, now });
    const keys = [...earlier, ...plan.add].map((row) => `${row.channel} ${row.revision} ${row.kind} ${row.slot}`);
    expect(keys).toEqual([...new Set(keys)]);
    expect(new Set(plan.add.map(({ id }) => id)).size).toBe(plan.add.length);
    outbox.carryOut(plan);
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

function expectCurrent(outbox: OutboxModel, content: AnnouncementContent, to: Audience): void {
  const seen = new Set<string>();
  for (const { channel: name, language } of to.channels) {
    const post = toPost(content, language);
    const isFirst = !seen.has(name);
    seen.add(name);
    if (!isFirst || post === undefined) continue;
    const texts = outbox.messages().filter((message) => message.channel === name && message.slot === '');
    const passedOn = to.crosspost ? { ...post, crosspost: true as const } : post;
    const expected = outlets.get(platformOf(name))?.render(passedOn).payload;
    expect(texts.map(({ payload }) => payload)).toEqual(expected === undefined ? [] : [expected]);
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
        const { outbox } = live([...life, calm, { ...calm, days: 3 * 366 }]);
        expectCurrent(outbox, last.content, last.audience);
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
