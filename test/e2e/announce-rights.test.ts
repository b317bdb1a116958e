import { describe, expect, test } from 'vitest';
import { createBrowser } from '../adapters/web/web-harness.ts';
import { mentionsIn } from '../fakes/slack/seen.ts';
import { openDesk, tokenIn } from './desk.ts';
import { announcementFile, idOf, openNewsroom, patient, withoutPlatforms } from './newsroom.ts';

const written = { 'title.en': 'General Assembly', 'body.en': 'Please **register**.', audience: 'all' };

describe('announcing', patient, () => {
  test('takes a second person where REQUIRE_APPROVAL is true, and never the author', async () => {
    const newsroom = await openNewsroom({ REQUIRE_APPROVAL: 'true' });
    const program = await newsroom.start();
    const ana = await newsroom.sitDown(program, 'ana');
    const joan = await newsroom.sitDown(program, 'joan');
    const preview = await ana.give('announce', written);
    const submitted = await ana.press(preview, /Pass it on for confirmation/);
    expect(submitted.text).toContain('Nothing is posted before somebody else of the secretariat has confirmed');
    const [{ id } = { id: '' }] = await newsroom.store.announcements.list({ limit: 1 });
    // The author cannot go on: not with a button, and not with what the button would send.
    const waiting = await ana.open(`/announcements/${id}`);
    expect(waiting.buttons.filter(({ fields }) => fields?.['action'] === 'confirm')).toEqual([]);
    const confirmation = preview.buttons.find(({ fields }) => fields?.['action'] === 'confirm')?.fields ?? {};
    expect((await ana.give('announcement', confirmation)).text).toContain('Somebody else of the secretariat has to');
    expect(await newsroom.store.deliveries.ofSubject(id)).toEqual([]);

    const report = await joan.press(await joan.open(`/announcements/${id}`), /Post in 3 channels now/);
    expect(idOf(report)).toBe(id);
    await newsroom.untilSeen(program, [/General Assembly/]);
    const audit = await newsroom.store.audit.list({ subject: id, limit: 20 });
    expect(audit.map(({ action, personId }) => [action, personId]).toReversed()).toEqual([
      ['announcement.create', 'web:ana'],
      ['announcement.submit', 'web:ana'],
      ['announcement.confirm.refused', 'web:ana'],
      ['announcement.confirm', 'web:joan'],
    ]);
  });

  test('lets everybody be notified only by who may, and asks with the number of channels', async () => {
    const newsroom = await openNewsroom();
    const program = await newsroom.start();
    const ana = await newsroom.sitDown(program);
    const preview = await ana.give('announce', { ...written, pings: 'true' });
    expect(preview.text).toContain('Everybody in 3 channels is notified');
    const asked = await ana.press(preview, /Post in 3 channels now/);
    expect(asked.text).toContain('Everybody in 3 channels will be notified, also on their phones');
    expect(await newsroom.seen(program)).toEqual({ slack: [], discord: [], web: [] });
    await ana.press(asked, /Yes, notify everybody in 3 channels/);
    await newsroom.untilSeen(program, [/General Assembly/]);
    expect(newsroom.slack.workspace.messages.flatMap(mentionsIn)).not.toEqual([]);
    expect(newsroom.discord.state.messages.map(({ notified }) => notified)).toEqual([true]);
  });

  test('refuses to notify everybody for want of the right, and calls nobody with words alone', async () => {
    const newsroom = await openNewsroom({ PING_ROLE: 'admin' });
    const program = await newsroom.start();
    const ana = await newsroom.sitDown(program);
    const refused = await ana.give('announce', { ...written, pings: 'true' });
    expect(refused.text).toContain('admin');
    expect(refused.buttons.filter(({ fields }) => fields?.['action'] === 'confirm')).toEqual([]);
    const calling = { ...written, 'title.en': '@everyone <!channel>', 'body.en': '@everyone @here <!channel> <@U1>' };
    await ana.press(await ana.give('announce', calling), /Post in 3 channels now/);
    await newsroom.untilSeen(program, [/everyone/]);
    expect(newsroom.slack.workspace.messages.flatMap(mentionsIn)).toEqual([]);
    expect(newsroom.discord.state.messages.map(({ notified }) => notified)).toEqual([false]);
  });

  test('from a file asks before everybody is notified, also with --confirm', async () => {
    const newsroom = await openNewsroom();
    const file = await newsroom.write(announcementFile.replace('audience: all', 'audience: all\npings: true'));
    const { code, stdout } = await newsroom.run(['announce', file, '--confirm']);
    expect(code).toBe(1);
    expect(stdout).toContain('Everybody in 3 channels will be notified');
    const [draft] = await newsroom.store.announcements.list({ limit: 1 });
    expect(draft?.status).toBe('draft');
    expect(await newsroom.store.deliveries.ofSubject(draft?.id ?? '')).toEqual([]);
  });

  test('is refused to visitors of the web page, and the refusal is recorded', async () => {
    const newsroom = await openNewsroom(withoutPlatforms);
    const program = await newsroom.start();
    const visitor = openDesk(createBrowser(program.address));
    expect((await visitor.open('/announcements')).status).toBe(403);
    const refused = await visitor.give('announce', written);
    expect(refused.text).toContain('This is for the secretariat');
    expect(await newsroom.store.announcements.list({ limit: 1 })).toEqual([]);
    const audit = await newsroom.store.audit.list({ limit: 5 });
    expect(audit.map(({ action }) => action)).toEqual(['announce.refused']);
  });
});

describe('sign-in', patient, () => {
  test('prints a link that works once, also when several try at the same time', async () => {
    const newsroom = await openNewsroom(withoutPlatforms);
    const program = await newsroom.start();
    const { code, stdout } = await newsroom.run(['sign-in', 'ana']);
    expect(code).toBe(0);
    const browsers = Array.from({ length: 5 }, () => createBrowser(program.address));
    const token = tokenIn(stdout);
    // Whoever only looks at the link, such as a mail program, does not use it up.
    expect((await createBrowser(program.address).fetch(`/sign-in?token=${token}`)).status).toBe(200);
    const answers = await Promise.all(browsers.map(async (browser) => await browser.post('/sign-in', { token })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 403, 403, 403, 403]);
    const pages = await Promise.all(browsers.map(async (browser) => (await browser.fetch('/announcements')).status));
    expect(pages.filter((status) => status === 200)).toHaveLength(1);
    expect(program.stderr()).not.toContain(token);
  });

  test.each(['', 'Ana', 'ana lópez', '../ana'])('refuses the name “%s”, and says what is wanted', async (name) => {
    const newsroom = await openNewsroom(withoutPlatforms);
    const { code, stdout, stderr } = await newsroom.run(['sign-in', ...(name === '' ? [] : [name])]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('lower-case letters');
    expect(stderr).toContain('npm run sign-in -- ana');
  });
});
