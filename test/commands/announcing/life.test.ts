import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { actionNamed, actionsOf, openNewsroom, written } from './open-newsroom.ts';

const { announcing } = messagesIn('en');

describe('an announcement', () => {
  test('goes from the form over the preview to the channels, and its author sees where it is', async () => {
    const { as, press, deliver, seen, woken, store } = await openNewsroom();
    const opened = await as(desk)('announce');
    expect(opened.form?.command).toBe('announce');
    expect(opened.form?.fields.map(({ name }) => name)).toContain('title.fr');

    const undecided = await as(desk)('announce', written);
    expect(textOf(undecided)).toContain(announcing.preview.undecided('Spanish', 1));
    expect(actionsOf(undecided)).not.toContain('confirm');

    const preview = await press(undecided, 'en');
    expect(preview.title).toBe('Preview: General Assembly');
    expect(preview.previews).toMatchObject([
      { platform: 'fake', language: 'en', channels: ['#general (fake)', '#news (fake)'] },
      { platform: 'fake', language: 'es', channels: ['#foro (fake)'] },
    ]);
    expect(actionNamed(preview, 'confirm').label).toBe('Post in 3 channels now');
    expect(seen('general')).toEqual([]);

    const report = await press(preview, 'confirm');
    expect(report).toMatchObject({ notice: announcing.confirmed, private: true });
    expect(textOf(report)).toContain('Waiting: 3 channels');
    expect(woken()).toBe(1);

    await deliver();
    expect(seen('general')).toEqual(['General Assembly\n\nPlease register by Friday.']);
    expect(seen('foro')).toEqual([
      'General Assembly\n\nEste anuncio solo está disponible en inglés.\n\nPlease register by Friday.',
    ]);
    const done = await press(report, 'show');
    expect(textOf(done)).toContain(announcing.report.statusDone);
    expect(textOf(done)).toContain('Sent: 3 channels');
    expect(textOf(done)).toMatch(/#news \(fake\) – Friday,? 1 October 2027/);
    expect((await store.audit.list({ subject: report.reportsOn ?? '', limit: 9 })).map(({ action }) => action)).toEqual(
      ['announcement.confirm', 'announcement.revise', 'announcement.create'],
    );
  });

  test('posts byte for byte what was previewed', async () => {
    const { as, press, deliver, store, platform } = await openNewsroom();
    const preview = await as(desk)('announce', { ...written, missing: 'hold' });
    const report = await press(preview, 'confirm');
    await deliver();
    const rows = await store.deliveries.ofSubject(report.reportsOn ?? '');
    const payload = preview.previews?.[0]?.payload ?? '';
    expect(rows.filter(({ status }) => status === 'sent').map((row) => row.payload)).toEqual([payload, payload]);
    expect(platform.accepted('general')[0]?.body).toMatchObject(JSON.parse(payload));
  });

  test('is changed in every channel by a change that is confirmed, and not before', async () => {
    const { as, press, publish, deliver, seen } = await openNewsroom();
    const { id, report } = await publish();
    await deliver();
    const opened = await press(report, 'announce');
    expect(opened.form?.options).toEqual({ id, revision: '1' });
    expect(opened.form?.fields.find(({ name }) => name === 'title.en')?.value).toBe('General Assembly');

    const preview = await as(desk)('announce', { id, revision: '1', 'body.en': 'It is postponed.' });
    expect(textOf(preview)).toContain(announcing.preview.introChange);
    expect(textOf(preview)).toContain('Replaces the text in 3 channels');
    await deliver();
    expect(seen('news')).toEqual(['General Assembly\n\nPlease register by Friday.']);
    expect(textOf(await as(desk)('announcements', { id }))).toContain(announcing.report.unconfirmedChange);

    const changed = await press(preview, 'confirm');
    expect(textOf(changed)).toContain('Waiting: 3 channels');
    expect(textOf(changed)).not.toContain(announcing.report.unconfirmedChange);
    await deliver();
    expect(seen('news')).toEqual(['General Assembly\n\nIt is postponed.']);
    expect(textOf(await as(desk)('announcement', { action: 'show', id }))).toContain('Sent: 3 channels');
  });

  test('drops a change that was not confirmed', async () => {
    const { as, press, publish, deliver, seen, store } = await openNewsroom();
    const { id } = await publish();
    await deliver();
    const preview = await as(desk)('announce', { id, 'body.en': 'Never mind.' });
    const report = await press(preview, 'discard');
    expect(report.notice).toBe(announcing.discarded);
    expect((await store.announcements.get(id))?.content.texts.en?.body).toBe('Please **register** by Friday.');
    expect((await press(preview, 'discard')).notice).toBe(announcing.nothingToDiscard);
    const stale = await press(preview, 'confirm');
    expect(stale.notice).toBe(announcing.alreadyConfirmed);
    await deliver();
    expect(seen('news')).toEqual(['General Assembly\n\nPlease register by Friday.']);
  });

  test('is taken back from every channel after being asked once more', async () => {
    const { as, press, publish, deliver, seen, store } = await openNewsroom();
    const { id } = await publish();
    await deliver();
    const report = await as(desk)('announcements', { id });
    expect(actionNamed(report, 'retract').label).toBe('Take back 3 copies');
    const question = await press(report, 'retract');
    expect(textOf(question)).toBe(announcing.sureToRetract(3));
    expect((await store.announcements.get(id))?.status).toBe('confirmed');
    const retracting = await press(question, 'retract');
    expect(retracting.notice).toBe(announcing.retracting(3));
    expect(textOf(retracting)).toContain(announcing.report.statusRetracting);
    await deliver();
    expect([...seen('general'), ...seen('news'), ...seen('foro')]).toEqual([]);
    const done = await as(desk)('announcements', { id });
    expect(textOf(done)).toContain('Taken back: 3 channels');
    expect(actionsOf(done)).toEqual([]);
    expect((await press(question, 'retract')).notice).toBe(announcing.alreadyClosed);
    expect(textOf(await as(desk)('announce', { id, 'body.en': 'Again' }))).toBe(announcing.closedRetracted);
  });

  test('says why a channel did not get it, is tried again, and posts nothing twice', async () => {
    const { as, press, publish, deliver, seen, store, platform } = await openNewsroom();
    await store.audiences.putChannel('all', { channel: 'fake:private', language: 'en', topics: [] });
    const { id } = await publish();
    await deliver();
    const report = await as(desk)('announcements', { id });
    expect(textOf(report)).toContain(announcing.report.statusTrouble);
    expect(textOf(report)).toContain(`failed. ${announcing.report.reasons.notInChannel}`);
    platform.addChannel('private');
    const retried = await press(report, 'retry');
    expect(retried.notice).toBe(announcing.retried(1));
    await deliver();
    expect(seen('private')).toHaveLength(1);
    expect(seen('general')).toHaveLength(1);
    const done = await as(desk)('announcement', { action: 'retry', id });
    expect(done.notice).toBe(announcing.nothingToRetry);
    expect(textOf(done)).toContain('Sent: 4 channels');
  });

  test('does not come back by a retry once it was taken back', async () => {
    const { as, press, publish, deliver, seen, store, platform } = await openNewsroom();
    await store.audiences.putChannel('all', { channel: 'fake:private', language: 'en', topics: [] });
    const { id } = await publish();
    await deliver();
    await press(await press(await as(desk)('announcements', { id }), 'retract'), 'retract');
    platform.addChannel('private');
    expect((await as(desk)('announcement', { action: 'retry', id })).notice).toBe(announcing.nothingToRetry);
    await deliver();
    expect(['general', 'news', 'foro', 'private'].flatMap((name) => seen(name))).toEqual([]);
  });

  test('is not tried again where something later has taken its place', async () => {
    const { as, press, publish, store, clock, wait, deliver, seen } = await openNewsroom();
    const { id } = await publish();
    const due = { now: clock(), leaseMs: 60_000, limit: 9, perSecond: { fake: 9 } };
    for (const delivery of await store.deliveries.claim(due)) {
      await store.deliveries.settle(delivery.id, delivery.fence, { status: 'failed', reason: 'unverified' });
    }
    wait(2_000);
    const report = await as(desk)('announcements', { id });
    expect(textOf(report)).toContain(announcing.report.reasons.unverified);
    await press(await press(report, 'retract'), 'retract');
    expect((await as(desk)('announcement', { action: 'retry', id })).notice).toBe(announcing.nothingToRetry);
    await deliver();
    expect(seen('general')).toEqual([]);
  });
});
