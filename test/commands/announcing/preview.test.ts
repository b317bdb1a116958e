import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { messageLimit } from '../../fakes/platform.ts';
import { actionNamed, actionsOf, openNewsroom, written } from './open-newsroom.ts';

const { announcing } = messagesIn('en');
const ready = { ...written, missing: 'en' };

describe('announce.run() warns in the preview, and can be confirmed all the same,', () => {
  test('of a channel in which the assistant may not post, and of one that does not exist', async () => {
    const { as, store } = await openNewsroom();
    for (const name of ['private', 'nowhere']) {
      await store.audiences.putChannel('all', { channel: `fake:${name}`, language: 'en', topics: [] });
    }
    const preview = await as(desk)('announce', ready);
    expect(textOf(preview)).toContain(`fake:private: ${announcing.report.reasons.notInChannel}`);
    expect(textOf(preview)).toContain(`fake:nowhere: ${announcing.report.reasons.noSuchChannel}`);
    expect(actionNamed(preview, 'confirm').label).toBe('Post in 5 channels now');
  });

  test('of channels that could not be checked', async () => {
    const { as, platform } = await openNewsroom();
    await platform.disappear();
    const preview = await as(desk)('announce', ready);
    expect(textOf(preview)).toContain(announcing.preview.unchecked('fake:general, fake:news, fake:foro'));
    expect(actionsOf(preview)).toContain('confirm');
  });

  test('of a channel that refused an announcement before', async () => {
    const { as, store } = await openNewsroom();
    await store.channels.put('fake:news', { refusedBecause: 'archived' });
    const preview = await as(desk)('announce', ready);
    expect(textOf(preview)).toContain(announcing.preview.refusedEarlier('#news (fake)'));
  });

  test('of a platform that is not configured', async () => {
    const { as, press, store } = await openNewsroom();
    await store.audiences.putChannel('all', { channel: 'other:news', language: 'en', topics: [] });
    const preview = await as(desk)('announce', ready);
    expect(textOf(preview)).toContain(`other:news: ${announcing.report.reasons.notConfigured}`);
    const report = await press(preview, 'confirm');
    expect(textOf(report)).toContain('Held: 1 channel');
  });
});

describe('announce.run() offers no confirmation', () => {
  test('of a text that is too long for a platform, and says by how much', async () => {
    const { as } = await openNewsroom();
    const body = 'x'.repeat(messageLimit);
    const preview = await as(desk)('announce', { ...ready, 'body.en': body });
    const length = `General Assembly\n\n${body}`.length;
    expect(textOf(preview)).toContain(announcing.preview.tooLong('whole', 'en', 'Fake', length, messageLimit));
    expect(textOf(preview).match(/shorten it by/g)).toHaveLength(2);
    expect(actionsOf(preview)).toEqual(['announce', 'cancel']);
  });

  test('for an audience without channels, or one that has gone', async () => {
    const { as, press, store } = await openNewsroom();
    const preview = await as(desk)('announce', ready);
    for (const { channel } of (await store.audiences.get('all'))?.channels ?? []) {
      await store.audiences.removeChannel('all', channel);
    }
    const empty = await press(preview, 'confirm');
    expect(empty.notice).toBe(announcing.againBlocked);
    expect(textOf(empty)).toContain(announcing.preview.emptyAudience('all'));
    expect(actionsOf(empty)).not.toContain('confirm');
    await store.audiences.remove('all');
    expect(textOf(await press(preview, 'confirm'))).toContain(announcing.preview.noAudience('all'));
  });

  test('of a change that changes nothing', async () => {
    const { as, publish, deliver } = await openNewsroom();
    const { id } = await publish();
    await deliver();
    const preview = await as(desk)('announce', { id, 'title.en': 'General Assembly' });
    expect(textOf(preview)).toContain(announcing.preview.nothing);
    expect(actionsOf(preview)).toEqual(['announce', 'discard']);
  });

  test('before the author has chosen what becomes of channels without a text: here, nothing', async () => {
    const { as, press, deliver, seen } = await openNewsroom();
    const preview = await press(await as(desk)('announce', written), 'hold');
    expect(textOf(preview)).toContain(`${announcing.preview.held(1)}: #foro (fake)`);
    const report = await press(preview, 'confirm');
    await deliver();
    expect(seen('foro')).toEqual([]);
    const held = await press(report, 'show');
    expect(textOf(held)).toContain(`#foro (fake) – held. ${announcing.report.reasons.missingLanguage}`);
    const translated = await as(desk)('announce', {
      id: report.reportsOn ?? '',
      'title.es': 'Asamblea',
      'body.es': 'Inscríbase.',
    });
    await press(translated, 'confirm');
    await deliver();
    expect(seen('foro')).toEqual(['Asamblea\n\nInscríbase.']);
  });
});

test.each([
  ['es', 'Vista previa: General Assembly', 'Publicar ahora en 3 canales'],
  ['fr', 'Aperçu', 'Publier maintenant dans 3 canaux'],
] as const)('announce.run() speaks to the author in %s', async (language, title, label) => {
  const { as } = await openNewsroom();
  const preview = await as(desk)('announce', ready, language);
  expect(preview.language).toBe(language);
  expect(preview.title).toContain(title);
  expect(actionNamed(preview, 'confirm').label).toBe(label);
});
