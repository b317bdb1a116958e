import type { AnnouncementContent, Audience } from '../../src/announcements/announcement.ts';
import type { PlanInput } from '../../src/announcements/channel-plan.ts';
import type { Delivery, NewDelivery } from '../../src/announcements/delivery.ts';
import { planDeliveries } from '../../src/announcements/plan-deliveries.ts';
import type { Language } from '../../src/language.ts';
import { now, sampleContent } from './sample-content.ts';
import { sampleOutlet } from './sample-outlet.ts';

const { event: _, ...rest } = sampleContent;
/** Without reminders and event. */
export const content: AnnouncementContent = { ...rest, reminders: [] };
export const startAt = Date.parse('2027-10-07T08:00Z');
export const event = { startAt, zone: 'Europe/Madrid' };
export const dayMs = 24 * 60 * 60 * 1000;

/** An audience of these channels, each with its language. */
export function audience(...channels: readonly (readonly [string, Language])[]): Audience {
  return {
    name: 'all',
    channels: channels.map(([channel, language]) => ({ channel, language, topics: [] })),
    crosspost: false,
  };
}

export const usual = audience(['web:en', 'en'], ['web:es', 'es']);

/** The plan of the sample, or of what is given instead. */
export function plan(input: Partial<PlanInput> = {}) {
  return planDeliveries({
    id: 'a1',
    revision: 1,
    content,
    audience: usual,
    outlets: new Map([['web', sampleOutlet()]]),
    earlier: [],
    now,
    ...input,
  });
}

/** What was planned, after it was delivered or not. */
export function after(
  add: readonly NewDelivery[],
  change: Partial<Delivery> = { status: 'sent', message: { messageId: 'm1' } },
) {
  return add.map((row): Delivery => ({ ...row, attempts: 0, degraded: false, ...change }));
}

/** Deliveries as a line each, in tables. */
export const brief = (rows: readonly NewDelivery[]) =>
  rows.map(({ channel, kind, slot, status, reason, scheduledAt }) =>
    [channel, kind, slot, status, reason, scheduledAt === now ? 'now' : new Date(scheduledAt).toISOString()]
      .filter((part) => part !== '' && part !== undefined)
      .join(' '),
  );

export const sent = after(plan().add);
export const changed: AnnouncementContent = {
  ...content,
  texts: { en: { title: 'New', body: 'Text' }, es: { title: 'Nuevo', body: 'Texto' } },
};
