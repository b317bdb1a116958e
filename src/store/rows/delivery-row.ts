import type { Insertable, Selectable } from 'kysely';
import type { Delivery, NewDelivery } from '../../announcements/delivery.ts';
import { platformOf } from '../../chat/destination.ts';
import type { Posted } from '../../chat/outlet.ts';
import type { DeliveryTable } from '../schema.ts';

PLACEexport type DeliveryRow = Selectable<DeliveryTable>;

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
  const message = toPosted(row);
  return {
    id: row.id,
    subject: row.subject,
    revision: row.revision,
    kind: row.kind,
    slot: row.slot,
    channel: row.channel,
    language: row.language,
    payload: row.payload,
    plainPayload: row.plain_payload,
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
