import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { catalog } from '../../src/commands/catalog.ts';
import { languages } from '../../src/language.ts';
import { samplePerson } from '../contract/sample-core.ts';
import { contact, desk, openBot, textOf } from './open-bot.ts';

const restricted = catalog.filter(({ spec }) => spec.role !== undefined).map(({ spec }) => spec.name);

describe('createBot() with a member', () => {
  test.each(restricted)('refuses %s politely, before it looks at the options, and writes it down', async (name) => {
    const { command, store, logged } = await openBot();
    const reply = await command(name, { action: 'nonsense' }, { locale: 'fr' });
    expect(textOf(reply)).toBe(messagesIn('fr').refused(contact));
    expect(reply.failed).toBe(true);
    const rows = await store.audit.list({ limit: 10 });
    expect(rows).toMatchObject([{ personId: samplePerson.id, action: `${name}.refused` }]);
    expect(logged()).toContain('a command was refused');
    expect(logged()).not.toContain(samplePerson.id);
  });

  test('names only the commands that members may give', async () => {
    const { command, order } = await openBot();
    const known = 'ask, help, read, events, announce, announcements, import, audience, gaps, channel';
    expect(textOf(await command('dance'))).toBe(messagesIn('en').unknownCommand('dance', 'ask, help, read, events'));
    expect(textOf(await order('dance'))).toBe(messagesIn('en').unknownCommand('dance', known));
  });
});

test.each([
  ['their id', desk],
  ['a group of theirs', { id: 'sample:eve', groups: ['sample:others', 'sample:desk-group'] }],
  ['a higher role', { id: 'sample:admin' }],
])('createBot() takes a person for the secretariat when %s says so', async (_, person) => {
  const { command } = await openBot();
  expect(textOf(await command('audience', {}, { person }))).toBe(messagesIn('en').audience.none);
});

test.each(languages)(
  'createBot() refuses a value that is no choice in %s, with those that there are',
  async (locale) => {
    const { order } = await openBot();
    const reply = await order('audience', { action: 'x'.repeat(1_000) }, { locale });
    const expected = messagesIn(locale).wrongChoice('action', 'x'.repeat(40), 'list, show, add, remove, crosspost');
    expect(textOf(reply)).toBe(expected);
  },
);

test('createBot() takes an empty choice for one that was left open', async () => {
  const { order } = await openBot();
  expect(textOf(await order('audience', { action: '' }))).toBe(messagesIn('en').audience.none);
});
