import { expect, test } from 'vitest';
import { createBrowser, readText } from '../adapters/web/web-harness.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { openNewsroom, patient, withoutPlatforms } from './newsroom.ts';

const written = {
  'title.en': 'Forum of island harbours',
  'body.en': 'Please **register** by Friday.',
  audience: 'all',
  start: '2099-10-07 10:00',
  zone: 'Europe/Brussels',
  place: 'Riverton',
};

test(
  'an announced event has a file, stands on the board with it, and is answered, as soon as it is posted',
  patient,
  async () => {
    const newsroom = await openNewsroom(withoutPlatforms);
    const { channels, store } = newsroom;
    for (const channel of [channels.slack, channels.discord]) await store.audiences.removeChannel('all', channel);
    const program = await newsroom.start();
    const ana = await newsroom.sitDown(program);
    const member = createBrowser(program.address);
    const question = 'Where is the forum of island harbours?';

    const preview = await ana.give('announce', written);
    const [announcement] = await store.announcements.list({ limit: 1 });
    const path = `/events/announcement-${announcement?.id}.ics?lang=en`;
    expect((await member.fetch(path)).status).toBe(404);
    expect(readText(await member.say(question))).not.toContain('Riverton');

    await ana.press(preview, /^Post/);
    await waitUntil('the board', async () => (await (await member.fetch('/news')).text()).includes(`href="${path}"`));
    const file = await member.fetch(path);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(await file.text()).toContain('DTSTART:20991007T080000Z');
    expect(await (await member.fetch('/events')).text()).toContain(`href="${path}"`);
    const answer = await member.say(question);
    expect(readText(answer)).toContain('Where: Riverton');
    expect((await newsroom.run(['ask', question])).stdout).toContain('Where: Riverton');
    expect(answer).toMatch(/<cite><a href="\/news#\w+">/);
  },
);
