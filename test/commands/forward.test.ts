import { describe, expect, test } from 'vitest';
import type { ReplyAction } from '../../src/chat/reply.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Delivery } from '../../src/announcements/delivery.ts';
import { languages } from '../../src/language.ts';
import type { Store } from '../../src/store/store.ts';
import { contact, settings, textOf } from '../bot/open-bot.ts';
import { openDesk } from './open-desk.ts';

const messages = messagesIn('en').questions;
const question = 'What does a giraffe weigh?';
const ana = { person: { id: 'fake:ana', name: 'Ana' }, replyTo: 'fake:private' } as const;

async function openForwarding(channel = 'fake:general') {
  const desk = await openDesk({ settings: { ...settings, secretariatChannel: channel } });
  return { ...desk, outgoing: async () => await outgoing(desk.store) };
}

/** What is due in the two channels, claimed as a dispatcher claims it. */
async function outgoing({ deliveries }: Store): Promise<readonly Delivery[]> {
  return await deliveries.claim({ now: 10 ** 9, leaseMs: 1_000, limit: 10, perSecond: { fake: 1_000 } });
}

describe('forward.run()', () => {
  test('is offered where there is no answer and one can come later, and says what the secretariat will see', async () => {
    const { say } = await openForwarding();
    const offered = (await say(question, ana)).actions;
    const expected: ReplyAction = {
      kind: 'command',
      label: messages.forward,
      command: 'forward',
      options: { question },
    };
    expect(offered).toEqual([expected]);
    expect((await say(question)).actions).toBeUndefined();
    const kinds = (await say('Who is the treasurer?', ana)).actions?.map(({ kind }) => kind);
    expect(kinds).toEqual(['read']);
  });

  test('is not offered without a channel of the secretariat', async () => {
    const { say } = await openDesk();
    expect((await say(question, ana)).actions).toBeUndefined();
  });

  test('posts the question once, with the name of the person, and wakes the dispatcher', async () => {
    const { command, outgoing: due, woken, outlet, platform, store } = await openForwarding();
    expect(textOf(await command('forward', { question }, ana))).toBe(messages.forwarded);
    expect(textOf(await command('forward', { question }, ana))).toBe(messages.forwardedBefore);
    expect(woken()).toBe(1);
    const [delivery, ...others] = await due();
    expect(others).toEqual([]);
    await outlet.send('fake:general', delivery?.payload ?? '', delivery?.id ?? '');
    const text = platform
      .visible('general')
      .map(({ body }) => body.text)
      .join('\n');
    expect(text).toContain('Question from Ana');
    expect(text).toContain(question);
    expect(text).toContain(messages.forwardHint);
    const [row] = await store.audit.list({ limit: 1 });
    expect(row).toMatchObject({ personId: 'fake:ana', action: 'question.forward', details: {} });
  });

  test('speaks to the secretariat in the language of its channel', async () => {
    const { command, outgoing: due, store } = await openForwarding();
    await store.channels.put('fake:general', { language: 'es' });
    await command('forward', { question }, { ...ana, locale: 'fr' });
    expect(await due()).toMatchObject([
      { language: 'es', payload: expect.stringContaining('Pregunta de Ana'), channel: 'fake:general' },
    ]);
  });

  test('is delivered late rather than held when nobody delivered for a day', async () => {
    const { command, store, outgoing: due } = await openForwarding();
    await command('forward', { question }, ana);
    expect(await store.deliveries.holdMissed(10 ** 9)).toEqual([]);
    expect(await due()).toHaveLength(1);
  });

  test.each(languages)('says in %s when it cannot be passed on, and where to write instead', async (locale) => {
    const { forwardFailed, forwardUnavailable } = messagesIn(locale).questions;
    const said = async (channel: string, rest: Partial<typeof ana>) => {
      const { command, outgoing: due } = await openForwarding(channel);
      const reply = await command('forward', { question }, { ...rest, locale });
      expect(await due()).toEqual([]);
      return textOf(reply);
    };
    expect(await said('fake:nowhere', ana)).toBe(forwardFailed(contact));
    expect(await said('post:office', ana)).toBe(forwardFailed(contact));
    expect(await said('fake:general', {})).toBe(forwardUnavailable(contact));
  });

  test.each([
    ['', messagesIn('en').emptyQuestion],
    ['???', messagesIn('en').emptyQuestion],
    ['word '.repeat(300), messagesIn('en').tooLong(1_000)],
  ])('passes on nothing when the question is %j', async (text, expected) => {
    const { command, outgoing: due } = await openForwarding();
    expect(textOf(await command('forward', { question: text }, ana))).toBe(expected);
    expect(await due()).toEqual([]);
  });
});

/** A question that stands in the secretariat's channel. */
async function openForwarded() {
  const desk = await openForwarding();
  await desk.command('forward', { question }, { ...ana, locale: 'fr' });
  const [delivery] = await desk.store.deliveries.claim({
    now: 10 ** 9,
    leaseMs: 1_000,
    limit: 1,
    perSecond: { fake: 1_000 },
  });
  if (delivery === undefined) throw new Error('Nothing was forwarded.');
  const message = await desk.outlet.send('fake:general', delivery.payload, delivery.id);
  await desk.store.deliveries.settle(delivery.id, delivery.fence, { status: 'sent', message, at: 10 ** 9 });
  return { ...desk, messageId: message.messageId };
}

describe('relay.run()', () => {
  test('sends the answer to the person who asked, under the question, in the words that were written', async () => {
    const { order, outgoing: due, messageId, woken } = await openForwarded();
    const text = 'About **800 kg**.\nSee the zoo.\n\nBest wishes';
    expect(textOf(await order('relay', { messageId, text }))).toBe(messages.relayed);
    expect(woken()).toBe(2);
    const [delivery, ...others] = await due();
    expect(others).toEqual([]);
    expect(delivery).toMatchObject({ channel: 'fake:private', language: 'fr', kind: 'post' });
    expect(delivery?.payload).toContain('Réponse du secrétariat');
    expect(delivery?.payload).toContain(question);
    expect(delivery?.payload).toContain('About **800 kg**.');
    expect(delivery?.payload).toContain('Best wishes');
  });

  test('sends one answer once, and two answers both', async () => {
    const { order, outgoing: due, messageId, store } = await openForwarded();
    const first = { messageId, text: 'About 800 kg.', reply: 'm1' };
    expect(textOf(await order('relay', first))).toBe(messages.relayed);
    expect(textOf(await order('relay', first))).toBe(messages.relayedBefore);
    expect(textOf(await order('relay', { ...first, reply: 'm2' }))).toBe(messages.relayed);
    expect(await due()).toHaveLength(1);
    const actions = (await store.audit.list({ limit: 9 })).map(({ action }) => action);
    expect(actions).toEqual(['question.relay', 'question.relay', 'question.forward']);
  });

  test('takes no answer from somebody without the rights of the secretariat', async () => {
    const { command, outgoing: due, messageId, store } = await openForwarded();
    const reply = await command('relay', { messageId, text: 'Ha' });
    expect(textOf(reply)).toBe(messagesIn('en').refused(contact));
    expect(reply.aside).toBeUndefined();
    expect(await due()).toEqual([]);
    expect(await store.audit.list({ limit: 1 })).toMatchObject([{ action: 'relay.refused' }]);
  });

  test('leaves alone, from anybody, what is written under another message', async () => {
    const { command, order, outgoing: due } = await openForwarded();
    const given = { messageId: 'general/messages/99', text: 'Great news' };
    for (const reply of [await command('relay', given), await order('relay', given)]) {
      expect(reply).toMatchObject({ aside: true, failed: true });
      expect(textOf(reply)).toBe(messages.relayUnknown);
    }
    expect(await due()).toEqual([]);
  });

  test.each([
    ['no words', { text: ' \n ' }, messages.relayEmpty],
    ['too many words', { text: 'x'.repeat(3_000) }, /at most 2000/],
  ])('sends nothing for %s', async (_, options, expected) => {
    const { order, outgoing: due, messageId } = await openForwarded();
    const reply = await order('relay', { messageId, ...options });
    expect(textOf(reply)).toMatch(expected);
    expect(reply.failed).toBe(true);
    expect(reply.aside).toBeUndefined();
    expect(await due()).toEqual([]);
  });

  test('says so when the platform of the person is not connected any more', async () => {
    const { order, messageId, store, platform } = await openForwarded();
    const elsewhere = await openDesk({
      store,
      outlets: new Map(),
      settings: { ...settings, secretariatChannel: 'fake:general' },
    });
    expect(platform.visible('general')).toHaveLength(1);
    expect(textOf(await elsewhere.order('relay', { messageId, text: 'Yes' }))).toBe(messages.relayUnreachable);
    expect(textOf(await order('relay', { messageId, text: 'Yes' }))).toBe(messages.relayed);
  });
});
