import { expect, test } from 'vitest';
import { joinBlocks, toBlocks } from '../../../adapters/discord/dialect.ts';
import { eventsReply } from '../../../src/events/events-reply.ts';
import { upcoming } from '../../../src/events/upcoming.ts';
import { sampleEvent, yearlyDay } from '../../events/sample-events.ts';

test('toBlocks() lets each reader’s client write the times of events, beside the zone that is named', () => {
  const reader = { language: 'en', zone: 'Europe/Madrid', now: Date.UTC(2026, 10, 22) } as const;
  const time = { kind: 'clock', start: '2027-05-03T18:00', end: '2027-05-03T19:30', zone: 'Europe/Madrid' } as const;
  const talk = sampleEvent({ time, texts: { en: { title: 'Talk', place: 'Seoul' } } });
  const { body } = eventsReply(upcoming([talk, yearlyDay], reader), {}, reader);
  const text = joinBlocks(toBlocks(body));
  const instant = Date.UTC(2027, 4, 3, 16) / 1_000;
  expect(text).toContain(
    `**Talk** – Monday, 3 May 2027, 18:00–19:30 (Europe/Madrid, UTC+2) = <t:${instant}:f> · Place: Seoul`,
  );
  expect(text.match(/<t:/g)).toHaveLength(1);
});
