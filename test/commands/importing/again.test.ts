import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { calendarText, eventLines } from '../../events/import/calendar-text.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { commandsIn } from '../announcing/open-newsroom.ts';
import { openImporting } from './open-importing.ts';

type Importing = Awaited<ReturnType<typeof openImporting>>;

const file = (given: Readonly<Record<string, string | undefined>> = {}, ...more: string[]) =>
  calendarText(...eventLines({ 'DESCRIPTION:': 'Please register.', ...given }, ...more));

/** The id of the announcement to which the only button of a reply leads. */
function idIn(reply: Reply): string {
  const ids = commandsIn(reply).map(({ options }) => options['id']);
  expect(ids).toHaveLength(1);
  return ids[0] ?? '';
}

/** Imports a file and confirms the draft; all channels have it then. */
async function publishFile({ give, as, press, deliver }: Importing, text = file()): Promise<string> {
  const id = idIn(await give(text));
  await as(desk)('announce', { id, missing: 'en', reminders: '1d' });
  await press(await as(desk)('announcement', { action: 'preview', id }), 'confirm');
  await deliver();
  return id;
}

describe('a file that is imported again', () => {
  test('makes nothing anew, and leads to what is there', async () => {
    const importing = await openImporting();
    const id = idIn(await importing.give(file()));
    const reply = await importing.give(file({ 'SEQUENCE:': '1', 'DTSTAMP:': '20271001T000000Z' }));
    expect(textOf(reply)).toContain('Already there, unchanged: 1 event');
    expect(idIn(reply)).toBe(id);
    expect(await importing.contents()).toHaveLength(1);
    expect((await importing.store.announcements.get(id))?.revision).toBe(1);
  });

  test('makes one draft when several people import it at the same moment', async () => {
    const { give, contents } = await openImporting();
    const replies = await Promise.all(Array.from({ length: 5 }, () => give(file())));
    expect(await contents()).toHaveLength(1);
    expect(new Set(replies.map(idIn)).size).toBe(1);
    expect(replies.filter((reply) => textOf(reply).includes('Drafted: 1 event'))).toHaveLength(1);
  });

  test('changes a draft in what the file says otherwise, and keeps what was made of it here', async () => {
    const importing = await openImporting();
    const { give, as, store } = importing;
    const id = idIn(await give(file()));
    await as(desk)('announce', {
      id,
      'title.en': 'The Assembly',
      'title.es': 'Asamblea',
      'body.es': 'Inscríbase.',
      reminders: '1d,1h',
    });
    const reply = await give(file({ 'DTSTART:': '20271008T120000Z', 'LOCATION:': 'Dakar', 'SEQUENCE:': '1' }));
    expect(textOf(reply)).toContain('Changed, to be confirmed: 1 event');
    expect(idIn(reply)).toBe(id);
    expect((await store.announcements.get(id))?.content).toMatchObject({
      texts: {
        en: { title: 'The Assembly', body: 'Please register.' },
        es: { title: 'Asamblea', body: 'Inscríbase.' },
      },
      event: { startAt: Date.parse('2027-10-08T12:00Z'), place: 'Dakar' },
      reminders: ['1d', '1h'],
    });
  });

  test('says when words that were written here give way to those of the file', async () => {
    const { give, as, store } = await openImporting();
    const id = idIn(await give(file()));
    await as(desk)('announce', { id, 'body.en': 'Register **now**.' });
    const reply = await give(file({ 'DESCRIPTION:': 'Registration is over.' }));
    expect(textOf(reply)).toContain('words written here were replaced by those of the file');
    expect((await store.announcements.get(id))?.content.texts.en?.body).toBe('Registration is over.');
  });

  test('changes what stands in the channels only when somebody confirms it', async () => {
    const importing = await openImporting();
    const { give, press, as, deliver, seen, store } = importing;
    const id = await publishFile(importing);
    expect(seen('news')).toEqual(['General Assembly\n\nPlease register.']);
    const reply = await give(file({ 'SUMMARY:': 'Assembly', 'DTSTART:': '20271009T080000Z', 'SEQUENCE:': '1' }));
    expect(textOf(reply)).toContain('Changed, to be confirmed: 1 event');
    await deliver();
    expect(seen('news')).toHaveLength(1);
    expect(seen('news')[0]).toContain('General Assembly');
    await press(await as(desk)('announcement', { action: 'preview', id }), 'confirm');
    await deliver();
    expect(seen('news')[0]).toBe('Assembly\n\nPlease register.');
    expect((await store.announcements.get(id))?.content.event?.startAt).toBe(Date.parse('2027-10-09T08:00Z'));
  });

  test('takes out reminders whose time would have passed', async () => {
    const importing = await openImporting();
    const id = await publishFile(importing);
    const reply = await importing.give(file({ 'DTSTART:': '20271001T120000Z', 'SEQUENCE:': '1' }));
    expect(textOf(reply)).toContain('reminders whose time would have passed were taken out');
    expect((await importing.store.announcements.get(id))?.content.reminders).toEqual([]);
  });

  test('keeps when it is posted where the zone of the event changes', async () => {
    const { give, as, store } = await openImporting();
    const id = idIn(await give(file({ 'DTSTART;TZID=Europe/Madrid:': '20271007T100000' })));
    await as(desk)('announce', { id, publishAt: '2027-10-04 09:00' });
    await give(file({ 'DTSTART;TZID=Asia/Seoul:': '20271007T100000' }));
    expect((await store.announcements.get(id))?.content).toMatchObject({
      zone: 'Asia/Seoul',
      publishAt: Date.parse('2027-10-04T09:00+02:00'),
      event: { startAt: Date.parse('2027-10-07T10:00+09:00'), zone: 'Asia/Seoul' },
    });
  });

  test.each([
    ['by its number', { 'SEQUENCE:': '4' }, { 'SEQUENCE:': '3' }],
    ['by its date', { 'LAST-MODIFIED:': '20270902T000000Z' }, { 'LAST-MODIFIED:': '20270901T000000Z' }],
  ])('changes nothing when it is older, %s', async (_name, newer, older) => {
    const { give, store } = await openImporting();
    const id = idIn(await give(file(newer)));
    const reply = await give(file({ ...older, 'SUMMARY:': 'Old title' }));
    expect(textOf(reply)).toContain('in a newer state than in this file: 1 event');
    expect((await store.announcements.get(id))?.revision).toBe(1);
  });

  test('says that it was withdrawn here, and drafts it once more on request', async () => {
    const { give, as, contents } = await openImporting();
    const id = idIn(await give(file()));
    await as(desk)('announcement', { action: 'cancel', id });
    const reply = await give(file({ 'SUMMARY:': 'Another title', 'SEQUENCE:': '1' }));
    expect(textOf(reply)).toContain('Withdrawn here earlier: 1 event');
    expect(textOf(reply)).toContain('choose “Draft once more what was withdrawn”');
    const anew = await give(file(), { anew: 'true' });
    expect(idIn(anew)).not.toBe(id);
    expect(await contents()).toHaveLength(2);
    expect(textOf(await give(file()))).toContain('Already there, unchanged: 1 event');
  });
});

describe('an event that does not take place', () => {
  const cancelled = file({ 'STATUS:': 'CANCELLED', 'SEQUENCE:': '2' });

  test('is skipped when it is not known', async () => {
    const { give, contents } = await openImporting();
    expect(textOf(await give(cancelled))).toContain('Cancelled and not known here, left out: 1 event');
    expect(await contents()).toEqual([]);
  });

  test.each([
    cancelled,
    calendarText('METHOD:CANCEL', 'BEGIN:VEVENT', 'UID:e1@example.org', 'SEQUENCE:2', 'END:VEVENT'),
  ])('is cancelled in the announcement, once, and taken up again when the file has it again', async (text) => {
    const importing = await openImporting();
    const { give, store, as, press } = importing;
    const id = await publishFile(importing);
    const reply = await give(text);
    expect(textOf(reply)).toContain('Cancelled, to be confirmed: 1 event');
    expect(idIn(reply)).toBe(id);
    expect((await store.announcements.get(id))?.content.event?.cancelled).toBe(true);
    await press(await as(desk)('announcement', { action: 'preview', id }), 'confirm');
    expect(textOf(await give(text))).toContain('Already there, unchanged: 1 event');
    const again = await give(file({ 'SEQUENCE:': '3' }));
    expect(textOf(again)).toContain('Changed, to be confirmed: 1 event');
    expect((await store.announcements.get(id))?.content.event?.cancelled).toBeUndefined();
  });

  test('leaves a draft to be withdrawn with its button', async () => {
    const { give, as, store } = await openImporting();
    const id = idIn(await give(file()));
    const reply = await give(cancelled);
    expect(textOf(reply)).toContain('still a draft here: 1 event');
    const [withdraw] = commandsIn(reply);
    await as(desk)(withdraw?.command ?? '', { ...withdraw?.options });
    expect((await store.announcements.get(id))?.status).toBe('cancelled');
  });
});

const weekly = (start = '20270104T080000Z', ...more: string[]) =>
  calendarText(...eventLines({ 'DTSTART:': start, 'DURATION:': 'PT1H' }, 'RRULE:FREQ=WEEKLY', ...more));

describe('an event that recurs', () => {
  const dayMs = 24 * 3_600_000;

  test('has a draft for its next time, and another one when that is over', async () => {
    const { give, contents, wait } = await openImporting();
    await give(weekly());
    expect(textOf(await give(weekly()))).toContain('Already there, unchanged: 1 event');
    wait(4 * dayMs);
    expect(textOf(await give(weekly()))).toContain('Drafted: 1 event');
    expect((await contents()).map(({ event }) => event?.startAt)).toEqual([
      Date.parse('2027-10-04T08:00Z'),
      Date.parse('2027-10-11T08:00Z'),
    ]);
  });

  test('moves with all its times', async () => {
    const { give, contents } = await openImporting();
    await give(weekly());
    expect(textOf(await give(weekly('20270105T090000Z')))).toContain('Changed, to be confirmed: 1 event');
    expect((await contents()).map(({ event }) => event?.startAt)).toEqual([Date.parse('2027-10-05T09:00Z')]);
    expect(textOf(await give(weekly('20270105T090000Z')))).toContain('Already there');
  });

  test('has its time cancelled that was taken out, and the one after it drafted', async () => {
    const importing = await openImporting();
    const id = await publishFile(importing, weekly());
    const reply = await importing.give(weekly(undefined, 'EXDATE:20271004T080000Z'));
    expect(textOf(reply)).toContain('Cancelled, to be confirmed: 1 event');
    expect(textOf(reply)).toContain('Drafted: 1 event');
    expect((await importing.store.announcements.get(id))?.content.event?.cancelled).toBe(true);
    expect((await importing.contents()).map(({ event }) => event?.startAt)).toEqual([
      Date.parse('2027-10-04T08:00Z'),
      Date.parse('2027-10-11T08:00Z'),
    ]);
    const again = textOf(await importing.give(weekly(undefined, 'EXDATE:20271004T080000Z')));
    expect(again).toContain('Already there, unchanged');
    expect(again).not.toContain('Drafted');
  });

  test('has a single time changed that comes in a file of its own', async () => {
    const { give, contents } = await openImporting();
    await give(weekly());
    const moved = eventLines({ 'DTSTART:': '20271005T100000Z', 'SEQUENCE:': '1' }, 'RECURRENCE-ID:20271004T080000Z');
    expect(textOf(await give(calendarText('METHOD:REQUEST', ...moved)))).toContain('Changed, to be confirmed: 1 event');
    expect((await contents()).map(({ event }) => event?.startAt)).toEqual([Date.parse('2027-10-05T10:00Z')]);
  });

  test('leaves single times that came without the others alone', async () => {
    const { give, contents } = await openImporting();
    const single = eventLines({ 'DTSTART:': '20271018T100000Z' }, 'RECURRENCE-ID:20271018T080000Z');
    await give(calendarText(...single));
    expect(textOf(await give(weekly()))).toContain('Drafted: 1 event');
    expect(await contents()).toHaveLength(2);
  });
});
