import { describe, expect, test } from 'vitest';
import { describePostgres } from '../contract/describe-postgres.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { ahead, idOf, openNewsroom, patient, settledReport } from './newsroom.ts';

const written = { 'title.en': 'General Assembly', 'body.en': 'Please **register**.', audience: 'all' };

describe('the program', patient, () => {
  test('ends within 10 seconds at a SIGTERM while platforms hang, and then looks before it posts again', async () => {
    const newsroom = await openNewsroom();
    const { slack, discord, store } = newsroom;
    const program = await newsroom.start();
    const ana = await newsroom.sitDown(program);
    const preview = await ana.give('announce', written);
    // Both take the message and never answer.
    slack.trouble('hang', /^chat\.postMessage/);
    discord.trouble('hang');
    const { path } = await ana.press(preview, /Post in 3 channels now/);
    const id = idOf({ path });
    await waitUntil('both to have got it', () => slack.workspace.messages.length + discord.state.messages.length === 2);

    const toldAt = performance.now();
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    // Ten seconds, and what a busy machine takes to end a process.
    expect(performance.now() - toldAt).toBeLessThan(12_000);
    expect(await store.deliveries.counts(id)).toEqual({ sent: 1, unknown: 2 });

    const next = await newsroom.start();
    const report = await settledReport(await newsroom.sitDown(next), path);
    expect(report.text).toContain('Sent: 3 channels');
    await newsroom.untilSeen(next, [/General Assembly/]);
  });

  test('posts what was confirmed before it was killed', async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    const program = await newsroom.start();
    const ana = await newsroom.sitDown(program);
    const preview = await ana.give('announce', written);
    // Slack is not there, so that nothing can have been sent when the program dies.
    await slack.disappear();
    const { path } = await ana.press(preview, /Post in 3 channels now/);
    program.child.kill('SIGKILL');
    expect(await program.ended).toBe('SIGKILL');
    await slack.comeBack();
    // What it had claimed is free a minute later.
    const minuteLater = ahead(61_000);
    const next = await newsroom.start(minuteLater);
    const report = await settledReport(await newsroom.sitDown(next, 'ana', minuteLater), path);
    expect(report.text).toContain('Sent: 3 channels');
    await newsroom.untilSeen(next, [/General Assembly/]);
  });

  test('says what failed and why, and retries only that', async () => {
    const newsroom = await openNewsroom();
    const { slack, discord } = newsroom;
    const program = await newsroom.start();
    const ana = await newsroom.sitDown(program);
    const preview = await ana.give('announce', written);
    const channel = slack.workspace.channels.get('C0NEWS');
    channel?.members.clear();
    const { path } = await ana.press(preview, /Post in 3 channels now/);
    const report = await settledReport(ana, path);
    expect(report.text).toContain('Failed: 1 channel');
    expect(report.text).toContain(
      'The assistant is not in this channel. Please have it invited there, then try again.',
    );
    channel?.members.add('U0BOT');
    await ana.press(report, /Try again in 1 channel/);
    await newsroom.untilSeen(program, [/General Assembly/]);
    expect(discord.refused).toEqual([]);
  });
});

describePostgres('two programs on one PostgreSQL', (server) => {
  test('share the work, and what one begins the other goes on with', patient, async () => {
    const newsroom = await openNewsroom({ DATABASE_URL: await server().newDatabase() });
    const boards = Array.from({ length: 20 }, (_, index) => `web:board-${index}`);
    for (const board of boards)
      await newsroom.store.audiences.putChannel('all', { channel: board, language: 'en', topics: [] });
    const [one, other] = await Promise.all([newsroom.start(), newsroom.start()]);
    const ana = await newsroom.sitDown(one, 'ana');
    const joan = await newsroom.sitDown(other, 'joan');
    const id = idOf(await ana.press(await ana.give('announce', written), /Post in 23 channels now/));
    await newsroom.untilSeen(one, [/General Assembly/]);
    await newsroom.untilSeen(other, [/General Assembly/]);
    expect((await settledReport(joan, `/announcements/${id}`)).text).toContain('Sent: 23 channels');

    one.child.kill('SIGKILL');
    await one.ended;
    const change = await joan.give('announce', { id, 'body.en': 'By Monday.' });
    await joan.press(change, /Change it in 23 channels/);
    await newsroom.untilSeen(other, [/By Monday/]);
    await settledReport(joan, `/announcements/${id}`);
    expect(await newsroom.store.deliveries.counts(id)).toEqual({ sent: 46 });
  });
});
