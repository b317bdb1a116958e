import type { Outlet, RenderProblem } from '../chat/outlet.ts';
import type { PostCalendar } from '../chat/post.ts';
import type { DeliveryReason } from '../errors.ts';
import type { Language } from '../language.ts';
import type { AnnouncementContent, Audience } from './announcement.ts';
import type { ChannelHistory } from './channel-history.ts';
import { deliveryId } from './delivery-id.ts';
import type { Delivery, NewDelivery } from './delivery.ts';

/** What a plan is made from. */
export interface PlanInput {
  readonly id: string;
  readonly revision: number;
  readonly content: AnnouncementContent;
  readonly audience: Audience;
  /** By platform. */
  readonly outlets: ReadonlyMap<string, Pick<Outlet, 'render' | 'takes'>>;
  /** Everything that was planned for the announcement before, oldest first. */
  readonly earlier: readonly Delivery[];
  /**
   * What was confirmed as of an earlier revision, for every revision in `earlier`. Absent, or undefined: nothing is known
   * of what the channels were told, and nothing is said of how it has changed.
   */
  readonly contentOf?: (revision: number) => AnnouncementContent | undefined;
  /** The event for readers' own calendars, where posts are to carry it. Has to be the same for the same content. */
  readonly calendarOf?: (content: AnnouncementContent, language: Language) => PostCalendar | undefined;
  readonly now: number;
}

/** A channel that a plan is about. */
export interface PlannedChannel {
  readonly channel: string;
  readonly language: Language;
  readonly inAudience: boolean;
  readonly history: ChannelHistory | undefined;
}

export interface PlanProblem {
  readonly channel: string;
  readonly platform: string;
  readonly language: Language;
  readonly problem: RenderProblem;
}

/** What is to be done in one channel. */
export interface ChannelPlan {
  readonly add: readonly NewDelivery[];
  readonly problems: readonly PlanProblem[];
}

/** A delivery in one channel, as far as the channel and its announcement decide. */
export type DeliveryDraft = Pick<NewDelivery, 'kind' | 'slot' | 'scheduledAt'> &
  Partial<Pick<NewDelivery, 'payload' | 'plainPayload'>> & { readonly heldBecause?: DeliveryReason };

/** Completes a delivery with what follows from its channel and its announcement. */
export function toDelivery(
  { id: subject, revision }: Pick<PlanInput, 'id' | 'revision'>,
  { channel, language }: Pick<PlannedChannel, 'channel' | 'language'>,
  { kind, slot, scheduledAt, payload = '', plainPayload = '', heldBecause }: DeliveryDraft,
): NewDelivery {
  return {
    id: deliveryId({ subject, revision, channel, kind, slot }),
    subject,
    revision,
    kind,
    slot,
    channel,
    language,
    payload,
    plainPayload,
    status: heldBecause === undefined ? 'pending' : 'held',
    ...(heldBecause !== undefined && { reason: heldBecause }),
    scheduledAt,
    dueAt: scheduledAt,
  };
}
