import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';
import { createBrowser } from '../adapters/web/web-harness.ts';
import { guildId } from '../fakes/discord/state.ts';
import { ahead, idOf, openNewsroom } from './newsroom.ts';
import type { Running } from './program.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** An instant as an author writes it in UTC. */
function written(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

/** The one event of the calendar that everybody may read. */
async function inCalendar({ address }: Pick<Running, 'address'>, id: string) {
  const text = await (await createBrowser(address).fetch('/calendar.ics')).text();
  const entries = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));
  const event = entries.find(({ uid }) => uid.includes(id));
  if (event === undefined) return undefined;
  return {
    startAt: event.startDate.toJSDate().getTime(),
    status: event.component.getFirstPropertyValue('status'),
    sequence: event.sequence,
  };
}

/** One program after the other, each started later than the one before, all on one database. */
async function openLife() {
  const newsroom = await openNewsroom();
  const calendar = `discord-calendar:${guildId}`;
  await newsroom.store.audiences.putChannel('all', { channel: calendar, language: 'en', topics: [] });
  const begin = Date.now();
  let program: Running | undefined;
  let passedMs = 0;

  return {
    ...newsroom,
    begin,
    /** Ends the program that runs, and starts it anew when so much time has passed since the beginning. */
    async restart(toMs: number) {
      passedMs = toMs;
      if (program !== undefined) {
        program.child.kill('SIGTERM');
        expect(await program.ended).toBe(0);
      }
      const clock = ahead(begin + passedMs - Date.now());
      program = await newsroom.start(clock);
      return { program, ana: await newsroom.sitDown(program, 'ana', clock) };
    },
    /** Waits until nothing that is due by now is left to do. */
    async untilDone(id: string): Promise<void> {
      await waitUntil('nothing that is due to be left', async () => {
        const rows = await newsroom.store.deliveries.progressOf(id);
        return rows.every(
          ({ status, scheduledAt }) =>
            !['pending', 'claimed', 'unknown'].includes(status) || scheduledAt > begin + passedMs + hourMs,
        );
      });
    },
    native: () => newsroom.discord.state.scheduledEvents(),
  };
}

describe('an event', { timeout: 240_000 }, () => {
  test('is announced, reminded of, moved, reminded of and cancelled everywhere, with a restart between every two steps', async () => {
    const life = await openLife();
    const firstAt = Math.ceil((life.begin + 10 * dayMs) / minuteMs) * minuteMs;
    const movedAt = firstAt + 8 * dayMs;

    // Announced.
    let { program, ana } = await life.restart(0);
    const preview = await ana.give('announce', {
      'title.en': 'Mayors’ Forum',
      'body.en': 'Please register.',
      audience: 'all',
      start: written(firstAt),
      zone: 'UTC',
      place: 'Brussels',
      reminders: '7d,1d',
    });
    const report = await ana.press(preview, /Post in 4 channels now/);
    const id = idOf(report);
    await life.untilSeen(program, [/Mayors’ Forum[\s\S]*register[\s\S]*Brussels/]);
    await life.untilDone(id);
    expect((await ana.open(report.path)).text).toContain('Sent: 4 channels');
    const [native, ...others] = life.native();
    expect(others).toEqual([]);
    expect(native).toMatchObject({ name: 'Mayors’ Forum', status: 1 });
    expect(Date.parse(native?.scheduled_start_time ?? '')).toBe(firstAt);
    const announced = await inCalendar(program, id);
    expect(announced).toMatchObject({ startAt: firstAt, status: 'CONFIRMED' });

    // Reminded of, a week before.
    ({ program, ana } = await life.restart(firstAt - life.begin - 7 * dayMs + minuteMs));
    await life.untilSeen(program, [/Mayors’ Forum/, /Mayors’ Forum/]);

    // Moved, in time and place.
    ({ program, ana } = await life.restart(firstAt - life.begin - 6 * dayMs));
    const change = await ana.give('announce', { id, start: written(movedAt), place: 'Barcelona' });
    await ana.press(change, /Change it in 4 channels/);
    await life.untilSeen(program, [/Mayors’ Forum[\s\S]*Barcelona/, /Barcelona/]);
    await life.untilDone(id);
    expect(life.native()).toHaveLength(1);
    expect(life.native()[0]).toMatchObject({ id: native?.id, status: 1 });
    expect(Date.parse(life.native()[0]?.scheduled_start_time ?? '')).toBe(movedAt);
    const moved = await inCalendar(program, id);
    expect(moved).toMatchObject({ startAt: movedAt, status: 'CONFIRMED' });
    expect(moved?.sequence).toBeGreaterThan(announced?.sequence ?? Infinity);

    // Reminded of again, a week before the new time; not at the old one's.
    ({ program, ana } = await life.restart(firstAt - life.begin - dayMs + 2 * minuteMs));
    await life.untilDone(id);
    await life.untilSeen(program, [/Mayors’ Forum/, /Barcelona/]);
    ({ program, ana } = await life.restart(movedAt - life.begin - 7 * dayMs + minuteMs));
    await life.untilSeen(program, [/Mayors’ Forum/, /Barcelona/, /Mayors’ Forum[\s\S]*Barcelona/]);

    // Cancelled.
    ({ program, ana } = await life.restart(movedAt - life.begin - 6 * dayMs));
    const sure = await ana.press(await ana.open(report.path), /Cancel the event/);
    await ana.press(sure, /Change it in 4 channels/);
    await life.untilSeen(program, [/Cancelled/, /Barcelona/, /Cancelled/, /Cancelled/]);
    await life.untilDone(id);
    expect(life.native()[0]).toMatchObject({ id: native?.id, status: 4 });
    const cancelled = await inCalendar(program, id);
    expect(cancelled).toMatchObject({ status: 'CANCELLED' });
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? Infinity);

    // Nobody is reminded of what does not take place.
    ({ program, ana } = await life.restart(movedAt - life.begin - dayMs + minuteMs));
    await waitUntil('nothing to be left', async () => {
      const { pending = 0, claimed = 0, unknown = 0 } = await life.store.deliveries.counts(id);
      return pending + claimed + unknown === 0;
    });
    await life.untilSeen(program, [/Cancelled/, /Barcelona/, /Cancelled/, /Cancelled/]);
    expect(life.native()).toHaveLength(1);
  });
});
