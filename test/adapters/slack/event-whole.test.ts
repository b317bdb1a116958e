import { expect, test } from 'vitest';
import { waitUntil } from '../../contract/wait-until.ts';
import { channels, openWhole, type Whole } from './whole-slack.ts';

const files = ({ slack: { workspace } }: Whole) =>
  channels.map((channel) =>
    workspace
      .visible(channel)
      .flatMap(({ files: shown = [] }) => shown)
      .flatMap((id) => workspace.files.get(id) ?? [])
      .map(({ bytes }) => String(bytes)),
  );

const isNew = (file: string) => file.includes('DTSTART:20990505T080000Z');

test('the calendar file of an event hangs below its posts, follows its changes and goes with them', async () => {
  const whole = await openWhole();
  const { ana, slack } = whole;
  await ana.slash(ana.direct, '/announce');
  await waitUntil('the form', () => ana.modal() !== undefined);
  const event = { start: '2099-05-04 10:00', end: '2099-05-04 12:00', place: 'Harbour Hall', zone: 'Europe/Madrid' };
  await ana.submit({ 'title.en': 'The assembly', 'body.en': 'Come.', audience: 'all', missing: 'en', ...event });
  await waitUntil('the preview', () => ana.reads().some((text) => text.includes('📎')));
  await ana.pressIn(ana.direct, /^Post in/);
  await waitUntil('the files', () => files(whole).every((each) => each.length === 1));
  for (const [file] of files(whole)) expect(file).toContain('DTSTART:20990504T080000Z');

  await ana.pressIn(ana.direct, /^Change the text/);
  await waitUntil('the form again', () => JSON.stringify(ana.modal()).includes('Harbour Hall'));
  await ana.submit({ start: '2099-05-05 10:00', end: '2099-05-05 12:00' });
  await ana.pressIn(ana.direct, /^Change it in/);
  // One below the post, one below the word about the change.
  await waitUntil('the new files', () => files(whole).every((each) => each.length === 2 && each.every(isNew)));

  await ana.pressIn(ana.direct, /^Take back/);
  await ana.pressIn(ana.direct, /^Yes, take back/);
  await waitUntil('nothing', () => files(whole).every((each) => each.length === 0));
  expect(slack.refused).toEqual([]);
});
