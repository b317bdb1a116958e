import { beforeEach, describe, expect, test } from 'vitest';
import { announcementFile, openNewsroom, patient, type Newsroom } from './newsroom.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await openNewsroom();
});

describe('announce with a file', patient, () => {
  test('shows how each platform will show it, and posts nothing', async () => {
    const { code, stdout, stderr } = await newsroom.run(['announce', await newsroom.write(announcementFile)]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Nothing happens before you confirm');
    for (const place of ['slack · English', 'discord · English', 'web · English']) expect(stdout).toContain(place);
    expect(stdout.match(/│ .*register.* by Friday/g)).toHaveLength(3);
    const drafts = await newsroom.store.announcements.list({ limit: 9 });
    expect(drafts.map(({ status, author }) => [status, author])).toEqual([['draft', 'terminal:local']]);
    expect(await newsroom.store.deliveries.ofSubject(drafts[0]?.id ?? '')).toEqual([]);
  });

  test('posts with --confirm, once the assistant runs', async () => {
    const file = await newsroom.write(announcementFile);
    const { code, stdout, stderr } = await newsroom.run(['announce', file, '--confirm']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Waiting: 3 channels');
    const program = await newsroom.start();
    await newsroom.untilSeen(program, [/General Assembly[\s\S]*register/]);
    // The dispatcher of a running program sees what another process has put into the outbox.
    await newsroom.run([
      'announce',
      await newsroom.write(announcementFile.replace('Assembly', 'Meeting')),
      '--confirm',
    ]);
    await newsroom.untilSeen(program, [/General Assembly/, /General Meeting/]);
  });

  test('neither posts nor takes for done with --confirm what still needs a decision', async () => {
    await newsroom.store.audiences.putChannel('all', { channel: 'web:noticias', language: 'es', topics: [] });
    const file = await newsroom.write(announcementFile.replace('missing: en\n', ''));
    const { code, stdout } = await newsroom.run(['announce', file, '--confirm']);
    expect(code).toBe(1);
    expect(stdout).toContain('There is no text in Spanish, the language of 1 channel.');
    expect(await newsroom.store.deliveries.nextDueAt(['slack', 'discord', 'web'])).toBeUndefined();
  });

  test('names the command that shows it again, and changes it with --id', async () => {
    const file = await newsroom.write(announcementFile);
    const { stdout } = await newsroom.run(['announce', file, '--confirm']);
    const [, id = ''] = /npm run announcements -- (\w+)\n/.exec(stdout) ?? [];
    expect((await newsroom.run(['announcements', id])).stdout).toContain('Waiting: 3 channels');
    expect((await newsroom.run(['announcements'])).stdout).toContain(`npm run announcements -- ${id}\n`);
    const program = await newsroom.start();
    await newsroom.untilSeen(program, [/General Assembly/]);

    const changed = await newsroom.write(announcementFile.replace('by Friday', 'by Monday'));
    const change = await newsroom.run(['announce', changed, '--id', id, '--confirm']);
    expect([change.code, change.stderr]).toEqual([0, '']);
    await newsroom.untilSeen(program, [/General Assembly[\s\S]*by Monday/]);
    const unknown = await newsroom.run(['announce', changed, '--id', 'nothing', '--confirm']);
    expect([unknown.code, unknown.stdout.includes('There is no announcement “nothing”')]).toEqual([1, true]);
  });

  test('refuses a text that a platform does not take, and says by how much', async () => {
    const file = await newsroom.write(announcementFile.replace('Please', 'word '.repeat(2_000)));
    const { code, stdout } = await newsroom.run(['announce', file, '--confirm']);
    expect(code).toBe(1);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /English has [\d,.]+ characters; Discord takes 4[\d,.]+\. Please shorten it by/,
    );
  });
});
