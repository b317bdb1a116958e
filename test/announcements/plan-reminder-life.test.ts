import { describe, expect, it } from 'vitest';
import type { AnnouncementContent } from '../../src/announcements/announcement.ts';
import type { Fate } from './outbox-model.ts';
import { createPlannedLife, kinds } from './planned-life.ts';
import { content, dayMs, event, plan as planned, startAt } from './sample-plan.ts';

const announced: AnnouncementContent = { ...content, event, reminders: ['7d', '1d'] };
const at = (time: number): AnnouncementContent => ({ ...announced, event: { ...event, startAt: time } });
const off: AnnouncementContent = { ...announced, event: { ...event, cancelled: true } };
const sevenDaysBefore = startAt - 7 * dayMs;

/** The reminder of seven days before the event is due, and met this fate. */
function remindedLife(fate: Fate = 'done') {
  const life = createPlannedLife();
  life.confirm(announced);
  life.deliver();
  life.wait(sevenDaysBefore - life.now());
  life.deliver(() => fate);
  return life;
}

const dueAt = (plan: ReturnType<ReturnType<typeof createPlannedLife>['confirm']>) =>
  plan.add.filter(({ kind }) => kind === 'reminder').map(({ slot, scheduledAt }) => [slot, scheduledAt]);

describe('planDeliveries() and reminders of an event that changes', () => {
  it('planDeliveries() moves what is to come, and says from when to when', () => {
    const life = createPlannedLife();
    life.confirm(announced);
    life.deliver();
    const plan = life.confirm(at(startAt + dayMs));
    expect(dueAt(plan)).toEqual([
      ['7d', sevenDaysBefore + dayMs],
      ['1d', startAt],
    ]);
    expect(plan.reminderMoves).toEqual([
      { offset: '7d', from: sevenDaysBefore, to: sevenDaysBefore + dayMs },
      { offset: '1d', from: startAt - dayMs, to: startAt },
    ]);
    life.wait(startAt - dayMs - life.now());
    life.deliver();
    expect(life.titles()).toEqual([
      'General Assembly',
      'Changed: General Assembly',
      'Reminder (in one week): General Assembly',
    ]);
  });

  it.each<[Fate]>([['done'], ['lostAfter'], ['lostBefore'], ['unverifiedAfter']])(
    'planDeliveries() takes a reminder that was %s away when the event moves, and sends it once at its new time',
    (fate) => {
      const life = remindedLife(fate);
      expect(kinds(life.confirm(at(startAt + 30 * dayMs)))).toEqual([
        'edit',
        'post change2',
        'remove 7d',
        'reminder 7d',
        'reminder 1d',
      ]);
      life.deliver();
      expect(life.titles()).toEqual(['General Assembly', 'Changed: General Assembly']);
      life.wait(30 * dayMs);
      life.deliver();
      expect(life.titles()).toHaveLength(3);
      expect(life.payloads().at(-1)).toContain(`"startAt":${startAt + 30 * dayMs}`);
    },
  );

  it('planDeliveries() takes a reminder away when the event moves so near that none comes in its place', () => {
    const life = remindedLife();
    expect(kinds(life.confirm(at(sevenDaysBefore + dayMs / 2)))).toEqual(['edit', 'post change2', 'remove 7d']);
  });

  it('planDeliveries() leaves a reminder alone that came late, when the event stays where it is', () => {
    const life = remindedLife('refused');
    life.wait(dayMs);
    life.outbox.retryFailed();
    life.deliver();
    expect(life.titles()).toHaveLength(2);
    expect(kinds(life.confirm({ ...announced, topics: ['climate'] }))).toEqual(['reminder 1d']);
  });

  it('planDeliveries() says nothing of reminders that a revision has moved already', () => {
    const earlier = planned({ content: announced }).add.map((row) => ({ ...row, attempts: 0, degraded: false }));
    expect(planned({ content: announced, earlier })).toMatchObject({ add: [], reminderMoves: [] });
  });

  it('planDeliveries() withdraws what is to come of a cancelled event, and has what stands say so', () => {
    const life = remindedLife();
    const plan = life.confirm(off);
    expect(kinds(plan)).toEqual(['edit', 'post change2', 'edit 7d']);
    expect(plan.reminderMoves).toEqual([{ offset: '1d', from: startAt - dayMs }]);
    life.wait(startAt + dayMs - life.now());
    life.deliver();
    expect(life.titles()).toEqual([
      'Cancelled: General Assembly',
      'Cancelled: General Assembly',
      'Cancelled: General Assembly',
    ]);
  });

  it('planDeliveries() plans the reminders again of an event that takes place after all', () => {
    const life = remindedLife();
    life.confirm(off);
    life.deliver();
    const plan = life.confirm(announced);
    expect(kinds(plan)).toEqual(['edit', 'post change3', 'edit 7d', 'reminder 1d']);
    expect(plan.reminderMoves).toEqual([]);
    life.wait(startAt - life.now());
    life.deliver();
    expect(life.titles()).toEqual([
      'General Assembly',
      'Reminder (in one week): General Assembly',
      'Cancelled: General Assembly',
      'Takes place after all: General Assembly',
      'Reminder (tomorrow): General Assembly',
    ]);
  });

  it('planRetraction() withdraws what is to come, and takes away what may stand', () => {
    for (const fate of ['done', 'lostAfter', 'lostBefore'] as const) {
      const life = remindedLife(fate);
      life.retract();
      life.deliver();
      life.wait(startAt - life.now());
      life.deliver();
      expect(life.titles()).toEqual([]);
    }
  });
});
