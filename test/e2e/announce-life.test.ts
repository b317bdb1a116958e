import { describe, expect, test } from 'vitest';
import { idOf, openNewsroom, patient, settledReport } from './newsroom.ts';

const written = {
  'title.en': 'General Assembly',
  'body.en': 'Please **register** by Friday.',
  audience: 'all',
  start: '2099-10-07 10:00',
  zone: 'Europe/Brussels',
};

describe('an announcement', patient, () => {
  test('goes to every platform at once, is edited, reported on and taken back, also across restarts', async () => {
    const newsroom = await openNewsroom();
    let program = await newsroom.start();
    let ana = await newsroom.sitDown(program);
    const restart = async () => {
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      program = await newsroom.start();
      ana = await newsroom.sitDown(program);
    };

    const preview = await ana.give('announce', written);
    expect(preview.text).toContain('Nothing happens before you confirm');
    await restart();
    // What was previewed before the restart is confirmed after it.
    const report = await ana.press(preview, /Post in 3 channels now/);
    await newsroom.untilSeen(program, [/General Assembly[\s\S]*register/]);
    const done = await settledReport(ana, report.path);
    expect(done.text).toContain('Everything that could be posted is posted');
    expect(done.text).toContain('Sent: 3 channels');
    expect(done.html).toContain('https://fake.slack.com/archives/C0NEWS/');
    expect(done.html).toContain('https://discord.com/channels/');

    await restart();
    const id = idOf(report);
    const change = await ana.give('announce', { id, 'body.en': 'The date has moved: **register** by Monday.' });
    expect(change.text).toContain('Replaces the text in 3 channels');
    await ana.press(change, /Change it in 3 channels/);
    await newsroom.untilSeen(program, [/General Assembly[\s\S]*by Monday/]);

    const asked = await ana.press(await ana.open(`/announcements/${id}`), /Take back 3 copies/);
    expect(asked.text).toContain('This cannot be undone');
    await ana.press(asked, /Yes, take back 3 copies/);
    await newsroom.untilSeen(program, []);
    expect((await settledReport(ana, report.path)).text).toContain('Taken back: 3 channels');
  });
});
