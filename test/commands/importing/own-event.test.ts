import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { calendarFeed, uidOf } from '../../../src/events/calendar-feed.ts';
import { announcedEvents } from '../../../src/commands/events/announced-events.ts';
import { isFromPage, ownAnnouncementId } from '../../../src/commands/importing/own-event.ts';
import { textOf } from '../../bot/open-bot.ts';
import { commandsIn } from '../announcing/open-newsroom.ts';
import { openImporting } from './open-importing.ts';

describe('an event of our own calendar', () => {
  test('is recognised as the announcement from which it was made', async () => {
    const { give, publish, deliver, store, clock, contents } = await openImporting();
    const { id } = await publish({ start: '2027-10-07 10:00', end: '2027-10-07 12:00' });
    await deliver();
    const feed = calendarFeed(
      (await announcedEvents(store)).map(({ event }) => event),
      { language: 'en', now: clock() },
    );
    const reply = await give(feed);
    expect(textOf(reply)).toContain('From the assistant’s own calendar: 1 event');
    expect(commandsIn(reply).map(({ options }) => options)).toEqual([{ id }]);
    const moved = await give(feed.replaceAll('DTEND:20271007T100000Z', 'DTEND:20271007T110000Z'));
    expect(textOf(moved)).toContain('with another time: 1 event');
    expect(textOf(moved)).toContain('please change the time in the announcement itself.');
    expect(await contents()).toHaveLength(1);
    expect((await store.announcements.get(id))?.revision).toBe(1);
  });

  test('becomes a draft where its announcement is not known', async () => {
    const { give } = await openImporting();
    const uid = uidOf({ id: 'announcement-elsewhere' });
    const reply = await give(
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:${uid}\nSUMMARY:Fair\nDTSTART:20271007T080000Z\nEND:VEVENT\nEND:VCALENDAR`,
    );
    expect(textOf(reply)).toContain('Drafted: 1 event');
  });

  test('is left out when a page tells of it', async () => {
    const { events } = await loadKnowledge('knowledge', { now: Date.UTC(2026, 10, 22) });
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      expect(isFromPage(uidOf(event), events)).toBe(true);
      expect(isFromPage(uidOf(event, '2027-10-07'), events)).toBe(true);
      expect(isFromPage(event.id, events)).toBe(false);
    }
    expect(isFromPage(uidOf({ id: 'another' }), events)).toBe(false);
  });

  test.each([
    ['announcement-a1@metropolis-assistant', 'a1'],
    ['announcement-a1@example.org', undefined],
    ['world-metropolitan-day@metropolis-assistant', undefined],
    ['', undefined],
  ])('has its announcement in its UID: %s', (uid, expected) => {
    expect(ownAnnouncementId(uid)).toBe(expected);
  });
});
