import { expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { actionNamed, openNewsroom, written } from './open-newsroom.ts';

const { announcing } = messagesIn('en');
const count = 10_000;

test('an announcement to 10,000 channels is previewed, confirmed and reported, and nothing is left out in silence', async () => {
  const { as, press, store, clock, platform } = await openNewsroom();
  // The platform is away, so that nobody waits for 10,000 checks.
  await platform.disappear();
  await store.transaction(async ({ audiences }) => {
    for (let index = 0; index < count; index += 1) {
      await audiences.putChannel('everybody', { channel: `fake:c${index}`, language: 'en', topics: [] });
    }
  });
  const preview = await as(desk)('announce', { ...written, audience: 'everybody' });
  expect(textOf(preview)).toContain('English, 10,000 channels: fake:c0, ');
  expect(textOf(preview)).toContain('and 9,970 more');
  expect(actionNamed(preview, 'confirm').label).toBe('Post in 10,000 channels now');

  const report = await press(preview, 'confirm');
  expect(textOf(report)).toContain('Waiting: 10,000 channels');
  const claimed = await store.deliveries.claim({
    now: clock(),
    leaseMs: 60_000,
    limit: count,
    perSecond: { fake: count },
  });
  expect(claimed).toHaveLength(count);
  await store.transaction(async ({ deliveries }) => {
    for (const [index, { id, fence, channel }] of claimed.entries()) {
      await deliveries.settle(
        id,
        fence,
        index % 100 === 0
          ? { status: 'failed', reason: 'archived' }
          : { status: 'sent', at: clock(), message: { messageId: channel, url: `https://example.org/${channel}` } },
      );
    }
  });
  const done = await press(report, 'show');
  const text = textOf(done);
  expect(text).toContain('Sent: 9,900 channels');
  expect(text).toContain('Failed: 100 channels');
  expect(text.match(/– failed\. /g)).toHaveLength(50);
  expect(text).toContain(announcing.report.more(50));
  expect(text).toContain(announcing.report.more(9_880));
  expect(text).toContain('Open (https://example.org/fake:c1)');
  expect(actionNamed(done, 'retry').label).toBe('Try again in 100 channels');
  expect(text.length).toBeLessThan(20_000);
});
