import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { desk, textOf } from '../bot/open-bot.ts';
import { openDesk } from './open-desk.ts';

const messages = messagesIn('en').audience;
const here = { channel: 'fake:general', locale: 'en' } as const;

describe('channel.run()', () => {
  test('sets, shows and takes away the language of the channel in which it is given', async () => {
    const { order, command, store } = await openDesk();
    expect(textOf(await order('channel', { language: 'fr' }, here))).toBe(
      messages.channelLanguage('fake:general', 'fr'),
    );
    expect((await command('help', {}, { channel: 'fake:general' })).language).toBe('fr');
    expect(textOf(await order('channel', {}, here))).toBe(messages.channelLanguage('fake:general', 'fr'));
    expect(textOf(await order('channel', { language: 'none' }, here))).toBe(messages.channelNoLanguage('fake:general'));
    expect((await command('help', {}, { channel: 'fake:general' })).language).toBe('en');
    expect(await store.audit.list({ subject: 'fake:general', limit: 9 })).toMatchObject([
      { personId: desk.id, action: 'channel.language', details: { language: 'none' } },
      { personId: desk.id, action: 'channel.language', details: { language: 'fr' } },
    ]);
  });

  test('sets the language of another channel, which it calls by its name', async () => {
    const { order, store } = await openDesk();
    await store.channels.put('fake:private', { name: '#private' });
    const reply = await order('channel', { language: 'es', channel: ' fake:private ' }, here);
    expect(textOf(reply)).toBe(messages.channelLanguage('#private', 'es'));
    expect((await store.channels.get('fake:private'))?.language).toBe('es');
  });

  test.each([
    ['no channel', {}, messages.channelNeeded],
    ['a name instead of an address', { channel: '#general' }, messages.channelWrong('#general', 'fake')],
    ['another platform', { channel: 'post:office' }, messages.platformUnknown('post', 'fake')],
  ])('changes nothing when it is given %s', async (_, options, expected) => {
    const { order, store } = await openDesk();
    expect(textOf(await order('channel', { language: 'fr', ...options }))).toBe(expected);
    expect(await store.audit.list({ limit: 9 })).toEqual([]);
  });
});
