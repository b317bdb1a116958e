import { afterEach, describe, expect, test } from 'vitest';
import type { Destination, Outlet } from '../../src/chat/outlet.ts';
import { languages } from '../../src/language.ts';
import { expectNoControls } from './hostile-text.ts';
import { describeOutletTroubles } from './outlet-troubles.ts';
import { postsFor } from './sample-posts.ts';

/**
 * What a network can do to the next write (post, edit or removal):
 * late: done, and answered just in time; hang: done, and never answered; resetAfter: done, and the connection is cut;
 * resetBefore: the connection is cut and nothing is done; errorAfter: done, and answered with a server's error;
 * garbled: done, and answered with something that is no answer; throttle: not done, to be tried again after 3 seconds;
 * malformed: not done, the platform does not take its form; unauthorized: not done, the token is not valid.
 * disappear: nobody listens any more, neither to writes nor to reads, until `calm`.
 */
export const troubles = [
  'late',
  'hang',
  'resetAfter',
  'resetBefore',
  'errorAfter',
  'garbled',
  'throttle',
  'malformed',
  'unauthorized',
  'disappear',
] as const;

export type Trouble = (typeof troubles)[number];

/** What a test needs to know of a platform. */
export interface OutletRoom {
  /** Gives up on an answer after about a second, so that nobody waits for the trouble `hang`. */
  readonly outlet: Outlet;
  /** A channel that exists, may be posted to and is empty. */
  readonly channel: Destination;
  /** Another one like it, where the platform can have several. */
  readonly otherChannel?: Destination;
  /** A channel that does not exist. */
  readonly missingChannel: Destination;
  /** One that exists and must not be posted to, where the platform has such. */
  readonly forbiddenChannel?: Destination;
  /** The text of every message that people see in a channel, oldest first. */
  readonly visible: (channel: Destination) => Promise<readonly string[]>;
  /** The message of a write as the platform got it, parsed, with whatever the outlet had to add; oldest first. */
  readonly received?: (channel: Destination) => Promise<readonly unknown[]>;
  /** How many of the messages in a channel notified anybody; where a platform can do that. */
  readonly notified?: (channel: Destination) => Promise<number>;
  /** Other people write so many messages; where others can. */
  readonly crowd?: (channel: Destination, count: number) => Promise<void>;
  /** The next write meets this trouble; `disappear` lasts until `calm`. */
  readonly trouble?: (trouble: Trouble) => Promise<void>;
  readonly calm?: () => Promise<void>;
  close(): Promise<void>;
}

export interface OutletHarness {
  readonly platform: string;
  /** The troubles that the platform can have; absent: all. A platform within the program has none. */
  readonly troubles?: readonly Trouble[];
  /** False where a message may be as long as it likes. */
  readonly limitsLength?: false;
  /** The outlet takes posts with an event alone. */
  readonly takes?: 'events';
  open(): Promise<OutletRoom>;
}

/** What every outlet promises, whatever its platform. Call it in a test file with the platform's harness. */
export function describeOutletContract(harness: OutletHarness): void {
  const { changedPost, eventPost, hostilePost, longPost, samplePosts } = postsFor(harness.takes);
  describe(`the ${harness.platform} outlet keeps the contract of outlets`, () => {
    const rooms: OutletRoom[] = [];
    afterEach(async () => {
      await Promise.all(rooms.splice(0).map((room) => room.close()));
    });

    async function open(): Promise<OutletRoom> {
      const room = await harness.open();
      rooms.push(room);
      return room;
    }

    test('platform is what its channels begin with', async () => {
      const { outlet, channel, missingChannel } = await open();
      expect(outlet.platform).toBe(harness.platform);
      expect(outlet.takes).toBe(harness.takes);
      expect(channel.startsWith(`${harness.platform}:`)).toBe(true);
      expect(missingChannel.startsWith(`${harness.platform}:`)).toBe(true);
      expect(outlet.postsPerSecond).toBeGreaterThan(0);
    });

    test.each(languages)('render() gives the same JSON every time, and all of the text, in %s', async (language) => {
      const { outlet } = await open();
      const rendered = outlet.render(samplePosts[language]);
      expect(outlet.render(samplePosts[language])).toEqual(rendered);
      expect(rendered.problems).toEqual([]);
      expect(JSON.parse(rendered.payload)).toBeTypeOf('object');
      expect(JSON.parse(rendered.plainPayload)).toBeTypeOf('object');
      expect(rendered.preview).toContain(samplePosts[language].title);
    });

    if (harness.limitsLength !== false)
      test('render() tells the limit and the length of what is too long', async () => {
        const { outlet } = await open();
        const { problems } = outlet.render(longPost);
        expect(problems.length).toBeGreaterThan(0);
        for (const { limit, length } of problems) expect(length).toBeGreaterThan(limit);
      });

    test('send() posts the payload once, and people read all of it', async () => {
      const { outlet, channel, visible } = await open();
      const posted = await outlet.send(channel, outlet.render(eventPost).payload, 'a1');
      expect(posted.messageId).not.toBe('');
      if (posted.url !== undefined) expect(posted.url).toMatch(/^https?:\/\/|^\//);
      const texts = await visible(channel);
      expect(texts).toHaveLength(1);
      for (const part of ['opens in Riverton', 'doors', 'badge', 'the programme', 'Harbour Hall', 'no text in'])
        expect(texts[0]).toContain(part);
    });

    test('send() posts the plain payload, which says the same', async () => {
      const { outlet, channel, visible } = await open();
      await outlet.send(channel, outlet.render(eventPost).plainPayload, 'a1');
      const texts = await visible(channel);
      expect(texts).toHaveLength(1);
      for (const part of ['opens in Riverton', 'doors', 'badge', 'Harbour Hall', 'no text in'])
        expect(texts[0]).toContain(part);
    });

    test('send() changes nothing of the payload', async () => {
      const { outlet, channel, received } = await open();
      if (received === undefined) return;
      const { payload } = outlet.render(hostilePost);
      await outlet.send(channel, payload, 'a1');
      const [message] = await received(channel);
      expect(message).toMatchObject(JSON.parse(payload));
    });

    test('send() lets nobody be called who is not meant to be, and shows nothing that acts', async () => {
      const { outlet, channel, visible, notified } = await open();
      const { payload, plainPayload } = outlet.render(hostilePost);
      await outlet.send(channel, payload, 'a1');
      expect((await visible(channel))[0]).toContain('The end.');
      for (const text of await visible(channel)) expectNoControls(text);
      if (notified !== undefined) expect(await notified(channel)).toBe(0);
      const other = await open();
      await other.outlet.send(other.channel, plainPayload, 'a2');
      for (const text of await other.visible(other.channel)) expectNoControls(text);
      if (other.notified !== undefined) expect(await other.notified(other.channel)).toBe(0);
    });

    test('send() calls everybody when the post is meant to', async () => {
      const { outlet, channel, notified } = await open();
      if (notified === undefined) return;
      await outlet.send(channel, outlet.render({ ...samplePosts.en, pings: 'everyone' }).payload, 'a1');
      expect(await notified(channel)).toBe(1);
    });

    test('find() knows the message by its key, in its channel only', async () => {
      const { outlet, channel, otherChannel } = await open();
      const key = 'k'.repeat(25);
      expect(await outlet.find(channel, key)).toBeUndefined();
      const posted = await outlet.send(channel, outlet.render(samplePosts.fr).payload, key);
      expect((await outlet.find(channel, key))?.messageId).toBe(posted.messageId);
      expect(await outlet.find(channel, 'k'.repeat(24))).toBeUndefined();
      if (otherChannel !== undefined) expect(await outlet.find(otherChannel, key)).toBeUndefined();
    });

    test('find() looks past what others have written since', async () => {
      const { outlet, channel, crowd } = await open();
      if (crowd === undefined) return;
      const posted = await outlet.send(channel, outlet.render(samplePosts.en).payload, 'a1');
      await crowd(channel, 120);
      expect((await outlet.find(channel, 'a1'))?.messageId).toBe(posted.messageId);
    });

    test('edit() replaces the message, and does the same when done twice', async () => {
      const { outlet, channel, visible } = await open();
      const posted = await outlet.send(channel, outlet.render(samplePosts.en).payload, 'a1');
      const { payload } = outlet.render(changedPost);
      await outlet.edit(posted, payload);
      await outlet.edit(posted, payload);
      const texts = await visible(channel);
      expect(texts).toHaveLength(1);
      expect(texts[0]).toContain('opens a day later');
      expect(texts[0]).not.toContain('badge');
    });

    test('edit() refuses with the reason gone what is not there any more', async () => {
      const { outlet, channel } = await open();
      const posted = await outlet.send(channel, outlet.render(samplePosts.en).payload, 'a1');
      await outlet.remove(posted);
      const edited = outlet.edit(posted, outlet.render(changedPost).payload);
      await expect(edited).rejects.toMatchObject({ name: 'AppError', code: 'refused', reason: 'gone' });
    });

    test('remove() takes the message away, and does nothing when done twice', async () => {
      const { outlet, channel, visible } = await open();
      const posted = await outlet.send(channel, outlet.render(samplePosts.en).payload, 'a1');
      await outlet.remove(posted);
      await outlet.remove(posted);
      expect(await visible(channel)).toEqual([]);
      expect(await outlet.find(channel, 'a1')).toBeUndefined();
    });

    test('edit() and remove() work with what was kept of a message as text', async () => {
      const { outlet, channel, visible } = await open();
      const { messageId } = await outlet.send(channel, outlet.render(samplePosts.en).payload, 'a1');
      await outlet.edit({ messageId }, outlet.render(changedPost).payload);
      expect((await visible(channel))[0]).toContain('opens a day later');
      await outlet.remove({ messageId });
      expect(await visible(channel)).toEqual([]);
    });

    test('check() tells whether a channel can be posted to', async () => {
      const { outlet, channel, missingChannel, forbiddenChannel } = await open();
      expect(await outlet.check(channel, false, 'en')).toMatchObject({ ok: true });
      expect(await outlet.check(missingChannel, false, 'en')).toMatchObject({ ok: false, reason: 'noSuchChannel' });
      if (forbiddenChannel === undefined) return;
      const check = await outlet.check(forbiddenChannel, false, 'en');
      expect(check.ok).toBe(false);
      expect(['notInChannel', 'noPermission', 'archived']).toContain(check.reason);
    });

    test('send() is refused with a reason where it cannot post', async () => {
      const { outlet, missingChannel, forbiddenChannel } = await open();
      const { payload } = outlet.render(samplePosts.en);
      const missing = outlet.send(missingChannel, payload, 'a1');
      await expect(missing).rejects.toMatchObject({ name: 'AppError', code: 'refused', reason: 'noSuchChannel' });
      if (forbiddenChannel === undefined) return;
      const forbidden = outlet.send(forbiddenChannel, payload, 'a1');
      await expect(forbidden).rejects.toMatchObject({
        name: 'AppError',
        code: 'refused',
        reason: expect.stringMatching(/^(?:notInChannel|noPermission|archived)$/),
      });
    });

    describeOutletTroubles(harness, open);
  });
}
