import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { createEventFiles } from '../../../src/commands/events/event-files.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import type { Language } from '../../../src/language.ts';
import { desk } from '../../bot/open-bot.ts';
import { knowledgeFolder, page } from '../../knowledge/knowledge-folder.ts';
import { openNewsroom } from '../announcing/open-newsroom.ts';

/** A newsroom, a page with an event every week, and the files of single events, read back by another library. */
async function open() {
  const head =
    'event:\n  start: 2027-10-04 10:00\n  zone: Europe/Madrid\n  recurrence: FREQ=WEEKLY;COUNT=5\n  revision: 3';
  const folder = await knowledgeFolder({ 'en/weekly.md': page({ id: 'weekly', head }) });
  const knowledge = await loadKnowledge(folder, { now: 0 });
  const newsroom = await openNewsroom();
  const { store, clock } = newsroom;
  const eventFile = createEventFiles({ knowledge: () => knowledge, store, clock });
  const textOfFile = async (id: string, language: Language = 'en') => {
    const file = await eventFile({ id, language });
    return file && new TextDecoder().decode(file.bytes);
  };
  const read = async (id: string) => {
    const text = await textOfFile(id);
    if (text === undefined) return undefined;
    const calendar = new ICAL.Component(ICAL.parse(text));
    const entries = calendar.getAllSubcomponents('vevent').map((entry) => {
      const [start, sequence, status] = ['dtstart', 'sequence', 'status'].map((name) =>
        String(entry.getFirstPropertyValue(name)),
      );
      return `${start} ${sequence} ${status}`;
    });
    return { method: calendar.getFirstPropertyValue('method'), entries };
  };
  return { ...newsroom, textOfFile, read };
}

describe('createEventFiles()', () => {
  test('has what was announced from the time on at which somebody can read it, on whatever platform', async () => {
    const { publish, deliver, textOfFile, read } = await open();
    const { id } = await publish({ start: '2027-10-07 10:00', place: 'Dakar' });
    expect(await textOfFile(`announcement-${id}`)).toBeUndefined();
    await deliver();
    expect(await read(`announcement-${id}`)).toEqual({
      method: 'PUBLISH',
      entries: ['2027-10-07T08:00:00Z 1 CONFIRMED'],
    });
    const text = await textOfFile(`announcement-${id}`);
    expect(text).toContain(`UID:announcement-${id}@metropolis-assistant`);
    expect(text).toContain('LOCATION:Dakar');
    expect(text).not.toContain('X-WR-CALNAME');
  });

  test('tells nothing of a draft, follows what is confirmed, and keeps what was retracted as cancelled', async () => {
    const { publish, deliver, as, press, textOfFile, read, wait } = await open();
    const { id } = await publish({ start: '2027-10-07 10:00' });
    await deliver();
    const before = await textOfFile(`announcement-${id}`);
    wait(60_000);
    const change = await as(desk)('announce', { id, start: '2027-10-08 10:00', 'body.en': 'A day later.' });
    expect(await textOfFile(`announcement-${id}`)).toBe(before);
    await press(change, 'confirm');
    await deliver();
    expect((await read(`announcement-${id}`))?.entries).toEqual(['2027-10-08T08:00:00Z 2 CONFIRMED']);
    await press(await as(desk)('announcement', { action: 'retract', id }), 'retract');
    await deliver();
    expect(await read(`announcement-${id}`)).toEqual({
      method: 'CANCEL',
      entries: ['2027-10-08T08:00:00Z 3 CANCELLED'],
    });
  });

  test('has a page’s event with every time of it', async () => {
    const { read } = await open();
    const found = await read('weekly');
    expect(found?.method).toBe('PUBLISH');
    expect(found?.entries).toEqual([
      '2027-10-04T08:00:00Z 3 CONFIRMED',
      '2027-10-11T08:00:00Z 3 CONFIRMED',
      '2027-10-18T08:00:00Z 3 CONFIRMED',
      '2027-10-25T08:00:00Z 3 CONFIRMED',
      '2027-11-01T09:00:00Z 3 CONFIRMED',
    ]);
  });

  test.each(['', 'nothing', 'announcement-', 'announcement-0123'])('has nothing under %j', async (id) => {
    const { textOfFile } = await open();
    expect(await textOfFile(id)).toBeUndefined();
  });

  test('has nothing of an announcement without an event', async () => {
    const { publish, deliver, textOfFile } = await open();
    const { id } = await publish();
    await deliver();
    expect(await textOfFile(`announcement-${id}`)).toBeUndefined();
  });
});
