import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { openBot, textOf } from '../../bot/open-bot.ts';
import { openTestStore } from '../../fakes/test-store.ts';
import { deliveryId } from '../../../src/announcements/delivery-id.ts';

const now = Date.UTC(2027, 9, 1);
const reader = { id: 'sample:reader', zone: 'Europe/Madrid' };

/** A bot, and an announcement of an event that was posted in one channel. */
async function openPostedIn(channel: string) {
  const store = await openTestStore();
  const content = {
    texts: { en: { title: 'Forum of island harbours', body: 'Come.' } },
    event: { startAt: Date.UTC(2027, 10, 9, 9), zone: 'Europe/Madrid', place: 'Riverton' },
    audience: 'all',
    zone: 'Europe/Madrid',
    reminders: [],
    pings: false,
  };
  await store.announcements.create({ id: 'a1', content, author: 'sample:desk', now });
  await store.announcements.move('a1', ['draft'], 'confirmed', now, 1);
  const what = { subject: 'a1', revision: 1, channel, kind: 'post', slot: '' } as const;
  const rest = {
    language: 'en',
    payload: '{}',
    plainPayload: '{}',
    status: 'pending',
    scheduledAt: now,
    dueAt: now,
  } as const;
  await store.deliveries.add([{ ...what, ...rest, id: deliveryId(what) }]);
  const platform = channel.slice(0, channel.indexOf(':'));
  const due = { now, leaseMs: 60_000, limit: 1, perSecond: { [platform]: 10 } };
  for (const { id, fence } of await store.deliveries.claim(due)) {
    const message = { messageId: 'm1', url: 'https://example.org/post' };
    await store.deliveries.settle(id, fence, { status: 'sent', message, at: now });
  }
  return { ...(await openBot({ store, clock: () => now })), store };
}

describe('an event that was announced', () => {
  test.each([
    ['web:news', 'on the web page, which everybody may read'],
    ['sample:general', 'on the platform of the reader'],
    ['sample-calendar:1', 'in a calendar of that platform'],
  ])('in %s is known: %s', async (channel) => {
    const { command, say } = await openPostedIn(channel);
    expect(textOf(await command('events', {}, { person: reader }))).toContain('Forum of island harbours');
    const answer = await say('Where is the forum of island harbours?', { person: reader });
    expect(textOf(answer)).toContain('Where: Riverton');
    expect(answer.sources).toMatchObject([{ url: 'https://example.org/post', date: '2027-10-01' }]);
  });

  test.each(['other:general', 'samples:general'])('in %s is not known to others', async (channel) => {
    const { command, say } = await openPostedIn(channel);
    expect(textOf(await command('events', {}, { person: reader }))).toBe(messagesIn('en').events.none);
    expect(textOf(await say('Where is the forum of island harbours?', { person: reader }))).not.toContain('Riverton');
  });

  test('is not told, and questions are answered all the same, when it cannot be looked up', async () => {
    const { store } = await openPostedIn('web:news');
    const announcements = { ...store.announcements, list: () => Promise.reject(new Error('down')) };
    const { say, logged } = await openBot({ store: { ...store, announcements }, clock: () => now });
    const answer = await say('Where is the forum of island harbours?', { person: reader });
    expect(answer.failed).toBeUndefined();
    expect(logged()).toContain('what was announced could not be read');
  });
});
