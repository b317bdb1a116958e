import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { CalendarFile } from '../../../src/commands/events/calendar-file.ts';
import { createPublicCalendar } from '../../../src/commands/events/public-calendar.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { desk } from '../../bot/open-bot.ts';
import { knowledgeFolder, page } from '../../knowledge/knowledge-folder.ts';
import { openNewsroom } from '../announcing/open-newsroom.ts';

const textOfFile = (file: CalendarFile | undefined) => new TextDecoder().decode(file?.bytes);

/** A newsroom, a page with an event, and the calendar of what was posted on the platform of the newsroom. */
async function open() {
  const head = 'event:\n  start: 2028-05-03\n  topics: [care]';
  const folder = await knowledgeFolder({ 'en/day.md': page({ id: 'day', head }) });
  const knowledge = await loadKnowledge(folder, { now: 0 });
  const newsroom = await openNewsroom();
  const { store, clock } = newsroom;
  const calendar = createPublicCalendar({ knowledge: () => knowledge, store, clock, platform: 'fake' });
  const entries = async () => {
    newsroom.wait(10_000);
    const file = await calendar({ language: 'en' });
    const entry = new ICAL.Component(ICAL.parse(textOfFile(file)));
    return Object.fromEntries(
      entry
        .getAllSubcomponents('vevent')
        .map((event) => [
          String(event.getFirstPropertyValue('uid')).split('@', 1)[0],
          ['dtstart', 'sequence', 'status'].map((name) => String(event.getFirstPropertyValue(name))),
        ]),
    );
  };
  return { ...newsroom, calendar, entries };
}

test('an announced event enters the calendar when it is posted, rises with every change and stays when it is retracted', async () => {
  const { publish, deliver, as, press, entries } = await open();
  const ofPage = { day: ['2028-05-03', '0', 'CONFIRMED'] };
  const { id } = await publish({ start: '2027-10-07 10:00' });
  expect(await entries()).toEqual(ofPage);
  await deliver();
  const key = `announcement-${id}`;
  expect(await entries()).toEqual({ ...ofPage, [key]: ['2027-10-07T08:00:00Z', '1', 'CONFIRMED'] });
  const change = await as(desk)('announce', { id, 'title.en': 'The assembly', start: '2027-10-08 10:00' });
  expect(await entries()).toEqual({ ...ofPage, [key]: ['2027-10-07T08:00:00Z', '1', 'CONFIRMED'] });
  await press(change, 'confirm');
  await deliver();
  expect(await entries()).toEqual({ ...ofPage, [key]: ['2027-10-08T08:00:00Z', '2', 'CONFIRMED'] });
  await press(await as(desk)('announcement', { action: 'retract', id }), 'retract');
  await deliver();
  expect(await entries()).toEqual({ ...ofPage, [key]: ['2027-10-08T08:00:00Z', '3', 'CANCELLED'] });
});

test('createPublicCalendar() gives a topic, another language, and nothing for a topic that there is not', async () => {
  const { calendar } = await open();
  const everything = await calendar({ language: 'en' });
  expect(await calendar({ language: 'en', topic: 'care' })).toEqual(everything);
  expect(await calendar({ language: 'en', topic: 'football' })).toBeUndefined();
  const french = await calendar({ language: 'fr' });
  expect(textOfFile(french)).toContain('X-WR-CALNAME:Événements de Metropolis');
  expect(french?.digest).not.toBe(everything?.digest);
});

test('createPublicCalendar() looks again after a failure of the store', async () => {
  const { store, clock } = await openNewsroom();
  let isDown = true;
  const announcements = {
    ...store.announcements,
    list: async (filter: Parameters<typeof store.announcements.list>[0]) => {
      if (isDown) throw new Error('down');
      return await store.announcements.list(filter);
    },
  };
  const knowledge = await loadKnowledge(await knowledgeFolder({ 'en/day.md': page() }), { now: 0 });
  const calendar = createPublicCalendar({
    knowledge: () => knowledge,
    store: { ...store, announcements },
    clock,
    platform: 'fake',
  });
  await expect(calendar({ language: 'en' })).rejects.toThrow('down');
  isDown = false;
  expect(textOfFile(await calendar({ language: 'en' }))).toContain('BEGIN:VCALENDAR');
});
