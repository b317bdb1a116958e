import { describe, expect, test } from 'vitest';
import type { AnnouncementContent } from '../../src/announcements/announcement.ts';
import { planDeliveries, planRetraction } from '../../src/announcements/plan-deliveries.ts';
import type { Outlet } from '../../src/chat/outlet.ts';
import type { Dispatcher } from '../../src/dispatcher.ts';
import type { Store } from '../../src/store/store.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { openTestStore, testFolder } from '../fakes/test-store.ts';
import { fastClock, openDispatching, outletFor, textsIn } from './dispatch-harness.ts';

const hourMs = 3_600_000;
const audience = {
  name: 'all',
  channels: ['fake:news', 'cal:server'].map((channel) => ({ channel, language: 'en' as const, topics: [] })),
  crosspost: false,
};

/** The announcement of an event, with one reminder an hour before. */
function said(startAt: number, more: Partial<NonNullable<AnnouncementContent['event']>> = {}): AnnouncementContent {
  return {
    texts: { en: { title: 'Forum', body: 'Please register.' } },
    event: { startAt, zone: 'UTC', ...more },
    audience: 'all',
    zone: 'UTC',
    reminders: ['1h'],
    pings: false,
  };
}

/** A channel, a calendar, and one program after the other between them and one database. */
async function openLife() {
  const { platform, outlet, dispatcher } = await openDispatching();
  for (const name of ['news', 'server']) platform.addChannel(name);
  const outlets = new Map<string, Outlet>([
    ['fake', outlet],
    ['cal', { ...outletFor(platform, 'cal'), takes: 'events' }],
  ]);
  const folder = testFolder();
  const contents: AnnouncementContent[] = [];
  let store: Store | undefined;
  let running: Dispatcher | undefined;
  let ahead = 0;
  const clock = () => fastClock() + ahead;

  const opened = async () => (store ??= await openTestStore({ folder }));
  const life = {
    platform,
    clock,
    /** So much time passes at once. */
    wait(ms: number) {
      ahead += ms;
      running?.wake();
    },
    /** Ends what runs, also its store, and lets another program deliver. */
    async restart() {
      await running?.stop();
      await store?.close();
      store = undefined;
      running = dispatcher({ store: await opened(), outlets, clock });
      running.start();
    },
    async confirm(content: AnnouncementContent) {
      contents.push(content);
      await (
        await opened()
      ).transaction(async ({ deliveries }) => {
        const { add, withdrawIn } = planDeliveries({
          id: 'a1',
          revision: contents.length,
          content,
          audience,
          outlets,
          earlier: await deliveries.ofSubject('a1'),
          contentOf: (revision) => contents[revision - 1],
          now: clock(),
        });
        if (withdrawIn.length > 0) await deliveries.withdraw('a1', { channels: withdrawIn });
        await deliveries.add(add);
      });
    },
    async retract() {
      await (
        await opened()
      ).transaction(async ({ deliveries }) => {
        await deliveries.withdraw('a1');
        const earlier = await deliveries.progressOf('a1');
        await deliveries.add(planRetraction({ id: 'a1', revision: contents.length, earlier, now: clock() }).add);
      });
    },
    titles: (channel = 'news') => textsIn(platform, channel).map((text) => text.split('\n')[0]),
    seen: (titles: readonly string[], channel = 'news') =>
      waitUntil(`${channel} to show ${titles.join(', ')}`, () => String(life.titles(channel)) === String(titles)),
    /** The reminders and how they stand. */
    reminders: async () =>
      (await (await opened()).deliveries.progressOf('a1'))
        .filter(({ kind }) => kind === 'reminder')
        .map(({ status }) => status),
  };
  return life;
}

describe('createDispatcher() and an event that changes', () => {
  test('tells everything once, wherever the program is restarted', async () => {
    const life = await openLife();
    const startAt = life.clock() + 10 * hourMs;
    await life.confirm(said(startAt));
    await life.restart();
    await life.seen(['Forum']);
    await life.seen(['Forum'], 'server');

    await life.confirm(said(startAt + hourMs));
    await life.restart();
    await life.seen(['Forum', 'Changed: Forum']);

    await life.confirm(said(startAt + hourMs, { cancelled: true }));
    await life.restart();
    await life.seen(['Cancelled: Forum', 'Changed: Forum', 'Cancelled: Forum']);
    await life.seen([], 'server');
    expect(await life.reminders()).toEqual(['withdrawn', 'withdrawn']);

    await life.confirm(said(startAt));
    await life.restart();
    await life.seen(['Forum', 'Changed: Forum', 'Cancelled: Forum', 'Takes place after all: Forum']);
    await life.seen(['Forum'], 'server');

    await life.retract();
    await life.restart();
    await life.seen([]);
    await life.seen([], 'server');
    expect(await life.reminders()).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    expect(life.platform.accepted('server').filter(({ kind }) => kind === 'post')).toHaveLength(2);
  });

  test('reminds anew when the event moves after the reminder, and takes the old one away', async () => {
    const life = await openLife();
    const startAt = life.clock() + 10 * hourMs;
    await life.confirm(said(startAt));
    await life.restart();
    await life.seen(['Forum']);
    life.wait(startAt - hourMs - life.clock());
    await life.seen(['Forum', 'Reminder (in one hour): Forum']);
    await life.confirm(said(startAt + 5 * hourMs));
    await life.restart();
    await life.seen(['Forum', 'Changed: Forum']);
    life.wait(startAt + 4 * hourMs - life.clock());
    await life.seen(['Forum', 'Changed: Forum', 'Reminder (in one hour): Forum']);
    await waitUntil('both to be settled', async () => String(await life.reminders()) === 'sent,sent');
  });

  test.each(['hang', 'resetBefore', 'errorAfter'] as const)(
    'leaves no reminder of the old time, whose answer was lost (%s) while the event moved',
    async (trouble) => {
      const life = await openLife();
      const startAt = life.clock() + 10 * hourMs;
      await life.confirm(said(startAt));
      await life.restart();
      await life.seen(['Forum']);
      life.platform.trouble(trouble, 'news');
      life.wait(startAt - hourMs - life.clock());
      await waitUntil('the reminder to be under way', async () => (await life.reminders())[0] !== 'pending');
      await life.confirm(said(startAt + 30 * hourMs));
      await life.restart();
      await life.seen(['Forum', 'Changed: Forum']);
      await waitUntil('the reminder to be settled', async () => String(await life.reminders()) === 'sent,pending');
      expect(life.titles()).toEqual(['Forum', 'Changed: Forum']);
    },
  );

  test.each([
    ['is cancelled', ['Cancelled: Forum', 'Cancelled: Forum'], { cancelled: true } as const],
    ['is not spoken of any more', ['Forum'], undefined],
  ])('sends no reminder of an event that %s', async (_, titles, change) => {
    const life = await openLife();
    const startAt = life.clock() + 10 * hourMs;
    const content = said(startAt, change);
    await life.confirm(said(startAt));
    await life.restart();
    await life.seen(['Forum']);
    await life.seen(['Forum'], 'server');
    const { event, ...rest } = content;
    await life.confirm(change === undefined ? { ...rest, reminders: [] } : { ...rest, ...(event && { event }) });
    await life.seen(titles);
    await life.seen([], 'server');
    life.wait(startAt - hourMs - life.clock());
    await life.restart();
    expect(await life.reminders()).toEqual(['withdrawn']);
    expect(life.titles()).toEqual(titles);
  });
});
