import type { AnnouncementContent, Audience } from '../../src/announcements/announcement.ts';
import type { PlanInput } from '../../src/announcements/channel-plan.ts';
import type { Delivery } from '../../src/announcements/delivery.ts';
import { planDeliveries, planRetraction, type Plan } from '../../src/announcements/plan-deliveries.ts';
import { createOutboxModel, type Fate } from './outbox-model.ts';
import { now as begin } from './sample-content.ts';
import { sampleOutlet } from './sample-outlet.ts';
import { audience as audienceOf } from './sample-plan.ts';

export const calendarOutlet = { ...sampleOutlet(), takes: 'events' } as const;

/** What may become of a try, decided for each delivery. */
export type FateOf = (delivery: Delivery) => Fate;

/** An announcement from revision to revision, with its outbox and its platforms in memory, and a clock that stands. */
export function createPlannedLife(
  options: { readonly audience?: Audience; readonly outlets?: PlanInput['outlets'] } = {},
) {
  const outbox = createOutboxModel();
  const contents = new Map<number, AnnouncementContent>();
  let audience = options.audience ?? audienceOf(['web:en', 'en']);
  let revision = 0;
  let now = begin;
  const outlets =
    options.outlets ??
    new Map([
      ['web', sampleOutlet()],
      ['cal', calendarOutlet],
    ]);

  return {
    outbox,
    now: () => now,
    wait: (ms: number) => (now += ms),
    /** Confirms the next revision: what is planned is in the outbox. */
    confirm(content: AnnouncementContent, to: Audience = audience): Plan {
      audience = to;
      revision += 1;
      contents.set(revision, content);
      const plan = planDeliveries({
        id: 'a1',
        revision,
        content,
        audience,
        outlets,
        earlier: outbox.deliveries(),
        contentOf: (wanted) => contents.get(wanted),
        now,
      });
      outbox.carryOut(plan);
      return plan;
    },
    retract(): void {
      outbox.carryOut(planRetraction({ id: 'a1', revision, earlier: outbox.deliveries(), now }));
    },
    /** Tries what is due; everything arrives, unless something else is said. */
    deliver: (fateOf: FateOf = () => 'done') => outbox.deliver(now, fateOf),
    /** The titles that stand in a channel, in the order in which they came. */
    titles: (channel = 'web:en') =>
      outbox
        .messages()
        .filter((message) => message.channel === channel)
        .map(({ payload }) => titleIn(payload)),
    payloads: (channel = 'web:en') =>
      outbox
        .messages()
        .filter((message) => message.channel === channel)
        .map(({ payload }) => payload),
  };
}

function titleIn(payload: string): string {
  const parsed: unknown = JSON.parse(payload);
  return typeof parsed === 'object' && parsed !== null && 'title' in parsed ? String(parsed.title) : '';
}

/** What was planned, in short: kind and slot. */
export const kinds = ({ add }: Pick<Plan, 'add'>) => add.map(({ kind, slot }) => `${kind} ${slot}`.trim());
