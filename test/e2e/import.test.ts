import { describe, expect, test } from 'vitest';
import { calendarText, eventLines } from '../events/import/calendar-text.ts';
import { outlookFile } from '../events/import/sample-files.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { openNewsroom, patient, withoutPlatforms } from './newsroom.ts';
import { spawnProgram, stackTrace } from './program.ts';

/** Far enough ahead for the clock of any machine. */
const future = (given: Readonly<Record<string, string>> = {}) =>
  eventLines({ 'DTSTART:': '20991007T080000Z', ...given });

async function open() {
  const newsroom = await openNewsroom(withoutPlatforms);
  const { run, store, env } = newsroom;
  const write = async (text: string | Uint8Array) => await newsroom.write(text, 'calendar.ics');
  return {
    run,
    store,
    env,
    write,
    imports: async (text: string | Uint8Array, ...args: string[]) =>
      await run(['events', 'import', await write(text), ...args]),
    titles: async () =>
      (await store.announcements.list({ limit: 1_000 })).map(({ content }) => Object.values(content.texts)[0]?.title),
  };
}

describe('npm run events', patient, () => {
  test('prints what /events says', async () => {
    const { run } = await open();
    const { code, stdout, stderr } = await run(['events']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('I know of no coming event.');
    expect((await run(['events', 'someday'])).code).toBe(1);
  });

  test('-- import makes drafts, says so in the user’s language, and makes none twice', async () => {
    const { run, imports, titles, write } = await open();
    const file = outlookFile.replaceAll('20271007', '20991007');
    const { code, stdout, stderr } = await imports(file, '--language', 'en');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Drafted: 1 event');
    expect(stdout).toMatch(/npm run announcements -- [\da-f]{20}/);
    const path = await write(file);
    const again = await run(['events', 'import', path], { LANG: 'es_ES.UTF-8' });
    expect(again.stdout).toContain('Ya presentes, sin cambios: 1 evento');
    expect(await titles()).toEqual(['Session of the board']);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['no calendar', 'Dear members', 'Line 1: A calendar file begins with BEGIN:VCALENDAR'],
    [
      'a date that does not exist',
      calendarText(...future({ 'DTSTART:': '20990231T080000Z' })),
      'Line 7: “20990231T080000Z” is no date',
    ],
    [
      'a file in Latin-1',
      new Uint8Array(Buffer.from('BEGIN:VCALENDAR\nSUMMARY:M\u00e9xico\n', 'latin1')),
      'Line 2: This is not a text in UTF-8.',
    ],
  ])('-- import ends with 1 and the line: %s', async (_name, file, expected) => {
    const { imports, titles } = await open();
    const { code, stdout, stderr } = await imports(file);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(expected);
    expect(await titles()).toEqual([]);
  });

  test('-- import asks for what is missing', async () => {
    const { run, imports, store, titles } = await open();
    await store.audiences.putChannel('board', { channel: 'web:board', language: 'en', topics: [] });
    const unsure = await imports(calendarText(...future()));
    expect(unsure.code).toBe(1);
    expect(unsure.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'There are several audiences: all, board. Please choose one.',
    );
    expect((await imports(calendarText(...future()), '--audience', 'board')).code).toBe(0);
    expect(await titles()).toEqual(['General Assembly']);
    for (const args of [['import'], ['import', 'nowhere.ics'], ['--audience', 'board']]) {
      const { code, stderr } = await run(['events', ...args]);
      expect(code).toBe(1);
      expect(stderr).not.toMatch(stackTrace);
      expect(stderr).toMatch(/wanted|no such file|import of a calendar file alone/);
    }
  });

  test('-- import that is killed and given again makes every draft once', async () => {
    const { env, store, write, run, titles } = await open();
    const count = 300;
    const lines = Array.from({ length: count }, (_, index) =>
      future({ 'UID:': `e${index}`, 'SUMMARY:': `Event ${index}` }),
    );
    const path = await write(calendarText(...lines.flat()));
    const drafted = async () => (await store.announcements.list({ limit: 1_000 })).length;
    for (const enough of [1, 60, 120]) {
      const program = await spawnProgram(['events', 'import', path], { env });
      await waitUntil(`${enough} drafts`, async () => (await drafted()) >= enough, { patienceMs: 60_000, everyMs: 2 });
      program.child.kill('SIGKILL');
      expect(await program.ended).toBe('SIGKILL');
      expect(await drafted()).toBeLessThan(count);
    }
    const before = await drafted();
    const { code, stdout } = await run(['events', 'import', path]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Already there, unchanged: ${before} events`);
    const found = await titles();
    expect(found).toHaveLength(count);
    expect(new Set(found).size).toBe(count);
  });
});
