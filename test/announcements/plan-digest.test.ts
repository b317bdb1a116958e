import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../src/announcements/channel-plan.ts';
import { now } from './sample-content.ts';
import { after, audience, changed, content, dayMs, event, plan } from './sample-plan.ts';

describe('planDeliveries() and its digest', () => {
  const { digest } = plan();
  const later = now + dayMs;

  it('planDeliveries() gives the same digest as long as the same would be posted', () => {
    expect(plan({ now: now + 60_000 }).digest).toBe(digest);
    expect(plan({ audience: audience(['web:es', 'es'], ['web:en', 'en']) }).digest).toBe(digest);
    expect(plan({ revision: 2, earlier: after(plan().add, { status: 'failed', reason: 'archived' }) }).digest).toBe(
      digest,
    );
  });

  it.each<[string, Partial<PlanInput>]>([
    ['what is posted', { content: changed }],
    ['where', { audience: audience(['web:en', 'en']) }],
    ['the language of a channel', { audience: audience(['web:en', 'es'], ['web:es', 'es']) }],
    ['when', { content: { ...content, publishAt: later } }],
    ['the event', { content: { ...content, event } }],
    ['a reminder', { content: { ...content, event, reminders: ['1h'] } }],
    ['whether everybody is notified', { content: { ...content, pings: true } }],
    ['which platforms are configured', { outlets: new Map() }],
  ])('planDeliveries() gives another digest when %s changes', (_, input) => {
    expect(plan(input).digest).not.toBe(digest);
  });

  it('planDeliveries() gives another digest once the time to post has come', () => {
    const scheduled = { ...content, publishAt: later };
    expect(plan({ content: scheduled, now: later }).digest).not.toBe(plan({ content: scheduled }).digest);
    expect(plan({ content: scheduled, now: later - 1 }).digest).toBe(plan({ content: scheduled }).digest);
  });
});
