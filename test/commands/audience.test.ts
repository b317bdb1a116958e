import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { languages } from '../../src/language.ts';
import { desk, textOf } from '../bot/open-bot.ts';
import { openDesk } from './open-desk.ts';

const messages = messagesIn('en').audience;

const adding = { action: 'add', name: 'members-es', channel: 'fake:general', language: 'es' };

/** What the buttons of a reply do. */
function commandsOf({ actions = [] }: Reply) {
  return actions.flatMap((action) => (action.kind === 'command' ? [action.options] : []));
}

function problemsOf({ form }: Reply): Record<string, string> {
  const fields = form?.fields.flatMap(({ name, problem }) => (problem === undefined ? [] : [[name, problem]]));
  return Object.fromEntries(fields ?? []);
}

describe('audience.run() adds', () => {
  test('a channel to a new audience, and writes it down', async () => {
    const { order, store } = await openDesk();
    const reply = await order('audience', { ...adding, topics: ' housing, water ,housing,' });
    expect(textOf(reply)).toContain(messages.added('#general', 'members-es', 'es'));
    expect(textOf(reply)).toContain('topics: housing, water');
    expect(reply.private).toBe(true);
    expect(await store.audiences.list()).toEqual([
      {
        name: 'members-es',
        crosspost: false,
        channels: [{ channel: 'fake:general', language: 'es', topics: ['housing', 'water'] }],
      },
    ]);
    expect(await store.audit.list({ subject: 'members-es', limit: 5 })).toMatchObject([
      { personId: desk.id, action: 'audience.add', details: { channel: 'fake:general', language: 'es' } },
    ]);
  });

  test('a channel that is in there already by changing its language', async () => {
    const { order, store } = await openDesk();
    await order('audience', adding);
    const reply = await order('audience', { ...adding, language: 'fr' });
    expect(textOf(reply)).toContain(messages.changed('#general', 'members-es', 'fr'));
    expect((await store.audiences.get('members-es'))?.channels).toMatchObject([{ language: 'fr' }]);
  });

  test('a channel in which nothing can be posted, with a warning', async () => {
    const { order, store } = await openDesk();
    const reply = await order('audience', { ...adding, channel: 'fake:nowhere' });
    expect(textOf(reply)).toContain(messages.warning.noSuchChannel);
    expect((await store.audiences.get('members-es'))?.channels).toHaveLength(1);
  });

  test('a channel of a platform that does not answer, with a warning', async () => {
    const { order, store, platform } = await openDesk();
    await platform.disappear();
    const reply = await order('audience', adding);
    expect(textOf(reply)).toContain(messages.warning.unchecked);
    expect((await store.audiences.get('members-es'))?.channels).toHaveLength(1);
  });

  test('a channel that was refused earlier as one that takes posts again', async () => {
    const { order, store } = await openDesk();
    await store.channels.put('fake:general', { refusedBecause: 'notInChannel' });
    await order('audience', adding);
    expect((await store.channels.get('fake:general'))?.refusedBecause).toBeUndefined();
  });

  test('nothing without anything to add, but gives the form, with the channel in which it was asked', async () => {
    const { order } = await openDesk();
    const reply = await order('audience', { action: 'add', name: 'all' }, { channel: 'fake:general' });
    expect(problemsOf(reply)).toEqual({});
    expect(reply.form).toMatchObject({ command: 'audience', options: { action: 'add' } });
    expect(reply.form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['name', 'all'],
      ['channel', 'fake:general'],
      ['language', undefined],
      ['topics', undefined],
    ]);
  });
});

describe.each(languages)('audience.run() in %s', (locale) => {
  const { audience } = messagesIn(locale);
  test.each([
    ['no name', { name: '' }, { name: audience.nameEmpty }],
    ['a name with capitals', { name: 'Members ES' }, { name: audience.nameWrong('Members ES') }],
    ['a name like a path', { name: '../x' }, { name: audience.nameWrong('../x') }],
    ['a name that is too long', { name: 'x'.repeat(41) }, { name: audience.nameWrong('x'.repeat(41)) }],
    ['no channel', { channel: ' ' }, { channel: audience.channelMissing }],
    ['no platform', { channel: '#general' }, { channel: audience.channelWrong('#general', 'fake') }],
    ['blanks', { channel: 'fake:two words' }, { channel: audience.channelWrong('fake:two words', 'fake') }],
    ['another platform', { channel: 'post:office' }, { channel: audience.platformUnknown('post', 'fake') }],
    ['another calendar', { channel: 'post-it:1' }, { channel: audience.platformUnknown('post-it', 'fake') }],
    ['no language', { language: '' }, { language: audience.languageMissing }],
    ['a long topic', { topics: 'x'.repeat(41) }, { topics: audience.topicsWrong('x'.repeat(41)) }],
    [
      'several mistakes',
      { name: 'Ä', channel: 'x', language: '' },
      {
        name: audience.nameWrong('Ä'),
        channel: audience.channelWrong('x', 'fake'),
        language: audience.languageMissing,
      },
    ],
  ])('refuses %s, says what is wanted and keeps what was written', async (_, wrong, expected) => {
    const { order, store } = await openDesk();
    const given = { ...adding, ...wrong };
    const reply = await order('audience', given, { locale });
    expect(problemsOf(reply)).toEqual(expected);
    for (const { name, value } of reply.form?.fields ?? []) {
      if (name !== 'topics') expect(value).toBe(new Map(Object.entries(given)).get(name));
    }
    for (const problem of Object.values(expected)) expect(textOf(reply)).toContain(problem);
    expect(await store.audiences.list()).toEqual([]);
  });

  test.each(['show', 'remove', 'crosspost'])(
    'names the audiences there are when %s is given another',
    async (action) => {
      const { order } = await openDesk();
      expect(textOf(await order('audience', { action, name: 'x' }, { locale }))).toBe(
        audience.unknown('x', audience.noneKnown),
      );
      await order('audience', adding);
      expect(textOf(await order('audience', { action }, { locale }))).toBe(audience.nameMissing('members-es'));
      expect(textOf(await order('audience', { action, name: 'all' }, { locale }))).toBe(
        audience.unknown('all', 'members-es'),
      );
    },
  );
});

describe('audience.run() shows', () => {
  test('every audience with its channels and languages, and leads to each', async () => {
    const { order } = await openDesk();
    await order('audience', adding);
    await order('audience', { ...adding, channel: 'fake:private', language: 'fr' });
    const reply = await order('audience');
    expect(textOf(reply)).toContain('members-es: 2 channels (Spanish, French)');
    expect(commandsOf(reply)).toContainEqual({ action: 'show', name: 'members-es' });
  });

  test('one audience with each channel by its name, and what the platform refused', async () => {
    const { order, store } = await openDesk();
    await order('audience', adding);
    await store.channels.put('fake:general', { name: '#general', refusedBecause: 'archived' });
    const reply = await order('audience', { action: 'show', name: 'members-es' });
    expect(textOf(reply)).toContain(`#general (fake:general) · Spanish · ${messages.refused}`);
  });

  test('of a large audience as much as can be read, and says how much is left', async () => {
    const { order, store } = await openDesk();
    for (let index = 0; index < 103; index += 1) {
      await store.audiences.putChannel('all', { channel: `fake:c${index}`, language: 'en', topics: [] });
    }
    const reply = await order('audience', { action: 'show', name: 'all' });
    expect(textOf(reply)).toContain(messages.more(3));
    expect(commandsOf(reply)).toHaveLength(2);
  });
});

describe('audience.run() removes', () => {
  test('a channel by the button that shows it', async () => {
    const { order, store } = await openDesk();
    const shown = await order('audience', adding);
    const button = commandsOf(shown).find(({ action }) => action === 'remove');
    const reply = await order('audience', button);
    expect(textOf(reply)).toContain(messages.removed('#general', 'members-es'));
    expect((await store.audiences.get('members-es'))?.channels).toEqual([]);
    const again = await order('audience', button);
    expect(textOf(again)).toContain(messages.notIn('#general', 'members-es'));
    const actions = (await store.audit.list({ limit: 9 })).map(({ action }) => action);
    expect(actions).toEqual(['audience.remove', 'audience.add']);
  });

  test('a whole audience only when asked a second time, about what is in it now', async () => {
    const { order, store } = await openDesk();
    await order('audience', adding);
    const asked = await order('audience', { action: 'remove', name: 'members-es' });
    expect(textOf(asked)).toBe(messages.removeAll('members-es', 1));
    const [sure] = commandsOf(asked);
    await order('audience', { ...adding, channel: 'fake:private' });
    expect(textOf(await order('audience', sure))).toBe(messages.removeAll('members-es', 2));
    expect(await store.audiences.get('members-es')).toBeDefined();
    const [surer] = commandsOf(await order('audience', sure));
    expect(textOf(await order('audience', surer))).toBe(messages.deleted('members-es'));
    expect(await store.audiences.get('members-es')).toBeUndefined();
  });
});

test('audience.run() turns passing on to followers on and off', async () => {
  const { order, store } = await openDesk();
  const shown = await order('audience', adding);
  const on = commandsOf(shown).find(({ action }) => action === 'crosspost');
  expect(textOf(await order('audience', on))).toContain(messages.crosspostSet('members-es', true));
  expect((await store.audiences.get('members-es'))?.crosspost).toBe(true);
  await order('audience', { action: 'crosspost', name: 'members-es', crosspost: 'false' });
  expect((await store.audiences.get('members-es'))?.crosspost).toBe(false);
  expect(textOf(await order('audience', { action: 'crosspost', name: 'members-es' }))).toBe(messages.crosspostMissing);
});
