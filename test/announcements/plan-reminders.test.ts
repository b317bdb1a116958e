import { describe, expect, it } from 'vitest';
import type { AnnouncementContent } from '../../src/announcements/announcement.ts';
import type { Delivery, NewDelivery } from '../../src/announcements/delivery.ts';
import { after, audience, brief, changed, content, dayMs, event, plan, startAt } from './sample-plan.ts';

/** The deliveries that are no posts of the announcement itself. */
const texts = (rows: readonly NewDelivery[]) =>
  brief(rows).filter((row) => !/ (?:post|edit) (?:pending|held)/.test(row));

describe('planDeliveries() and reminders', () => {
  const reminding: AnnouncementContent = { ...content, event, reminders: ['7d', '1d', '1h'] };
  const one = audience(['web:en', 'en']);
  it('planDeliveries() plans the reminders that are still to come, after the post', () => {
    expect(brief(plan({ content: reminding, audience: one }).add)).toEqual([
      'web:en post pending now',
      'web:en reminder 7d pending 2027-09-30T08:00:00.000Z',
      'web:en reminder 1d pending 2027-10-06T08:00:00.000Z',
      'web:en reminder 1h pending 2027-10-07T07:00:00.000Z',
    ]);
    const late = { ...reminding, publishAt: startAt - dayMs };
    expect(texts(plan({ content: late, audience: one }).add)).toEqual([
      'web:en reminder 1h pending 2027-10-07T07:00:00.000Z',
    ]);
    expect(texts(plan({ content: reminding, audience: one, now: startAt }).add)).toEqual([]);
  });

  it('planDeliveries() plans no reminders for channels that are held', () => {
    expect(brief(plan({ content: reminding, audience: audience(['web:fr', 'fr']) }).add)).toEqual([
      'web:fr post held missingLanguage now',
    ]);
  });

  it('planDeliveries() moves reminders that are still to come when the event moves', () => {
    const first = plan({ content: reminding, audience: one });
    const earlier = after(first.add).map((row): Delivery =>
      row.kind === 'reminder' ? { ...row, status: 'pending' } : row,
    );
    const moved = { ...reminding, event: { ...event, startAt: startAt + dayMs } };
    const second = plan({ content: moved, audience: one, revision: 2, earlier });
    expect(second.withdrawIn).toEqual(['web:en']);
    expect(brief(second.add)).toEqual([
      'web:en edit pending now',
      'web:en reminder 7d pending 2027-10-01T08:00:00.000Z',
      'web:en reminder 1d pending 2027-10-07T08:00:00.000Z',
      'web:en reminder 1h pending 2027-10-08T07:00:00.000Z',
    ]);
  });

  const reminded = after(plan({ content: { ...reminding, reminders: ['7d'] }, audience: one }).add);

  it('planDeliveries() takes a reminder away that came before the event moved, and plans it anew', () => {
    const moved = { ...reminding, reminders: ['7d'] as const, event: { ...event, startAt: startAt + 30 * dayMs } };
    const { add } = plan({ content: moved, audience: one, revision: 2, earlier: reminded, now: startAt });
    expect(add.map(({ kind, slot }) => `${kind} ${slot}`)).toEqual(['edit ', 'remove 7d', 'reminder 7d']);
  });

  it('planDeliveries() changes the words of a reminder that stands', () => {
    const reworded = { ...changed, event, reminders: ['7d'] as const };
    const { add } = plan({ content: reworded, audience: one, revision: 2, earlier: reminded, now: startAt - dayMs });
    expect(add.map(({ kind, slot }) => `${kind} ${slot}`)).toEqual(['edit ', 'edit 7d']);
    expect(add[1]?.payload).toContain('Reminder (in one week): New');
  });

  it('planDeliveries() takes reminders away when there is no event any more', () => {
    const { add } = plan({ content, audience: one, revision: 2, earlier: reminded, now: startAt - dayMs });
    expect(add.map(({ kind, slot }) => `${kind} ${slot}`)).toEqual(['edit ', 'remove 7d']);
  });
});
