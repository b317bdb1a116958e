import { expect, onTestFinished, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { systemClock } from '../../src/clock.ts';
import { createDispatcher } from '../../src/dispatcher.ts';
import { openDesk } from '../commands/open-desk.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { silentLog } from '../fakes/test-store.ts';
import { settings, textOf } from './open-bot.ts';

const ana = { person: { id: 'fake:ana', name: 'Ana' }, replyTo: 'fake:ana-alone' } as const;

test('a question without an answer goes to the secretariat and its reply comes back, each once', async () => {
  const desk = await openDesk({ clock: systemClock, settings: { ...settings, secretariatChannel: 'fake:general' } });
  const { say, command, order, platform, outlet, store } = desk;
  platform.addChannel('ana-alone');
  const dispatcher = createDispatcher({
    store,
    outlets: new Map([[outlet.platform, outlet]]),
    clock: systemClock,
    random: () => 0.5,
    log: silentLog,
    name: 'test',
  });
  onTestFinished(() => dispatcher.stop());
  dispatcher.start();

  const [offered] = (await say('What does a giraffe weigh?', ana)).actions ?? [];
  if (offered?.kind !== 'command') throw new Error('Nothing was offered.');
  await command(offered.command, offered.options, ana);
  await waitUntil('the question', () => platform.visible('general').length > 0);
  const [asked] = platform.visible('general');
  expect(asked?.body.text).toContain('What does a giraffe weigh?');

  // The message stands a moment before the store knows of it.
  const reply = { messageId: `general/messages/${asked?.id}`, text: 'About 800 kg.', reply: 'm1' };
  const { relayed, relayedBefore } = messagesIn('en').questions;
  await waitUntil('the reply to be taken', async () => textOf(await order('relay', reply)) === relayed);
  await waitUntil('the reply', () => platform.visible('ana-alone').length > 0);
  expect(textOf(await order('relay', reply))).toBe(relayedBefore);
  expect(platform.visible('ana-alone').map(({ body }) => body.text)).toEqual([
    expect.stringMatching(/Answer from the secretariat[^]+giraffe[^]+About 800 kg\./),
  ]);
  expect(platform.accepted('general')).toHaveLength(1);
  expect(platform.accepted('ana-alone')).toHaveLength(1);
});
