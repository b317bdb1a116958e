import { describe, expect, test } from 'vitest';
import {
  channelStates,
  countConditions,
  reminderStates,
  updateStates,
} from '../../src/announcements/channel-states.ts';
import type { Delivery } from '../../src/announcements/delivery.ts';

const url = 'https://example.org/1';
const message = { messageId: '1', url };

function row(change: Partial<Delivery>): Delivery {
  return {
    id: 'd',
    subject: 'a',
    revision: 1,
    kind: 'post',
    slot: '',
    channel: 'fake:a',
    language: 'en',
    payload: '{}',
    plainPayload: '{}',
    status: 'pending',
    scheduledAt: 10,
    dueAt: 20,
    attempts: 0,
    degraded: false,
    ...change,
  };
}

const sent = row({ status: 'sent', message, sentAt: 15 });

describe('channelStates()', () => {
  test.each<[string, readonly Delivery[], Readonly<Record<string, unknown>>]>([
    ['waits for what has not been tried', [row({})], { condition: 'waiting', outdated: false }],
    ['waits for what is being done', [row({ status: 'claimed' })], { condition: 'waiting' }],
    ['tells the next try', [row({ attempts: 1, reason: 'unreachable' })], { nextTryAt: 20, reason: 'unreachable' }],
    ['checks what may have arrived', [row({ status: 'unknown', reason: 'unreachable' })], { condition: 'checking' }],
    ['has the link of what stands', [sent], { condition: 'sent', url, sentAt: 15 }],
    [
      'says why it failed',
      [row({ status: 'failed', reason: 'archived' })],
      { condition: 'failed', reason: 'archived' },
    ],
    ['says why it is held', [row({ status: 'held', reason: 'missed' })], { condition: 'held', reason: 'missed' }],
    [
      'knows that the old text stands while a change waits',
      [sent, row({ revision: 2, kind: 'edit' })],
      { condition: 'waiting', outdated: true, url },
    ],
    [
      'knows that the old text stands when a change failed',
      [sent, row({ revision: 2, kind: 'edit', status: 'failed', reason: 'noPermission' })],
      { condition: 'failed', outdated: true, url },
    ],
    [
      'has the link of the post after a change',
      [sent, row({ revision: 2, kind: 'edit', status: 'sent', sentAt: 30 })],
      { condition: 'sent', outdated: false, url, sentAt: 30 },
    ],
    [
      'knows that somebody deleted it',
      [sent, row({ revision: 2, kind: 'edit', status: 'withdrawn', reason: 'gone' })],
      { condition: 'gone', reason: 'gone' },
    ],
    ['knows what was taken back', [sent, row({ kind: 'remove', status: 'sent' })], { condition: 'takenBack' }],
    [
      'forgets what was withdrawn before it was tried',
      [sent, row({ revision: 2, kind: 'edit', status: 'withdrawn' })],
      { condition: 'sent' },
    ],
    [
      'goes by the newest revision',
      [row({ status: 'failed', reason: 'archived' }), row({ revision: 2, status: 'sent', message })],
      { condition: 'sent' },
    ],
  ])('%s', (_, deliveries, state) => {
    expect(channelStates(deliveries)).toHaveLength(1);
    expect(channelStates(deliveries)[0]).toMatchObject(state);
  });

  test('gives no link to what stands no more', () => {
    const removed = channelStates([sent, row({ kind: 'remove', status: 'sent' })]);
    const deleted = channelStates([sent, row({ revision: 2, kind: 'edit', status: 'withdrawn', reason: 'gone' })]);
    expect([removed[0]?.url, deleted[0]?.url]).toEqual([undefined, undefined]);
  });

  test('tells announcements, messages about changes and reminders apart', () => {
    const removed = row({ slot: '7d', kind: 'remove', revision: 3, status: 'sent' });
    const rows = [sent, row({ slot: 'change2', revision: 2 }), row({ slot: '7d', kind: 'reminder' }), removed];
    expect(channelStates(rows)).toMatchObject([{ slot: '', condition: 'sent' }]);
    expect(updateStates(rows)).toMatchObject([{ slot: 'change2', condition: 'waiting' }]);
    expect(reminderStates(rows)).toMatchObject([{ slot: '7d', condition: 'takenBack' }]);
  });

  test('leaves out reminders and channels in which nothing will be done', () => {
    const rows = [row({ status: 'withdrawn' }), row({ channel: 'fake:b', kind: 'reminder', slot: '1d' })];
    expect(channelStates(rows)).toEqual([]);
    expect(reminderStates(rows)).toMatchObject([{ channel: 'fake:b', slot: '1d', condition: 'waiting' }]);
  });
});

test('countConditions() counts the channels of each condition', () => {
  const states = channelStates([sent, row({ channel: 'fake:b' }), row({ channel: 'fake:c' })]);
  expect([...countConditions(states)]).toEqual([
    ['sent', 1],
    ['waiting', 2],
  ]);
});
