import { describe, expect, test } from 'vitest';
import type { AnnouncementContent } from '../../../src/announcements/announcement.ts';
import type { NewDelivery } from '../../../src/announcements/delivery.ts';
import { planFor } from '../../../src/commands/announcing/plan-for.ts';
import type { Store } from '../../../src/store/store.ts';
import { now, sampleContent } from '../../announcements/sample-content.ts';
import { sampleOutlet } from '../../announcements/sample-outlet.ts';
import { settings } from '../../bot/open-bot.ts';
import { openTestStore } from '../../fakes/test-store.ts';

const { en } = sampleContent.texts;
const outlet = {
  ...sampleOutlet(),
  platform: 'web',
  postsPerSecond: 1,
  send: () => Promise.reject(new Error('Nothing is sent here.')),
  edit: () => Promise.reject(new Error('Nothing is sent here.')),
  remove: () => Promise.reject(new Error('Nothing is sent here.')),
  find: () => Promise.resolve(undefined),
  check: () => Promise.resolve({ ok: true }),
};

/** Plans, and confirms what was planned: `store` has it as sent. */
function opened(store: Store, publicUrl?: string) {
  const context = {
    outlets: new Map([['web', outlet]]),
    clock: () => now,
    settings: { ...settings, ...(publicUrl === undefined ? {} : { publicUrl }) },
  };
  const plan = async () => {
    const announcement = await store.announcements.get('a1');
    if (announcement === undefined) throw new Error('It is not stored.');
    return { announcement, ...(await planFor(store, announcement, context)).plan };
  };
  return {
    plan,
    write: async (content: AnnouncementContent) => {
      const before = await store.announcements.get('a1');
      if (before === undefined) await store.announcements.create({ id: 'a1', content, author: 'sample:desk', now });
      else await store.announcements.revise('a1', before.revision, content, 'sample:desk', now + 60_000);
    },
    confirm: async () => {
      const { announcement, add } = await plan();
      await store.announcements.move('a1', [announcement.status], 'confirmed', now + 1, announcement.revision);
      await store.deliveries.add(add);
      const claimed = await store.deliveries.claim({ now, leaseMs: 1, limit: 9, perSecond: { web: 9 } });
      for (const { id, fence } of claimed) {
        await store.deliveries.settle(id, fence, { status: 'sent', at: now, message: { messageId: id } });
      }
      return add;
    },
  };
}

const texts = (add: readonly NewDelivery[]) =>
  add.filter(({ kind }) => kind !== 'reminder').map(({ channel, kind, slot }) => `${channel} ${kind} ${slot}`.trim());

async function openSample(publicUrl?: string) {
  const store = await openTestStore();
  for (const language of ['en', 'es'] as const) {
    await store.audiences.putChannel('all', { channel: `web:${language}`, language, topics: [] });
  }
  const sample = opened(store, publicUrl);
  await sample.write(sampleContent);
  return { store, ...sample };
}

describe('planFor()', () => {
  test('gives posts the address of the event’s file where there is one', async () => {
    const { plan } = await openSample('https://assistant.example.org');
    const { add } = await plan();
    expect(add[1]?.slot).toBe('7d');
    expect(add[0]?.payload).toContain('https://assistant.example.org/events/announcement-a1.ics?lang=en');
    expect(add[1]?.payload).not.toContain('.ics');
  });

  test('gives posts the file itself where there is no address, and edits nothing because of it alone', async () => {
    const { store, plan, write, confirm } = await openSample();
    expect((await confirm())[0]?.payload).toContain('BEGIN:VCALENDAR');
    const corrected = { ...sampleContent, texts: { ...(en && { en }), es: { title: 'Asamblea', body: 'Nuevo' } } };
    await write(corrected);
    expect(texts((await plan()).add)).toEqual(['web:es edit']);
    // A change that was dropped.
    await write(sampleContent);
    await store.announcements.move('a1', ['confirmed'], 'confirmed', now + 2, 3);
    await write(corrected);
    expect(texts(await confirm())).toEqual(['web:es edit']);
  });

  test('tells what was confirmed, whatever was drafted in between', async () => {
    const { write, plan, confirm } = await openSample();
    await confirm();
    const { event } = sampleContent;
    if (event === undefined) throw new Error('The sample has an event.');
    await write({ ...sampleContent, event: { ...event, place: 'Montréal' } });
    await write({ ...sampleContent, event: { ...event, place: 'Bruxelles' } });
    const { add } = await plan();
    expect(texts(add)).toEqual(['web:en edit', 'web:en post change3', 'web:es edit', 'web:es post change3']);
    expect(add.find(({ slot }) => slot === 'change3')?.payload).toContain('Barcelona');
  });

  test('shows the same as long as nothing changes, also after it was passed on', async () => {
    const { store, plan } = await openSample();
    const { digest } = await plan();
    await store.announcements.move('a1', ['draft'], 'awaiting', now + 5_000);
    expect((await plan()).digest).toBe(digest);
  });

  test('fails where a revision is missing that was confirmed', async () => {
    const { store, plan, confirm } = await openSample();
    const [first] = await confirm();
    if (first === undefined) throw new Error('Something is planned.');
    await store.deliveries.add([{ ...first, id: 'other', revision: 7 }]);
    await expect(plan()).rejects.toMatchObject({ code: 'store' });
  });
});
