import { describe, expect, test } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';
import { openDispatching, textsIn } from './dispatch-harness.ts';

describe('createDispatcher() keeps the order of a channel', () => {
  test.each([[[]], [['hang']], [['resetBefore']], [['errorAfter']], [['throttle']], [['malformed']]] as const)(
    'when the post meets %j, the edit and the removal of another wait',
    async (troubles) => {
      const { platform, dispatcher, deliver } = await openDispatching();
      const channel = deliver.channel('news');
      const kept = await deliver.add({ channel, text: 'First' });
      const edit = await deliver.add({ channel, kind: 'edit', revision: 2, text: 'Second' });
      const other = await deliver.add({ channel, subject: 'a2', text: 'Other' });
      const removal = await deliver.add({ channel, subject: 'a2', kind: 'remove', revision: 2 });
      platform.trouble(troubles, 'news');
      dispatcher().start();
      await deliver.settled(removal.id);
      const done = platform.accepted('news').map(({ kind, key }) => `${kind} ${key}`);
      expect(done).toEqual([`post ${kept.id}`, `edit ${kept.id}`, `post ${other.id}`, `remove ${other.id}`]);
      expect(textsIn(platform, 'news')).toEqual(['Second']);
      expect(await deliver.status(edit.id)).toMatchObject({ status: 'sent' });
    },
  );

  test('an edit that may have got through is done again, and leaves the newest text', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const channel = deliver.channel('news');
    const post = await deliver.add({ channel });
    dispatcher().start();
    await deliver.settled(post.id);
    platform.trouble(['errorAfter', 'resetBefore']);
    const edit = await deliver.add({ channel, kind: 'edit', revision: 2, text: 'Second' });
    const later = await deliver.add({ channel, kind: 'edit', revision: 3, text: 'Third' });
    await deliver.settled(later.id);
    await deliver.settled(edit.id);
    expect(textsIn(platform, 'news')).toEqual(['Third']);
  });

  test('a reminder is a message of its own, and is taken away by its slot', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const channel = deliver.channel('news');
    await deliver.add({ channel, text: 'The post' });
    await deliver.add({ channel, kind: 'reminder', slot: '1d', text: 'Tomorrow' });
    const removal = await deliver.add({ channel, kind: 'remove', slot: '1d', revision: 2 });
    dispatcher().start();
    await deliver.settled(removal.id);
    expect(textsIn(platform, 'news')).toEqual(['The post']);
  });
});

describe('createDispatcher() withdraws', () => {
  test.each(['edit', 'remove'] as const)('a delivery of kind %s whose post never stood', async (kind) => {
    const { platform, dispatcher, deliver } = await openDispatching();
    platform.addChannel('news', { closed: true });
    const post = await deliver.add();
    dispatcher().start();
    await deliver.settled(post.id, 'failed');
    const { id } = await deliver.add({ kind, revision: 2 });
    expect(await deliver.settled(id, 'withdrawn')).toMatchObject({ reason: 'gone' });
    expect(platform.requests.writes).toBe(1);
  });

  test('an edit of a message that somebody took away, and counts its removal as done', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const post = await deliver.add({ channel: deliver.channel('news') });
    dispatcher().start();
    await deliver.settled(post.id);
    platform.sweep('news');
    const edit = await deliver.add({ kind: 'edit', revision: 2 });
    expect(await deliver.settled(edit.id, 'withdrawn')).toMatchObject({ reason: 'gone' });
    const removal = await deliver.add({ kind: 'remove', revision: 3 });
    await deliver.settled(removal.id);
  });
});

test('createDispatcher() takes away a post that was given up and stands all the same', async () => {
  const { platform, dispatcher, deliver } = await openDispatching();
  const post = await deliver.add({ channel: deliver.channel('news') });
  platform.trouble('hang');
  dispatcher({ timing: { lookAgainMs: 1, maxBackoffMs: 1 } }).start();
  await waitUntil('the post to be taken', () => platform.accepted('news').length === 1);
  await platform.disappear();
  expect(await deliver.settled(post.id, 'failed')).toMatchObject({ reason: 'unverified' });
  await platform.appear();
  const removal = await deliver.add({ kind: 'remove', revision: 2 });
  await deliver.settled(removal.id);
  expect(platform.visible('news')).toEqual([]);
});
