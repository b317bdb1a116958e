import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { actionNamed, actionsOf, admin, colleague, openNewsroom, written } from './open-newsroom.ts';

const { announcing } = messagesIn('en');
const ready = { ...written, missing: 'en' };

describe('announcement.run() confirms', () => {
  test('once, however often and by however many people at once', async () => {
    const { as, press, deliver, seen, store } = await openNewsroom();
    const preview = await as(desk)('announce', ready);
    const replies = await Promise.all([press(preview, 'confirm'), press(preview, 'confirm', colleague)]);
    expect(new Set(replies.map(({ notice }) => notice))).toEqual(
      new Set([announcing.confirmed, announcing.alreadyConfirmed]),
    );
    expect((await press(preview, 'confirm')).notice).toBe(announcing.alreadyConfirmed);
    await deliver();
    await press(preview, 'confirm');
    await deliver();
    expect(['general', 'news', 'foro'].map((name) => seen(name).length)).toEqual([1, 1, 1]);
    const audit = await store.audit.list({ subject: replies[0]?.reportsOn ?? '', limit: 9 });
    expect(audit.filter(({ action }) => action === 'announcement.confirm')).toHaveLength(1);
  });

  test('nothing that was changed after the preview: it shows the new one', async () => {
    const { as, press, deliver, seen } = await openNewsroom();
    const preview = await as(desk)('announce', ready);
    const { id = '' } = actionNamed(preview, 'confirm').options;
    await as(colleague)('announce', { id, 'body.en': 'Changed by Grace.' });
    const again = await press(preview, 'confirm');
    expect(again.notice).toBe(announcing.againRevision);
    expect(again.previews?.[0]?.text).toContain('Changed by Grace.');
    await deliver();
    expect(seen('general')).toEqual([]);
    expect((await press(again, 'confirm')).notice).toBe(announcing.confirmed);
  });

  test('nothing whose channels have changed since the preview: it shows where it would go now', async () => {
    const { as, press, deliver, seen, store } = await openNewsroom();
    const preview = await as(desk)('announce', ready);
    await store.audiences.removeChannel('all', 'fake:news');
    const again = await press(preview, 'confirm');
    expect(again.notice).toBe(announcing.againPlan);
    expect(actionNamed(again, 'confirm').label).toBe('Post in 2 channels now');
    await press(again, 'confirm');
    await deliver();
    expect(seen('news')).toEqual([]);
    expect(seen('general')).toHaveLength(1);
  });

  test.each([{}, { revision: '1' }, { revision: 'one', digest: 'x' }, { digest: 'x' }])(
    'nothing without a preview: %o',
    async (options) => {
      const { as, store } = await openNewsroom();
      const preview = await as(desk)('announce', ready);
      const { id = '' } = actionNamed(preview, 'confirm').options;
      const reply = await as(desk)('announcement', { action: 'confirm', id, ...options });
      expect(reply.notice).toBe(announcing.againUnseen);
      expect((await store.announcements.get(id))?.status).toBe('draft');
    },
  );

  test('nothing whose time has passed since, but offers to post at once', async () => {
    const { as, press, wait } = await openNewsroom();
    const preview = await as(desk)('announce', { ...ready, publishAt: '2027-10-01 12:00' });
    expect(actionNamed(preview, 'confirm').label).toMatch(/^Post in 3 channels on 1 Oct 2027, 12:00$/);
    wait(3 * 3_600_000);
    const again = await press(preview, 'confirm');
    expect(again.notice).toBe(announcing.againBlocked);
    expect(textOf(again)).toMatch(/The time for posting, .*12:00.*, is over/);
    const atOnce = await press(again, 'announce');
    expect((await press(atOnce, 'confirm')).notice).toBe(announcing.confirmed);
  });
});

describe('announcement.run() has everybody notified', () => {
  const loud = { ...ready, pings: 'true' };

  test('after a second question that names the number of channels', async () => {
    const { as, press, deliver, platform, store } = await openNewsroom();
    const preview = await as(admin)('announce', loud);
    expect(textOf(preview)).toContain(announcing.preview.pings(3));
    const question = await press(preview, 'confirm', admin);
    expect(textOf(question)).toBe(announcing.sureToPing(3));
    await store.audiences.removeChannel('all', 'fake:foro');
    const again = await press(question, 'confirm', admin);
    expect(again.notice).toBe(announcing.againPlan);
    const second = await press(again, 'confirm', admin);
    expect(textOf(second)).toBe(announcing.sureToPing(2));
    expect((await press(second, 'confirm', admin)).notice).toBe(announcing.confirmed);
    await deliver();
    expect(platform.accepted('general')[0]?.body).toMatchObject({ notifies: true });
  });

  test('never for another number than the one that was agreed to', async () => {
    const { as, press, store } = await openNewsroom();
    const preview = await as(admin)('announce', loud);
    const { options } = actionNamed(preview, 'confirm');
    const reply = await as(admin)('announcement', { ...options, sure: '2' });
    expect(reply.notice).toBe(announcing.pingCountChanged);
    expect((await store.announcements.get(options['id'] ?? ''))?.status).toBe('draft');
    expect((await press(reply, 'confirm', admin)).notice).toBe(announcing.confirmed);
  });

  test('never at the word of somebody without the right, neither writing nor confirming', async () => {
    const { as, press, store } = await openNewsroom();
    const reply = await as(desk)('announce', loud);
    expect(reply.form?.fields.find(({ name }) => name === 'pings')?.problem).toBe(announcing.form.pingRefused('admin'));
    const preview = await as(admin)('announce', loud);
    const { id = '' } = actionNamed(preview, 'confirm').options;
    const refused = await press(preview, 'confirm');
    expect(textOf(refused)).toBe(announcing.pingRefused('admin'));
    expect((await store.audit.list({ subject: id, limit: 1 }))[0]).toMatchObject({
      action: 'announcement.confirm.refused',
      personId: desk.id,
    });
    const quiet = await as(desk)('announce', { id, pings: 'false' });
    expect((await press(quiet, 'confirm')).notice).toBe(announcing.confirmed);
  });
});

describe('announcement.run() with a second person', () => {
  const settings = { requireApproval: true };

  test('passes an announcement on, refuses its author, and lets somebody else confirm', async () => {
    const { as, press, deliver, seen, store } = await openNewsroom({ settings });
    const preview = await as(desk)('announce', ready);
    expect(actionNamed(preview, 'confirm').label).toBe(announcing.preview.submit);
    const passedOn = await press(preview, 'confirm');
    expect(textOf(passedOn)).toBe(announcing.submitted);
    const { id = '' } = actionNamed(preview, 'confirm').options;
    expect((await store.announcements.get(id))?.status).toBe('awaiting');

    expect(textOf(await press(preview, 'confirm'))).toBe(announcing.ownApproval);
    const own = await as(desk)('announcements', { id });
    expect(textOf(own)).toContain(announcing.preview.introWaiting);
    expect(actionsOf(own)).not.toContain('confirm');
    await deliver();
    expect(seen('general')).toEqual([]);

    const list = await as(colleague)('announcements');
    expect(textOf(list)).toContain(announcing.list.awaiting);
    const theirs = await press(list, 'announcements', colleague);
    expect(textOf(theirs)).toContain(announcing.preview.introApproval);
    expect((await press(theirs, 'confirm', colleague)).notice).toBe(announcing.confirmed);
    await deliver();
    expect(seen('general')).toHaveLength(1);
    expect(
      (await store.audit.list({ subject: id, limit: 9 })).map(({ action, personId }) => [action, personId]),
    ).toEqual([
      ['announcement.confirm', colleague.id],
      ['announcement.confirm.refused', desk.id],
      ['announcement.submit', desk.id],
      ['announcement.create', desk.id],
    ]);
  });

  test('asks anew when it was changed while it waited: whoever changed it is its author now', async () => {
    const { as, press, store } = await openNewsroom({ settings });
    const preview = await as(desk)('announce', ready);
    await press(preview, 'confirm');
    const { id = '' } = actionNamed(preview, 'confirm').options;
    const changed = await as(colleague)('announce', { id, 'body.en': 'Better.' });
    expect((await store.announcements.get(id))?.status).toBe('draft');
    expect(textOf(await press(changed, 'confirm', colleague))).toBe(announcing.submitted);
    expect((await press(changed, 'confirm', desk)).notice).toBe(announcing.confirmed);
  });

  test('leaves the copies alone while a change waits', async () => {
    const { as, press, deliver, seen, store } = await openNewsroom({ settings });
    const preview = await as(desk)('announce', ready);
    const report = await press(preview, 'confirm', colleague);
    expect(report.notice).toBe(announcing.confirmed);
    await deliver();
    const id = report.reportsOn ?? '';
    const change = await as(desk)('announce', { id, 'body.en': 'Postponed.' });
    await press(change, 'confirm');
    expect((await store.announcements.get(id))?.status).toBe('awaiting');
    await deliver();
    expect(seen('news')).toEqual(['General Assembly\n\nPlease register by Friday.']);
    await press(change, 'confirm', colleague);
    await deliver();
    expect(seen('news')).toEqual(['General Assembly\n\nPostponed.']);
  });
});
