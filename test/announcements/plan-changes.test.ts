import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../src/announcements/channel-plan.ts';
import type { Delivery } from '../../src/announcements/delivery.ts';
import { now } from './sample-content.ts';
import { after, audience, brief, changed, content, plan, sent } from './sample-plan.ts';

const change = (earlier: readonly Delivery[], input: Partial<PlanInput> = {}) =>
  plan({ content: changed, revision: 2, earlier, ...input });

describe('planDeliveries() of a change', () => {
  it.each<[string, Partial<Delivery>]>([
    ['sent', { status: 'sent', message: { messageId: 'm1' } }],
    ['being sent', { status: 'claimed' }],
    ['perhaps sent', { status: 'unknown', reason: 'unreachable' }],
    ['given up without anybody knowing', { status: 'failed', reason: 'unverified' }],
  ])('planDeliveries() edits a post that was %s', (_, state) => {
    const { add, withdrawIn } = change(after(plan().add, state));
    expect(brief(add)).toEqual(['web:en edit pending now', 'web:es edit pending now']);
    expect(add[0]?.payload).toContain('"New"');
    expect(withdrawIn).toEqual([]);
  });

  it.each<[string, Partial<Delivery>]>([
    ['still to come', { status: 'pending' }],
    ['to be tried again', { status: 'pending', attempts: 2, reason: 'unreachable' }],
    ['held', { status: 'held', reason: 'missed' }],
    ['refused', { status: 'failed', reason: 'notInChannel' }],
  ])('planDeliveries() withdraws a post that was %s, and posts anew', (_, state) => {
    const { add, withdrawIn } = change(after(plan().add, state));
    expect(brief(add)).toEqual(['web:en post pending now', 'web:es post pending now']);
    expect(withdrawIn).toEqual(['web:en', 'web:es']);
  });

  it('planDeliveries() leaves a channel alone whose text has not changed', () => {
    const { es } = content.texts;
    const { add } = change(sent, { content: { ...changed, texts: { ...changed.texts, ...(es && { es }) } } });
    expect(brief(add)).toEqual(['web:en edit pending now']);
  });

  it('planDeliveries() edits back a text of which an edit may have changed', () => {
    const edits = change(sent).add;
    for (const state of [{ status: 'unknown' }, { status: 'failed', reason: 'unreachable' }] as const) {
      const earlier = [...sent, ...after(edits, state)];
      expect(brief(plan({ revision: 3, earlier }).add)).toEqual(['web:en edit pending now', 'web:es edit pending now']);
    }
    expect(plan({ revision: 3, earlier: [...sent, ...after(edits, { status: 'pending' })] }).add).toEqual([]);
  });

  it('planDeliveries() puts an edit after a post that a program with another clock has in its hands', () => {
    const ahead = after(plan().add, { status: 'claimed', scheduledAt: now + 500 });
    expect(change(ahead).add.map(({ scheduledAt }) => scheduledAt)).toEqual([now + 500, now + 500]);
  });

  it('planDeliveries() edits copies in channels that have left the audience, and posts in new ones', () => {
    const { add } = change(sent, { audience: audience(['web:new', 'en'], ['web:es', 'es']) });
    expect(brief(add)).toEqual(['web:new post pending now', 'web:es edit pending now', 'web:en edit pending now']);
  });

  it('planDeliveries() only withdraws what was never posted in a channel that has left the audience', () => {
    const { add, withdrawIn } = change(after(plan().add, { status: 'pending' }), {
      audience: audience(['web:es', 'es']),
    });
    expect(brief(add)).toEqual(['web:es post pending now']);
    expect(withdrawIn).toEqual(['web:en', 'web:es']);
  });

  it('planDeliveries() leaves a copy as it stands when its text is gone, and says so', () => {
    const { add, held } = change(sent, { content: { ...changed, texts: { en: { title: 'New', body: 'Text' } } } });
    expect(brief(add)).toEqual(['web:en edit pending now', 'web:es edit held missingLanguage now']);
    expect(held).toEqual(['web:es']);
  });

  it('planDeliveries() gives an empty plan for a revision that was planned before', () => {
    expect(plan({ earlier: sent })).toMatchObject({ add: [], withdrawIn: [], previews: [], held: [] });
  });
});
