import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryId } from '../../src/announcements/delivery-id.ts';

const key = fc.record({
  subject: fc.string(),
  revision: fc.nat(),
  channel: fc.string(),
  kind: fc.constantFrom('post', 'edit', 'remove', 'reminder'),
  slot: fc.constantFrom('', '7d', '1d', '1h'),
});

describe('deliveryId()', () => {
  it('deliveryId() is 25 digits and small letters, the same for the same and another for anything else', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(deliveryId(one)).toMatch(/^[a-z0-9]{25}$/);
        expect(deliveryId({ ...one })).toBe(deliveryId(one));
        expect(deliveryId(one) === deliveryId(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('deliveryId() stays the same from one version of the program to the next', () => {
    const delivery = { subject: 'a1', revision: 2, channel: 'web:news', kind: 'post', slot: '' } as const;
    expect(deliveryId(delivery)).toBe('6dagq3657gnguy6mnkjr32097');
  });
});
