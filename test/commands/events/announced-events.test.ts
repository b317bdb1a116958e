import { describe, expect, test } from 'vitest';
import { announcedEvent } from '../../../src/commands/events/announced-event.ts';
import { announcedEvents } from '../../../src/commands/events/announced-events.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { openNewsroom } from '../announcing/open-newsroom.ts';

async function open() {
  const newsroom = await openNewsroom();
  const { store, as, press, deliver } = newsroom;
  return {
    ...newsroom,
    known: async (platform?: string) =>
      (await announcedEvents(store, platform === undefined ? undefined : [platform])).map(
        ({ event: { cancelled, revision, time, texts } }) => ({
          cancelled,
          revision,
          start: time.kind === 'instant' ? new Date(time.startAt).toISOString().slice(0, 16) : '',
          title: texts.en?.title,
        }),
      ),
    change: async (id: string, fields: Readonly<Record<string, string>>) => {
      await press(await as(desk)('announce', { id, ...fields }), 'confirm');
      await deliver();
    },
  };
}

const title = 'General Assembly';

describe('announcedEvents()', () => {
  test('keeps an event that the announcement names no more as cancelled, with what was last said of it', async () => {
    const { publish, deliver, known, change } = await open();
    const { id } = await publish({ start: '2027-10-07 10:00' });
    await deliver();
    await change(id, { start: '2027-10-08 10:00', 'body.en': 'A day later.' });
    await change(id, { start: '', 'title.en': 'A letter to members' });
    expect(await known('fake')).toEqual([{ cancelled: true, revision: 3, start: '2027-10-08T08:00', title }]);
    await change(id, { start: '2027-11-08 10:00', 'title.en': title });
    expect(await known('fake')).toEqual([{ cancelled: false, revision: 4, start: '2027-11-08T09:00', title }]);
  });

  test('knows of an event that it is cancelled, and that it takes place after all, each later than before', async () => {
    const { publish, deliver, known, change, as } = await open();
    const { id } = await publish({ start: '2027-10-07 10:00' });
    await deliver();
    const start = '2027-10-07T08:00';
    const shown = async () => textOf(await as({ id: 'fake:reader' })('events'));
    await change(id, { cancelled: 'true' });
    expect(await known('fake')).toEqual([{ cancelled: true, revision: 2, start, title }]);
    expect(await shown()).toBe(messagesIn('en').events.none);
    await change(id, { cancelled: '' });
    expect(await known('fake')).toEqual([{ cancelled: false, revision: 3, start, title }]);
    expect(await shown()).toContain(title);
  });

  test('has no event of an announcement that named one only in a draft', async () => {
    const { publish, deliver, known, change, as } = await open();
    const { id } = await publish();
    await deliver();
    await as(desk)('announce', { id, start: '2027-10-07 10:00', 'body.en': 'Perhaps.' });
    expect(await known('fake')).toEqual([]);
    await change(id, { start: '', 'body.en': 'No.' });
    expect(await known('fake')).toEqual([]);
  });

  test('shows each platform what was posted there', async () => {
    const { publish, deliver, known } = await open();
    await publish({ start: '2027-10-07 10:00' });
    expect(await known('fake')).toEqual([]);
    expect(await known()).toHaveLength(1);
    await deliver();
    expect(await known('fake')).toHaveLength(1);
    expect(await known('fak')).toEqual([]);
    expect(await known('other')).toEqual([]);
  });
});

describe('announcedEvent()', () => {
  const content = {
    texts: { en: { title, body: 'Please **come**.' } },
    audience: 'all',
    zone: 'Europe/Madrid',
    reminders: [],
    pings: false,
  } as const;
  const event = { startAt: Date.UTC(2027, 9, 7, 8), zone: 'Europe/Madrid', place: 'Dakar' };
  const announcement = { id: 'a1', status: 'confirmed', updatedAt: 5 } as const;

  test('is what the announcement says, in its languages', () => {
    expect(announcedEvent(announcement, { ...content, event, topics: ['care'] }, 2)).toMatchObject({
      id: 'announcement-a1',
      revision: 2,
      cancelled: false,
      topics: ['care'],
      texts: { en: { title, place: 'Dakar', description: 'Please come.' } },
    });
    expect(announcedEvent(announcement, content, 1)).toBeUndefined();
  });

  test.each([
    ['cancelled by its author', { status: 'confirmed', cancelled: true }, 2],
    ['of an announcement that was retracted', { status: 'retracted' }, 3],
    ['of one that was cancelled and retracted', { status: 'retracted', cancelled: true }, 3],
  ] as const)('says of an event %s that it is cancelled', (_what, { status, ...cancelled }, revision) => {
    const found = announcedEvent({ ...announcement, status }, { ...content, event: { ...event, ...cancelled } }, 2);
    expect(found).toMatchObject({ cancelled: true, revision });
  });
});
