import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { languages } from '../../../src/language.ts';
import { contact, desk, textOf } from '../../bot/open-bot.ts';
import { openDesk } from '../open-desk.ts';
import { actionsOf, colleague, member, openNewsroom, written } from './open-newsroom.ts';

const { announcing } = messagesIn('en');

const file = `---
audience: all
publishAt: 2027-10-05 10:00
missing: en
---

# en: From a file

The text.
`;

describe('announce.run() refuses', () => {
  test.each(languages)('a member, politely in %s, and has it on record', async (language) => {
    const { as, store } = await openNewsroom();
    const reply = await as(member)('announce', written, language);
    expect(textOf(reply)).toContain(contact);
    expect(await store.announcements.list({ limit: 1 })).toEqual([]);
    expect(await store.audit.list({ limit: 1 })).toMatchObject([{ personId: member.id }]);
  });

  test.each(['preview', 'confirm', 'cancel', 'discard', 'retract', 'retry', 'release', 'show'])(
    'a member who gives the action %s by hand, and has it on record',
    async (action) => {
      const { as, publish, store } = await openNewsroom();
      const { id } = await publish();
      const before = await store.announcements.get(id);
      const reply = await as(member)('announcement', { action, id, sure: '3' });
      expect(textOf(reply)).toBe(announcing.refused(contact));
      expect(await store.announcements.get(id)).toEqual(before);
      expect(await store.audit.list({ subject: id, limit: 1 })).toMatchObject([
        { personId: member.id, action: `announcement.${action}.refused`, details: { role: 'member' } },
      ]);
    },
  );

  test.each([
    ['announce', { id: 'nix' }, announcing.unknownAnnouncement('nix')],
    ['announce', { id: '' }, announcing.missingId],
    ['announcements', { id: 'nix' }, announcing.unknownAnnouncement('nix')],
    ['announcement', { action: 'confirm', id: 'nix' }, announcing.unknownAnnouncement('nix')],
    ['announcement', { action: 'retract', id: 'nix' }, announcing.unknownAnnouncement('nix')],
    ['announcement', { action: 'discard', id: 'nix' }, announcing.unknownAnnouncement('nix')],
    ['announcement', { action: 'retry', id: 'nix' }, announcing.unknownAnnouncement('nix')],
    ['announcement', { action: 'preview', id: 'nix' }, announcing.unknownAnnouncement('nix')],
    ['announcement', { action: 'show', id: 'nix' }, announcing.unknownAnnouncement('nix')],
    [
      'announcement',
      { action: 'explode', id: 'nix' },
      announcing.unknownAction(
        'explode',
        'show, preview, confirm, cancel, discard, retract, callOff, reinstate, retry, release',
      ),
    ],
  ])('%s %o with what is wrong and the way to the list', async (command, options, sentence) => {
    const { as } = await openNewsroom();
    const reply = await as(desk)(command, options);
    expect(textOf(reply)).toBe(sentence);
    expect(actionsOf(reply)).toEqual(['announcements']);
  });

  test('what is no number of a revision', async () => {
    const { as, publish } = await openNewsroom();
    const { id } = await publish();
    expect(textOf(await as(desk)('announce', { id, revision: '-1' }))).toBe(announcing.wrongRevision('-1'));
  });

  test('to open a form as long as there is no audience', async () => {
    const { order } = await openDesk();
    const reply = await order('announce');
    expect(textOf(reply)).toBe(announcing.form.noAudience);
    expect(reply.form).toBeUndefined();
  });
});

describe('announce.run() keeps what was written', () => {
  test('and says everything that is wrong at once, in one place and at each field', async () => {
    const { as, store } = await openNewsroom();
    const fields = {
      ...written,
      'title.es': 'Asamblea',
      audience: 'nobody',
      publishAt: 'whenever',
      end: '2027-10-07 10:00',
    };
    const reply = await as(desk)('announce', fields);
    const wrong = reply.form?.fields.filter(({ problem }) => problem !== undefined) ?? [];
    expect(wrong.map(({ name }) => name).toSorted()).toEqual(['audience', 'body.es', 'end', 'publishAt']);
    expect(textOf(reply)).toContain(announcing.form.problems(4));
    for (const [name, value] of Object.entries(fields)) {
      expect(reply.form?.fields.find((field) => field.name === name)?.value).toBe(value);
    }
    expect(await store.announcements.list({ limit: 1 })).toEqual([]);
  });

  test('and names a field that does not exist', async () => {
    const { as } = await openNewsroom();
    const reply = await as(desk)('announce', { ...written, 'title.de': 'Versammlung' });
    expect(textOf(reply)).toMatch(/title\.de: “de” is not a language of announcements/);
  });

  test('when somebody else was faster; sending it again replaces the other text', async () => {
    const { as, publish, store } = await openNewsroom();
    const { id } = await publish();
    await as(colleague)('announce', { id, revision: '1', 'body.en': 'Hers.' });
    const reply = await as(desk)('announce', { id, revision: '1', 'body.en': 'Mine.' });
    expect(reply.notice).toBe(announcing.changedMeanwhile);
    expect(reply.form?.options).toEqual({ id, revision: '2' });
    expect(reply.form?.fields.find(({ name }) => name === 'body.en')?.value).toBe('Mine.');
    await as(desk)('announce', { ...reply.form?.options, 'body.en': 'Mine.' });
    expect(await store.announcements.get(id)).toMatchObject({
      revision: 3,
      content: { texts: { en: { body: 'Mine.' } } },
    });
  });

  test('by one of two people who change the same revision at once', async () => {
    const { as, publish, store } = await openNewsroom();
    const { id } = await publish();
    const replies = await Promise.all([
      as(desk)('announce', { id, revision: '1', 'body.en': 'Mine.' }),
      as(colleague)('announce', { id, revision: '1', 'body.en': 'Hers.' }),
    ]);
    expect(new Set(replies.map(({ notice }) => notice))).toEqual(
      new Set([announcing.changedMeanwhile, announcing.saved]),
    );
    expect((await store.announcements.get(id))?.revision).toBe(2);
  });
});

describe('announce.run() reads a file', () => {
  test('into a draft with its preview', async () => {
    const { as, press } = await openNewsroom();
    const preview = await as(desk)('announce', { file });
    expect(preview.title).toBe('Preview: From a file');
    expect(textOf(preview)).toMatch(/To be posted: Tuesday,? 5 October 2027, 10:00 \(Europe\/Madrid, UTC\+2\)/);
    expect((await press(preview, 'confirm')).notice).toBe(announcing.confirmed);
  });

  test('and names the line of everything that is wrong', async () => {
    const { as, store } = await openNewsroom();
    const reply = await as(desk)('announce', { file: file.replace('audience: all', 'audience: nobody\npingz: true') });
    expect(textOf(reply)).toContain(announcing.form.fileProblems(2));
    expect(textOf(reply)).toMatch(/- Line 2: .*“nobody”/);
    expect(textOf(reply)).toMatch(/- Line 3: .*“pingz”/);
    expect(reply.form).toBeUndefined();
    expect(await store.announcements.list({ limit: 1 })).toEqual([]);
  });

  test('as the change of an announcement', async () => {
    const { as, publish, store } = await openNewsroom();
    const { id } = await publish();
    await as(desk)('announce', { id, file });
    expect((await store.announcements.get(id))?.content.texts.en?.title).toBe('From a file');
  });
});

test('authors who have left the secretariat see where their announcement is, and can do nothing about it', async () => {
  const { store, as } = await openNewsroom();
  await store.announcements.create({
    id: 'old',
    author: member.id,
    now: 0,
    content: {
      texts: { en: { title: 'Old', body: 'News' } },
      audience: 'all',
      zone: 'UTC',
      reminders: [],
      pings: false,
    },
  });
  const reply = await as(member)('announcement', { action: 'show', id: 'old' });
  expect(reply.title).toBe('Old');
  expect(reply.actions).toBeUndefined();
});
