import { createHash } from 'node:crypto';
import type { NewDelivery } from './delivery.ts';

const longestKey = 25;

/**
 * The id of a delivery: 25 digits and small letters (129 bits), the same whenever the same is planned again, so that a
 * platform that was given it with a message knows the message again.
 */
export function deliveryId({
  subject,
  revision,
  channel,
  kind,
  slot,
}: Pick<NewDelivery, 'subject' | 'revision' | 'channel' | 'kind' | 'slot'>): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([subject, revision, channel, kind, slot]))
    .digest('hex');
  return BigInt(`0x${hash}`).toString(36).padStart(longestKey, '0').slice(-longestKey);
}
