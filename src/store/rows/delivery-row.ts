import type { Insertable, Selectable } from 'kysely';
import type { Delivery, DeliveryProgress, NewDelivery } from '../../announcements/delivery.ts';
import { platformOf } from '../../chat/destination.ts';
import type { Posted } from '../../chat/outlet.ts';
import type { DeliveryTable } from '../schema.ts';

/** Why a delivery has to be looked for before it is sent (`must_reconcile`). */
export const inDoubt = {
  no: 0,
  /** It was left `unknown`, claimed by somebody who never settled, or the database was restored since. */
  tried: 1,
  /** The same as `tried`, and nobody delivered for so long since that its time was missed if it does not stand. */
  overdue: 2,
} as const;

export type DeliveryRow = Selectable<DeliveryTable>;

export function toRow(delivery: NewDelivery): Insertable<DeliveryTable> {
  return {
    id: delivery.id,
    subject: delivery.subject,
    revision: delivery.revision,
    kind: delivery.kind,
    slot: delivery.slot,
    channel: delivery.channel,
    platform: platformOf(delivery.channel),
    language: delivery.language,
    payload: delivery.payload,
    plain_payload: delivery.plainPayload,
    status: delivery.status,
    reason: delivery.reason ?? null,
    scheduled_at: delivery.scheduledAt,
    due_at: delivery.dueAt,
    attempts: 0,
    degraded: 0,
    must_reconcile: inDoubt.no,
    fence: 0,
  };
}

export function toDelivery(row: DeliveryRow): Delivery {
  return { ...toProgress(row), payload: row.payload, plainPayload: row.plain_payload };
}

/** Everything but what a delivery says. */
export const progressColumns = [
  'id',
  'subject',
  'revision',
  'kind',
  'slot',
  'channel',
  'language',
  'status',
  'reason',
  'scheduled_at',
  'due_at',
  'attempts',
  'degraded',
  'message_id',
  'message_url',
  'sent_at',
] as const;

export function toProgress(row: Pick<DeliveryRow, (typeof progressColumns)[number]>): DeliveryProgress {
  const message = toPosted(row);
  return {
    id: row.id,
    subject: row.subject,
    revision: row.revision,
    kind: row.kind,
    slot: row.slot,
    channel: row.channel,
    language: row.language,
    status: row.status,
    scheduledAt: row.scheduled_at,
    dueAt: row.due_at,
    attempts: row.attempts,
    degraded: row.degraded === 1,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(message === undefined ? {} : { message }),
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
  };
}

export function toPosted(row: Pick<DeliveryRow, 'message_id' | 'message_url'>): Posted | undefined {
  if (row.message_id === null) return undefined;
  return { messageId: row.message_id, ...(row.message_url === null ? {} : { url: row.message_url }) };
}
