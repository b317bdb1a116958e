import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { actionNamed, actionsOf, colleague, member, openNewsroom, written } from './open-newsroom.ts';

const { announcing } = messagesIn('en');
/** The newsroom's clock stands at 1 October 2027, 10:00 in Madrid. */
const event = { start: '2027-10-07 10:00', zone: 'Europe/Madrid', reminders: '1d,1h' };
const dayMs = 24 * 3_600_000;

async function openWithEvent(options: Parameters<typeof openNewsroom>[0] = {}) {
  const newsroom = await openNewsroom(options);
  return { ...newsroom, titles: (channel: string) => newsroom.seen(channel).map((text) => text.split('\n')[0]) };
}

describe('an event', () => {
  test('is cancelled from the report, over a preview, in every channel, and takes place after all the same way', async () => {
    const { press, publish, deliver, titles, as } = await openWithEvent();
    const { id } = await publish(event);
    await deliver();
    const preview = await press(await as(desk)('announcements', { id }), 'callOff');
    expect(preview.notice).toBe(announcing.saved);
    expect(preview.title).toBe('Preview: General Assembly');
    const lines = textOf(preview);
    expect(lines).toContain('Replaces the text in 3 channels');
    expect(lines).toContain('A short message about the change is posted in 3 channels');
    expect(lines).toMatch(/The reminder 1 day before \(Wednesday,? 6 October 2027, 10:00 .*\) is withdrawn/);
    expect(preview.previews?.map(({ text }) => text.split('\n')[0])).toContain('Cancelled: General Assembly');
    expect(actionNamed(preview, 'confirm').label).toBe('Change it in 3 channels');
    await deliver();
    expect(titles('news')).toEqual(['General Assembly']);

    await press(preview, 'confirm');
    await deliver();
    expect(titles('news')).toEqual(['Cancelled: General Assembly', 'Cancelled: General Assembly']);
    const report = await as(desk)('announcements', { id });
    expect(textOf(report)).toMatch(/Message about a change \(.*\): Sent: 3 channels/);
    expect(textOf(report)).not.toContain('Reminder');
    expect(textOf(await as(desk)('announcements'))).toContain(announcing.list.eventCancelled);
    expect(actionsOf(report)).not.toContain('callOff');

    await press(await press(report, 'reinstate'), 'confirm');
    await deliver();
    expect(titles('news')).toEqual([
      'General Assembly',
      'Cancelled: General Assembly',
      'Takes place after all: General Assembly',
    ]);
    expect(actionsOf(await as(desk)('announcements', { id }))).toContain('callOff');
  });

  test('that a change takes out of the announcement is named in the preview, as nobody is told', async () => {
    const { publish, deliver, as } = await openWithEvent();
    const { id } = await publish(event);
    await deliver();
    const preview = await as(desk)('announce', { id, start: '', reminders: '' });
    expect(textOf(preview)).toContain(announcing.preview.dropsEvent);
  });

  test('is cancelled by a second person where that is the rule', async () => {
    const { press, as, deliver, titles } = await openWithEvent({ settings: { requireApproval: true } });
    const preview = await as(desk)('announce', { ...written, ...event, missing: 'en' });
    await press(preview, 'confirm');
    const { id = '' } = actionNamed(preview, 'confirm').options;
    await press(await as(colleague)('announcements', { id }), 'confirm', colleague);
    await deliver();
    const off = await press(await as(desk)('announcements', { id }), 'callOff');
    await press(off, 'confirm');
    await deliver();
    expect(titles('news')).toEqual(['General Assembly']);
    await press(await as(colleague)('announcement', { action: 'preview', id }), 'confirm', colleague);
    await deliver();
    expect(titles('news')).toHaveLength(2);
  });

  test('is cancelled once, however often that is asked for', async () => {
    const { press, publish, deliver, as, store } = await openWithEvent();
    const { id } = await publish(event);
    await deliver();
    const report = await as(desk)('announcements', { id });
    await Promise.all([press(report, 'callOff'), press(report, 'callOff', colleague)]);
    expect((await store.announcements.get(id))?.revision).toBe(2);
    const preview = await press(report, 'callOff');
    expect(actionsOf(await as(desk)('announcements', { id }))).not.toContain('reinstate');
    await press(preview, 'confirm');
    expect((await press(report, 'callOff')).notice).toBe(announcing.alreadyClosed);
  });

  test('is cancelled together with a change that waits, and the preview says so', async () => {
    const { press, publish, deliver, as } = await openWithEvent();
    const { id } = await publish(event);
    await deliver();
    await as(colleague)('announce', { id, 'body.en': 'Please register soon.' });
    const preview = await press(await as(desk)('announcements', { id }), 'callOff');
    expect(preview.notice).toBe(announcing.alsoConfirms);
    expect(preview.previews?.[0]?.text).toContain('Please register soon.');
  });

  test('that was never posted is not cancelled in channels: its announcement is', async () => {
    const { press, publish, as, deliver, seen } = await openWithEvent();
    const draft = await as(desk)('announce', { ...written, ...event, missing: 'en', cancelled: 'true' });
    expect(textOf(draft)).toContain(announcing.preview.notAnnounced);
    expect(actionsOf(draft)).toEqual(['announce', 'cancel']);

    const { id, report } = await publish({ ...event, publishAt: '2027-10-02 10:00' });
    expect(actionsOf(report)).not.toContain('callOff');
    const answer = await as(desk)('announcement', { action: 'callOff', id });
    expect(answer.notice).toBe(announcing.preview.notAnnounced);
    const scheduled = await as(desk)('announce', { id, cancelled: 'true' });
    expect(textOf(scheduled)).toContain(announcing.preview.notAnnounced);
    await press(scheduled, 'cancel');
    await deliver();
    expect(seen('general')).toEqual([]);
  });

  test('that is over, or of which nothing is said, is not cancelled', async () => {
    const { publish, deliver, as, wait } = await openWithEvent();
    const plain = await publish();
    const { id } = await publish(event);
    await deliver();
    wait(7 * dayMs);
    for (const each of [id, plain.id]) {
      expect(actionsOf(await as(desk)('announcements', { id: each }))).not.toContain('callOff');
      const answer = await as(desk)('announcement', { action: 'callOff', id: each });
      expect(answer.notice).toBe(announcing.noComingEvent);
    }
  });

  test('is cancelled by the secretariat alone, and not once its announcement was taken back', async () => {
    const { press, publish, deliver, as, store } = await openWithEvent();
    const { id } = await publish(event);
    await deliver();
    expect(textOf(await as(member)('announcement', { action: 'callOff', id }))).toContain('secretariat');
    expect((await store.audit.list({ subject: id, limit: 1 }))[0]?.action).toBe('announcement.callOff.refused');
    await press(await press(await as(desk)('announcements', { id }), 'retract'), 'retract');
    expect(textOf(await as(desk)('announcement', { action: 'reinstate', id }))).toBe(announcing.closedRetracted);
    expect(textOf(await as(desk)('announcement', { action: 'callOff', id: 'nix' }))).toBe(
      announcing.unknownAnnouncement('nix'),
    );
  });

  test('moves by a change that says what becomes of its reminders', async () => {
    const { press, publish, deliver, as, titles, wait } = await openWithEvent();
    const { id } = await publish(event);
    await deliver();
    const preview = await as(desk)('announce', { id, start: '2027-10-08 10:00' });
    expect(textOf(preview)).toMatch(
      /The reminder 1 day before moves from Wednesday,? 6 October .* to Thursday,? 7 October/,
    );
    await press(preview, 'confirm');
    await deliver();
    expect(titles('news')).toEqual(['General Assembly', 'Changed: General Assembly']);
    wait(5 * dayMs);
    await deliver();
    expect(titles('news')).toHaveLength(2);
    wait(dayMs);
    await deliver();
    expect(titles('news').at(-1)).toBe('Reminder (tomorrow): General Assembly');
  });

  test('can be cancelled in the form once it was announced, and not before', async () => {
    const { publish, as } = await openWithEvent();
    const names = (reply: Awaited<ReturnType<ReturnType<typeof as>>>) => reply.form?.fields.map(({ name }) => name);
    expect(names(await as(desk)('announce'))).not.toContain('cancelled');
    const { id } = await publish(event);
    expect(names(await as(desk)('announce', { id }))).toContain('cancelled');
    const refused = await as(desk)('announce', { id, start: '', reminders: '', cancelled: 'true' });
    expect(textOf(refused)).toContain(messagesIn('en').delivery.problems.cancelledWithoutEvent);
  });
});
