import { describe, expect, test } from 'vitest';
import type { AppError } from '../../src/errors.ts';
import type { OutletHarness, OutletRoom, Trouble } from './outlet-contract.ts';
import { postsFor } from './sample-posts.ts';

/** What a write says when it meets a trouble, and what people see then. */
const onWrite: readonly (readonly [Trouble, { readonly code: string; readonly done: boolean }])[] = [
  ['hang', { code: 'unknown', done: true }],
  ['resetAfter', { code: 'unknown', done: true }],
  ['resetBefore', { code: 'unknown', done: false }],
  ['errorAfter', { code: 'unknown', done: true }],
  ['garbled', { code: 'unknown', done: true }],
  ['throttle', { code: 'throttled', done: false }],
  ['malformed', { code: 'malformed', done: false }],
  ['unauthorized', { code: 'unauthorized', done: false }],
  ['disappear', { code: 'unavailable', done: false }],
];

/** How outlets behave on a bad network: each write is tried once, and its failure says whether it may have happened. */
export function describeOutletTroubles(harness: OutletHarness, open: () => Promise<OutletRoom>): void {
  const { changedPost, samplePosts } = postsFor(harness.takes);
  const can = (trouble: Trouble): boolean => harness.troubles?.includes(trouble) ?? true;
  const cases = onWrite.filter(([trouble]) => can(trouble));

  async function openWith(trouble: Trouble) {
    const room = await open();
    return {
      ...room,
      rendered: room.outlet.render(samplePosts.en),
      start: async () => room.trouble?.(trouble),
      calm: async () => room.calm?.(),
    };
  }

  if (can('late'))
    test('send() waits for an answer that comes late', async () => {
      const { outlet, channel, visible, rendered, start } = await openWith('late');
      await start();
      const posted = await outlet.send(channel, rendered.payload, 'a1');
      expect((await outlet.find(channel, 'a1'))?.messageId).toBe(posted.messageId);
      expect(await visible(channel)).toHaveLength(1);
    });

  describe.each(cases)('when a write meets the trouble %s', (trouble, { code, done }) => {
    // A connection that was kept open may be cut by the platform's going, and nobody knows what went through.
    const later = trouble === 'disappear' ? expect.stringMatching(/^(?:unavailable|unknown)$/) : code;

    test('send() tries once and tells what is known', async () => {
      const { outlet, channel, visible, rendered, start, calm } = await openWith(trouble);
      await start();
      const sent = outlet.send(channel, rendered.payload, 'a1');
      await expect(sent).rejects.toMatchObject({ name: 'AppError', code });
      await calm();
      expect(await visible(channel)).toHaveLength(done ? 1 : 0);
      expect((await outlet.find(channel, 'a1')) !== undefined).toBe(done);
    });

    test('edit() tells what is known, and may be done again', async () => {
      const { outlet, channel, visible, rendered, start, calm } = await openWith(trouble);
      const posted = await outlet.send(channel, rendered.payload, 'a1');
      await start();
      const { payload } = outlet.render(changedPost);
      await expect(outlet.edit(posted, payload)).rejects.toMatchObject({ name: 'AppError', code: later });
      await calm();
      await outlet.edit(posted, payload);
      const texts = await visible(channel);
      expect(texts).toHaveLength(1);
      expect(texts[0]).toContain('opens a day later');
    });

    // A removal has no form.
    if (trouble === 'malformed') return;
    test('remove() tells what is known, and may be done again', async () => {
      const { outlet, channel, visible, rendered, start, calm } = await openWith(trouble);
      const posted = await outlet.send(channel, rendered.payload, 'a1');
      await start();
      await expect(outlet.remove(posted)).rejects.toMatchObject({ name: 'AppError', code: later });
      await calm();
      await outlet.remove(posted);
      expect(await visible(channel)).toEqual([]);
    });
  });

  if (can('throttle'))
    test('send() says how long the platform wants to be left alone', async () => {
      const { outlet, channel, rendered, start } = await openWith('throttle');
      await start();
      await expect(outlet.send(channel, rendered.payload, 'a1')).rejects.toSatisfy(
        ({ retryAfterMs }: AppError) => retryAfterMs !== undefined && retryAfterMs >= 3000 && retryAfterMs <= 4000,
      );
    });

  if (can('disappear'))
    test('find() and check() never say no where nobody can be asked', async () => {
      const { outlet, channel, rendered, start } = await openWith('disappear');
      await outlet.send(channel, rendered.payload, 'a1');
      await start();
      await expect(outlet.find(channel, 'a1')).rejects.toMatchObject({ name: 'AppError' });
      await expect(outlet.check(channel, false, 'en')).rejects.toMatchObject({ name: 'AppError' });
    });
}
