import { createHash } from 'node:crypto';
import type { NewDelivery } from './delivery.ts';

/**
 * A fingerprint of what would be posted, where and when: it changes as soon as any of that does. The time of what is to be
 * done at once is no part of it, nor whether a text is new in its channel or replaces one.
 */
export function planDigest(deliveries: readonly NewDelivery[], now: number): string {
  const items = deliveries.map(({ channel, slot, kind, scheduledAt, status, reason, payload, plainPayload }) =>
    JSON.stringify([
      channel,
      slot,
      kind === 'edit' || kind === 'post' ? 'text' : kind,
      scheduledAt > now ? scheduledAt : 'now',
      status,
      reason ?? '',
      payload,
      plainPayload,
    ]),
  );
  return createHash('sha256').update(JSON.stringify(items.toSorted())).digest('hex');
}
