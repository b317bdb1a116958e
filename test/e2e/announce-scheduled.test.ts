import { describe, expect, test } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';
import type { Desk } from './desk.ts';
import { ahead, idOf, openNewsroom, patient, settledReport } from './newsroom.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A round minute about so many milliseconds from now, as an author writes it. */
function inWords(ms: number): { readonly at: number; readonly text: string } {
  const at = Math.ceil((Date.now() + ms) / minuteMs) * minuteMs;
  return { at, text: new Date(at).toISOString().slice(0, 16).replace('T', ' ') };
}

async function schedule(desk: Desk, publishAt: string): Promise<string> {
  const fields = { 'title.en': 'General Assembly', 'body.en': 'Please register.', audience: 'all' };
  const preview = await desk.give('announce', { ...fields, publishAt, zone: 'UTC' });
  return idOf(await desk.press(preview, /Post in 3 channels on/));
}

describe('a scheduled announcement', patient, () => {
  test('is listed, changed and cancelled', async () => {
    const newsroom = await openNewsroom();
    const program = await newsroom.start();
    const ana = await newsroom.sitDown(program);
    const id = await schedule(ana, inWords(5 * hourMs).text);
    expect((await ana.open('/announcements')).text).toMatch(/Scheduled\s+General Assembly/);
    expect((await newsroom.run(['announcements', id])).stdout).toMatch(/Scheduled for[\s\S]*Waiting: 3 channels/);

    const later = inWords(9 * hourMs);
    const change = await ana.give('announce', { id, 'title.en': 'Assembly of Cities', publishAt: later.text });
    await ana.press(change, /Post in 3 channels on/);
    const rows = await newsroom.store.deliveries.ofSubject(id);
    expect(rows.filter(({ status }) => status === 'pending').map(({ dueAt }) => dueAt)).toEqual(
      Array.from({ length: 3 }, () => later.at),
    );

    await ana.press(await ana.open(`/announcements/${id}`), /Cancel the announcement/);
    expect((await ana.open('/announcements')).text).toMatch(/Cancelled or taken back\s+Assembly of Cities/);
    expect(await newsroom.store.deliveries.counts(id)).toEqual({ withdrawn: 6 });
  });

  test('is posted when the program was down at its time and comes back a quarter of an hour later at most', async () => {
    const newsroom = await openNewsroom();
    const program = await newsroom.start();
    const { at, text } = inWords(hourMs);
    await schedule(await newsroom.sitDown(program), text);
    program.child.kill('SIGKILL');
    await program.ended;
    const late = await newsroom.start(ahead(at - Date.now() + 10 * minuteMs));
    await newsroom.untilSeen(late, [/General Assembly/]);
  });

  test('is held when it comes back later, until somebody lets it go', async () => {
    const newsroom = await openNewsroom();
    const program = await newsroom.start();
    const { at, text } = inWords(hourMs);
    const id = await schedule(await newsroom.sitDown(program), text);
    program.child.kill('SIGKILL');
    await program.ended;
    const later = ahead(at - Date.now() + 16 * minuteMs);
    const late = await newsroom.start(later);
    await waitUntil('it to be held', async () => (await newsroom.store.deliveries.counts(id)).held === 3);
    const ana = await newsroom.sitDown(late, 'ana', later);
    expect((await ana.open('/announcements')).text).toContain('3 held');
    const report = await ana.open(`/announcements/${id}`);
    expect(report.text).toContain('Its time passed while the assistant was not running');
    await newsroom.untilSeen(late, []);
    await ana.press(report, /Send now to 3 channels/);
    await newsroom.untilSeen(late, [/General Assembly/]);
    expect((await settledReport(ana, report.path)).text).toContain('Sent: 3 channels');
  });

  test('is posted much later where MISSED_MINUTES allows it', async () => {
    const newsroom = await openNewsroom({ MISSED_MINUTES: '240' });
    const program = await newsroom.start();
    const { at, text } = inWords(hourMs);
    await schedule(await newsroom.sitDown(program), text);
    program.child.kill('SIGKILL');
    await program.ended;
    await newsroom.untilSeen(await newsroom.start(ahead(at - Date.now() + 3 * hourMs)), [/General Assembly/]);
  });
});
