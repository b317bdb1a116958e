import { expect, test } from 'vitest';
import { waitUntil } from '../../contract/wait-until.ts';
import { openWhole } from './whole-slack.ts';

test('events are shown on the clocks of the profile of whoever asks', async () => {
  const { slack, ana, ben } = await openWhole();
  slack.workspace.addUser('U0BEN', { name: 'Ben', locale: 'en-GB', tz: 'Asia/Seoul' });
  const inAYear = new Date(Date.now() + 365 * 24 * 3_600_000).toISOString().slice(0, 10);
  await ana.slash(ana.direct, '/announce');
  await waitUntil('the form', () => ana.modal() !== undefined);
  await ana.submit({
    'title.en': 'Harbour Assembly',
    'body.en': 'Please come.',
    audience: 'all',
    missing: 'en',
    start: `${inAYear} 12:00`,
    zone: 'UTC',
  });
  await waitUntil('the preview', () => ana.reads().some((text) => text.includes('Please come.')));
  await ana.pressIn(ana.direct, /^Post in/);
  await waitUntil('the report', () => ana.reads().some((text) => text.includes('Sent: 2 channels')));
  await ben.slash(ben.direct, '/events');
  await waitUntil('the events', () => ben.reads().some((text) => text.includes('Harbour Assembly')));
  expect(ben.reads().join('\n')).toMatch(/Harbour Assembly.*21:00 \(Asia\/Seoul, UTC\+9\)/);
});
