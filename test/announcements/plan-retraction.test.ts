import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/announcements/delivery.ts';
import { planRetraction } from '../../src/announcements/plan-deliveries.ts';
import { now } from './sample-content.ts';
import { after, audience, brief, content, event, plan, sent } from './sample-plan.ts';

const retract = (earlier: readonly Delivery[]) => planRetraction({ id: 'a1', revision: 1, earlier, now });

describe('planRetraction()', () => {
  it.each<[string, Partial<Delivery>]>([
    ['sent', { status: 'sent', message: { messageId: 'm1' } }],
    ['being sent', { status: 'claimed' }],
    ['perhaps sent', { status: 'unknown', reason: 'unreachable' }],
    ['given up without anybody knowing', { status: 'failed', reason: 'unverified' }],
  ])('planRetraction() removes a post that was %s', (_, state) => {
    const { add, withdrawIn } = retract(after(plan().add, state));
    expect(brief(add)).toEqual(['web:en remove pending now', 'web:es remove pending now']);
    expect(withdrawIn).toEqual([]);
  });

  it.each<[string, Partial<Delivery>]>([
    ['still to come', { status: 'pending' }],
    ['held', { status: 'held', reason: 'missingLanguage' }],
    ['refused', { status: 'failed', reason: 'notInChannel' }],
  ])('planRetraction() withdraws a post that was %s', (_, state) => {
    expect(retract(after(plan().add, state))).toEqual({ add: [], withdrawIn: ['web:en', 'web:es'] });
  });

  it('planRetraction() removes reminders that were sent, and withdraws the others', () => {
    const reminding = { ...content, event, reminders: ['7d', '1d'] as const };
    const rows = after(plan({ content: reminding, audience: audience(['web:en', 'en']) }).add);
    const earlier = rows.map((row): Delivery => (row.slot === '1d' ? { ...row, status: 'pending' } : row));
    const { add, withdrawIn } = retract(earlier);
    expect(brief(add)).toEqual(['web:en remove pending now', 'web:en remove 7d pending now']);
    expect(withdrawIn).toEqual(['web:en']);
  });

  it('planRetraction() removes nothing twice', () => {
    const { add } = retract(sent);
    expect(retract([...sent, ...after(add, { status: 'sent' })]).add).toEqual([]);
    expect(retract([...sent, ...after(add, { status: 'claimed' })]).add).toEqual([]);
  });

  it('planRetraction() plans again, under another id, what was not removed', () => {
    const { add } = retract(sent);
    const again = retract([...sent, ...after(add, { status: 'failed', reason: 'noPermission' })]).add;
    expect(brief(again)).toEqual(brief(add));
    expect(new Set([...add, ...again].map(({ id }) => id)).size).toBe(4);
  });
});
