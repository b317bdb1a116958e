import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { actionNamed, actionsOf, commandsIn, openNewsroom } from './open-newsroom.ts';

const { announcing } = messagesIn('en');
const hourMs = 3_600_000;
const later = { publishAt: '2027-10-01 18:00' };

describe('a scheduled announcement', () => {
  test('is listed with its time, says when it comes, and is posted then', async () => {
    const { as, publish, deliver, seen, wait } = await openNewsroom();
    const { id, report } = await publish(later);
    expect(textOf(report)).toMatch(/^Scheduled for Friday,? 1 October 2027, 18:00/);
    const list = await as(desk)('announcements');
    expect(textOf(list)).toMatch(/Scheduled\n\n- General Assembly – all · Friday,? 1 October 2027, 18:00/);
    await deliver();
    expect(seen('general')).toEqual([]);
    wait(8 * hourMs);
    await deliver();
    expect(seen('general')).toHaveLength(1);
    expect(textOf(await as(desk)('announcements'))).toMatch(/Posted\n\n- General Assembly – all · .* · 3 sent/);
    expect(textOf(await as(desk)('announcements', { id }))).toContain(announcing.report.statusDone);
  });

  test('is listed however much was announced since', async () => {
    const { as, publish, store, wait, clock } = await openNewsroom();
    const { id } = await publish(later);
    const content = await store.announcements.content(id, 1);
    if (content === undefined) throw new Error('The announcement is not stored.');
    for (let index = 0; index < 30; index += 1) {
      wait(1_000);
      const other = `other${index}`;
      await store.announcements.create({ id: other, content, author: desk.id, now: clock() });
      await store.announcements.move(other, ['draft'], index < 15 ? 'confirmed' : 'draft', clock(), 1);
    }
    const ids = commandsIn(await as(desk)('announcements')).map(({ options }) => options['id']);
    expect(ids).toContain(id);
    expect(ids.filter((each) => each?.startsWith('other'))).toHaveLength(25);
  });

  test('is moved to another time by a change', async () => {
    const { as, press, publish, deliver, seen, wait } = await openNewsroom();
    const { id } = await publish(later);
    const change = await as(desk)('announce', { id, publishAt: '2027-10-02 09:00' });
    expect(actionNamed(change, 'confirm').label).toBe('Post in 3 channels on 2 Oct 2027, 09:00');
    await press(change, 'confirm');
    wait(9 * hourMs);
    await deliver();
    expect(seen('general')).toEqual([]);
    wait(16 * hourMs);
    await deliver();
    expect(seen('general')).toHaveLength(1);
  });

  test('is cancelled without having been posted, once', async () => {
    const { as, press, publish, deliver, seen, wait } = await openNewsroom();
    const { id, report } = await publish(later);
    expect(actionsOf(report)).not.toContain('retract');
    const cancelled = await press(report, 'cancel');
    expect(cancelled.notice).toBe(announcing.cancelled);
    expect(textOf(cancelled)).toBe(announcing.report.statusCancelled);
    wait(9 * hourMs);
    await deliver();
    expect(seen('general')).toEqual([]);
    expect((await press(report, 'cancel')).notice).toBe(announcing.alreadyClosed);
    expect(textOf(await as(desk)('announcements'))).toContain(announcing.list.closed);
    expect(textOf(await as(desk)('announce', { id }))).toBe(announcing.closedCancelled);
  });

  test('that has been posted meanwhile is not cancelled without the question whether its copies shall go', async () => {
    const { as, press, publish, deliver, wait, store } = await openNewsroom();
    const { id, report } = await publish(later);
    wait(9 * hourMs);
    await deliver();
    expect(textOf(await press(report, 'cancel'))).toBe(announcing.sureToRetract(3));
    expect((await store.announcements.get(id))?.status).toBe('confirmed');
    expect((await as(desk)('announcement', { action: 'show', id })).notice).toBeUndefined();
  });

  test('cannot be taken back before there is anything to take back', async () => {
    const { as, publish } = await openNewsroom();
    const { id } = await publish(later);
    const reply = await as(desk)('announcement', { action: 'retract', id, sure: '3' });
    expect(reply.notice).toBe(announcing.notPosted);
    expect(actionsOf(reply)).toContain('cancel');
  });

  test('whose time was missed waits for its author, who has it sent', async () => {
    const { as, press, publish, deliver, seen, wait, store, clock } = await openNewsroom();
    const { id } = await publish(later);
    wait(20 * hourMs);
    expect(await store.deliveries.holdMissed(clock())).toEqual([id]);
    const list = await as(desk)('announcements');
    expect(textOf(list).indexOf(announcing.list.missed)).toBeLessThan(textOf(list).indexOf('3 held'));
    const report = await press(list, 'announcements');
    expect(textOf(report)).toContain('Held: 3 channels');
    expect(textOf(report)).toContain(`held. ${announcing.report.reasons.missed}`);
    expect(actionNamed(report, 'cancel').style).toBe('danger');
    await deliver();
    expect(seen('news')).toEqual([]);
    const released = await press(report, 'release');
    expect(released.notice).toBe(announcing.released(3));
    await deliver();
    expect(seen('news')).toHaveLength(1);
    expect((await press(report, 'release')).notice).toBe(announcing.nothingToRelease);
  });

  test('has reminders, which follow when the event moves and go when the announcement goes', async () => {
    const { as, press, publish, deliver, seen, wait } = await openNewsroom();
    const { id } = await publish({ start: '2027-10-03 10:00', reminders: '1d,1h' });
    await deliver();
    const report = await as(desk)('announcements', { id });
    expect(textOf(report)).toMatch(/Reminder 1 day before \(Saturday,? 2 October 2027, 10:00.*\): Waiting: 3 channels/);
    expect(textOf(report)).toContain(announcing.report.statusDone);
    const change = await as(desk)('announce', { id, start: '2027-10-04 10:00' });
    await press(change, 'confirm');
    wait(26 * hourMs);
    await deliver();
    expect(seen('news')).toHaveLength(1);
    wait(24 * hourMs);
    await deliver();
    expect(seen('news')).toHaveLength(2);
    const question = await press(await as(desk)('announcements', { id }), 'retract');
    expect(textOf(question)).toBe(announcing.sureToRetract(6));
    await press(question, 'retract');
    wait(48 * hourMs);
    await deliver();
    expect(seen('news')).toEqual([]);
  });
});

test('announcement.run() cancels a draft', async () => {
  const { as, press, store } = await openNewsroom();
  const preview = await as(desk)('announce', { 'title.en': 'Draft', 'body.en': 'Text', audience: 'all' });
  expect((await press(preview, 'cancel')).notice).toBe(announcing.cancelled);
  expect(await store.announcements.list({ statuses: ['cancelled'], limit: 5 })).toHaveLength(1);
});
