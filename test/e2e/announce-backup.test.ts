import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describePostgres } from '../contract/describe-postgres.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { announcementFile, idOf, openNewsroom, patient, settledReport, withoutPlatforms } from './newsroom.ts';
import { stackTrace } from './program.ts';

const written = { 'title.en': 'General Assembly', 'body.en': 'Please **register**.', audience: 'all' };

describe('backup and restore', patient, () => {
  test('lose nothing and post nothing twice, also what was posted after the backup', async () => {
    const newsroom = await openNewsroom();
    const { slack, discord, store } = newsroom;
    const program = await newsroom.start();
    const ana = await newsroom.sitDown(program);
    const first = await ana.press(await ana.give('announce', written), /Post in 3 channels now/);
    await settledReport(ana, first.path);
    // At the moment of the backup, the second announcement is on its way: both have it, and have not answered.
    const preview = await ana.give('announce', { ...written, 'title.en': 'Summer School' });
    slack.trouble('hang', /^chat\.postMessage/);
    discord.trouble('hang');
    const second = await ana.press(preview, /Post in 3 channels now/);
    const messages = () => slack.workspace.messages.length + discord.state.messages.length;
    await waitUntil('both to have got the second', () => messages() === 4);
    const file = join(newsroom.folder, 'backup.db');
    const backup = await newsroom.run(['backup', file]);
    expect([backup.code, backup.stderr]).toEqual([0, '']);
    expect(backup.stdout).toContain(file);

    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    await store.close();
    const refused = await newsroom.run(['restore', file]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/DATA_DIR still holds[\s\S]*do not delete them yet/);
    await rename(newsroom.env['DATA_DIR'] ?? '', join(newsroom.folder, 'lost'));
    const restored = await newsroom.run(['restore', file]);
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    expect(restored.stdout).toContain('were due: 2');

    const next = await newsroom.start();
    const joan = await newsroom.sitDown(next, 'joan');
    expect((await settledReport(joan, second.path)).text).toContain('Sent: 3 channels');
    await newsroom.untilSeen(next, [/General Assembly/, /Summer School/]);
    // What stood before can still be changed everywhere.
    const change = await joan.give('announce', { id: idOf(first), 'body.en': 'By Monday.' });
    await joan.press(change, /Change it in 3 channels/);
    await newsroom.untilSeen(next, [/General Assembly[\s\S]*By Monday/, /Summer School/]);
  });

  test('of what was planned and posted only after the backup post nothing twice', async () => {
    const newsroom = await openNewsroom();
    await newsroom.run(['announce', await newsroom.write(announcementFile), '--confirm']);
    const file = join(newsroom.folder, 'backup.db');
    expect((await newsroom.run(['backup', file])).code).toBe(0);
    const program = await newsroom.start();
    await newsroom.untilSeen(program, [/General Assembly/]);
    program.child.kill('SIGTERM');
    await program.ended;
    await newsroom.store.close();
    await rename(newsroom.env['DATA_DIR'] ?? '', join(newsroom.folder, 'lost'));
    expect((await newsroom.run(['restore', file])).stdout).toContain('were due: 3');
    const next = await newsroom.start();
    const ana = await newsroom.sitDown(next);
    const announcement = await ana.press(await ana.open('/announcements'), /Open: General Assembly/);
    expect((await settledReport(ana, announcement.path)).text).toContain('Sent: 3 channels');
    await newsroom.untilSeen(next, [/General Assembly/]);
  });

  test.each<[what: string, args: readonly string[], expected: RegExp]>([
    ['no file to back up to', ['backup'], /one file is wanted[\s\S]*npm run backup -- backup\.db/],
    ['two files to restore', ['restore', 'a.db', 'b.db'], /one file is wanted/],
    ['a backup over a file that is there', ['backup', 'announcement.md'], /exists already[\s\S]*new file/],
    ['a backup into a folder that is not there', ['backup', 'no/such/folder/a.db'], /Could not back up/],
    ['a restore where a database is', ['restore', 'announcement.md'], /DATA_DIR still holds/],
  ])('refuse %s', async (_what, args, expected) => {
    const newsroom = await openNewsroom(withoutPlatforms);
    const path = await newsroom.write('Not a database.');
    const { code, stdout, stderr } = await newsroom.run(args.map((arg) => (arg === 'announcement.md' ? path : arg)));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(stackTrace);
  });

  test('refuse to restore what is no backup, and leave nothing behind that is in the way', async () => {
    const newsroom = await openNewsroom(withoutPlatforms);
    const path = await newsroom.write('Not a database.');
    const env = { DATA_DIR: join(newsroom.folder, 'empty') };
    await mkdir(env.DATA_DIR);
    for (const file of [path, join(newsroom.folder, 'nothing.db')]) {
      const { code, stderr } = await newsroom.run(['restore', file], env);
      expect([code, stderr.includes(file)]).toEqual([1, true]);
      expect(stderr).not.toMatch(stackTrace);
    }
    const good = join(newsroom.folder, 'good.db');
    expect((await newsroom.run(['backup', good])).code).toBe(0);
    expect((await newsroom.run(['restore', good], env)).code).toBe(0);
  });
});

describePostgres('backup and restore on PostgreSQL', (server) => {
  test('name the tools to use, and restore doubts what was due', patient, async () => {
    const newsroom = await openNewsroom({ ...withoutPlatforms, DATABASE_URL: await server().newDatabase() });
    for (const command of ['backup', 'restore']) {
      const { code, stderr } = await newsroom.run([command, 'a.db']);
      expect([code, /pg_dump|pg_restore/.test(stderr)]).toEqual([1, true]);
    }
    await newsroom.store.audiences.remove('all');
    await newsroom.store.audiences.putChannel('all', { channel: 'web:news', language: 'en', topics: [] });
    await newsroom.run(['announce', await newsroom.write(announcementFile), '--confirm']);
    const { code, stdout } = await newsroom.run(['restore']);
    expect([code, stdout.includes('were due: 1')]).toEqual([0, true]);
  });
});
