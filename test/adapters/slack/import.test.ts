import { expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { blocksText } from '../../fakes/slack/seen.ts';
import { channels, openWhole } from './whole-slack.ts';

const [channel] = channels;
const words = messagesIn('en');

const calendar = (lines: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Calendar//EN',
    'BEGIN:VEVENT',
    'UID:assembly-1@example.org',
    'DTSTAMP:20260101T000000Z',
    ...lines,
    'SUMMARY:The general assembly',
    'DESCRIPTION:All members are invited to the assembly.',
    'LOCATION:Harbour Hall',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const good = calendar(['DTSTART:20990504T080000Z', 'DTEND:20990504T100000Z']);

test('a calendar that the secretariat sends becomes a draft whose preview a button opens', async () => {
  const { ana, store, slack } = await openWhole();
  await ana.sayWithFiles(ana.direct, [ana.upload('assembly.ics', good)]);
  await waitUntil('the draft', () => ana.reads().some((text) => text.includes('The general assembly')));
  const [draft] = await store.announcements.list({ limit: 2 });
  expect(draft?.content.event).toMatchObject({ startAt: Date.UTC(2099, 4, 4, 8), place: 'Harbour Hall' });
  await ana.pressIn(ana.direct, /The general assembly/);
  await waitUntil('the preview', () => ana.reads().some((text) => text.includes(words.announcing.preview.edit)));
  await ana.sayWithFiles(ana.direct, [ana.upload('again.ics', good)]);
  await waitUntil('the second answer', () => ana.reads().length >= 3);
  expect(await store.announcements.list({ limit: 2 })).toHaveLength(1);
  expect(slack.refused).toEqual([]);
});

test('/import takes a calendar in its form, and says at the field what is wrong with it', async () => {
  const { ana, store, slack } = await openWhole();
  await ana.slash(channel, '/import');
  await waitUntil('the form', () => ana.modal() !== undefined);
  const bad = ana.upload('bad.ics', 'Dear colleagues,\r\nplease come.\r\n');
  expect(await ana.submit({ file: [bad] })).toMatchObject({
    response_action: 'errors',
    errors: { file: expect.stringMatching(/line 1|Line 1/) },
  });
  await ana.submit({ file: [ana.upload('good.ics', good)] });
  await waitUntil('the draft', () => ana.reads().some((text) => text.includes('The general assembly')));
  expect(await store.announcements.list({ limit: 2 })).toHaveLength(1);
  expect(blocksText(ana.modal()?.['blocks'])).toContain(words.room.formReceived);
  expect(slack.refused).toEqual([]);
});

test('a calendar that a member sends is not taken', async () => {
  const { ben, store } = await openWhole();
  await ben.sayWithFiles(ben.direct, [ben.upload('assembly.ics', good)]);
  await waitUntil('an answer', () => ben.reads().length > 1);
  expect(await store.announcements.list({ limit: 2 })).toEqual([]);
});
