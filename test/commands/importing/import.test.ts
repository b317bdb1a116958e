import { describe, expect, test } from 'vitest';
import { appleFile, googleFile, outlookFile } from '../../events/import/sample-files.ts';
import { calendarText, eventLines } from '../../events/import/calendar-text.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { actionsOf, commandsIn, member } from '../announcing/open-newsroom.ts';
import { openImporting } from './open-importing.ts';

const past = (uid: string) => eventLines({ 'UID:': uid, 'DTSTART:': '20270101T100000Z' });

describe('the command import', () => {
  test('drafts an appointment of Outlook, on the clocks and in the words of the file', async () => {
    const { give, contents } = await openImporting();
    const reply = await give(outlookFile);
    expect(textOf(reply)).toContain('Drafted: 1 event');
    expect(textOf(reply)).toContain(
      'Session of the board – Thursday, 7 October 2027, 10:00 (Europe/Paris, UTC+2) · line 21',
    );
    expect(reply.failed).toBeUndefined();
    const [content] = await contents();
    expect(content).toEqual({
      texts: {
        en: {
          title: 'Session of the board',
          body: 'Dear members,\n\nplease join us for the session of the board.\\\n10:00 Opening\\\n10:30 Budget',
        },
      },
      event: {
        startAt: Date.parse('2027-10-07T10:00+02:00'),
        endAt: Date.parse('2027-10-07T13:00+02:00'),
        zone: 'Europe/Paris',
        place: 'Avinyó 15, Barcelona',
      },
      audience: 'all',
      zone: 'Europe/Paris',
      reminders: [],
      pings: false,
    });
  });

  test('drafts a calendar of Google, in the language of its words, with the next time of what recurs', async () => {
    const { give, contents } = await openImporting();
    const reply = await give(googleFile);
    expect(textOf(reply)).toContain('Drafted: 2 events');
    expect(textOf(reply)).toContain('recurs: this is the next time');
    const [monthly, seminar] = await contents();
    expect(seminar?.texts.es).toEqual({
      title: 'Seminario de bosques urbanos',
      body: 'Seminario sobre los bosques urbanos y la salud.\n\nInscripción: formulario (https://example.org/i)',
    });
    expect(seminar?.event).toMatchObject({
      startAt: Date.parse('2027-10-12T15:00Z'),
      zone: 'America/Mexico_City',
      link: 'https://meet.example.org/abc-defg-hij',
    });
    expect(monthly?.event?.startAt).toBe(Date.parse('2027-10-06T11:00-06:00'));
  });

  test('drafts a calendar of Apple, and says what is not plain in it', async () => {
    const { give, contents } = await openImporting();
    const reply = await give(appleFile, {}, 'fr');
    expect(textOf(reply)).toContain('En brouillon\u202F: 2 événements');
    expect(textOf(reply)).toContain('journée entière\u202F: de 00:00 à 00:00 (Europe/Madrid)');
    expect(textOf(reply)).toContain('pas de texte dans le fichier');
    const [workshop, days] = await contents();
    expect(workshop).toMatchObject({
      texts: { fr: { title: 'Atelier sur le logement', body: 'Atelier sur le logement' } },
      event: { place: 'Hôtel de Ville Place de l’Hôtel-de-Ville, Paris', link: 'https://example.org/atelier' },
    });
    expect(days?.event).toMatchObject({
      startAt: Date.parse('2027-11-01T00:00+01:00'),
      endAt: Date.parse('2027-11-03T00:00+01:00'),
      zone: 'Europe/Madrid',
    });
  });

  test('leads from each draft to its preview, from which it is confirmed', async () => {
    const { give, as, press, deliver, seen } = await openImporting();
    const reply = await give(outlookFile, { language: 'en' });
    const [open] = commandsIn(reply);
    const preview = await as(desk)(open?.command ?? '', { ...open?.options });
    expect(preview.previews).toHaveLength(1);
    expect(seen('news')).toEqual([]);
    // The Spanish channel has no text: the author decides, as always.
    await press(await press(preview, 'hold'), 'confirm');
    await deliver();
    expect(seen('news')[0]).toContain('Session of the board');
  });

  test('opens its form without a file, and asks for the audience where there are several', async () => {
    const { as, give, store, contents } = await openImporting();
    const empty = await as(desk)('import');
    expect(empty.form?.fields.map(({ name, kind, value }) => [name, kind, value])).toEqual([
      ['file', 'file', undefined],
      ['audience', 'choice', 'all'],
      ['language', 'choice', 'auto'],
      ['anew', 'switch', 'false'],
    ]);
    await store.audiences.putChannel('board', { channel: 'fake:board', language: 'en', topics: [] });
    const asked = await give(outlookFile, { language: 'fr' });
    expect(asked).toMatchObject({ failed: true, form: { command: 'import' } });
    expect(asked.form?.fields).toMatchObject([
      { name: 'file', value: outlookFile },
      { name: 'audience', problem: 'There are several audiences: all, board. Please choose one.' },
      { name: 'language', value: 'fr' },
      { name: 'anew' },
    ]);
    expect(await contents()).toEqual([]);
    const wrong = await give(outlookFile, { audience: 'bord' });
    expect(wrong.form?.fields[1]?.problem).toMatch(/“bord”.*board/);
    await give(outlookFile, { audience: 'Board', language: 'fr' });
    expect(await contents()).toMatchObject([{ audience: 'board', texts: { fr: { title: 'Session of the board' } } }]);
  });

  test.each([
    ['a web page', '<html>', 'Line 1: A calendar file begins with BEGIN:VCALENDAR, and this one with “<html>”.'],
    ['a file that breaks off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n', 'Line 2: VEVENT begins here and never ends'],
    ['an empty calendar', calendarText(), 'There are no events in this file.'],
    [
      'an event without UID',
      calendarText(...eventLines({ 'UID:': undefined })),
      'Line 4: The event “General Assembly” has no UID',
    ],
  ])('says what is wrong with %s', async (_name, file, expected) => {
    const { give, contents } = await openImporting();
    const reply = await give(file);
    expect(reply.failed).toBe(true);
    expect(textOf(reply)).toContain(expected);
    expect(await contents()).toEqual([]);
  });

  test('asks for another file where one cannot be read, and keeps what was chosen besides', async () => {
    const { give } = await openImporting();
    const { form } = await give('<html>', { language: 'es' });
    expect(form?.fields[0]).not.toHaveProperty('value');
    expect(form?.fields).toMatchObject([
      { name: 'file', problem: expect.stringContaining('Line 1: A calendar file begins with') },
      { name: 'audience', value: 'all' },
      { name: 'language', value: 'es' },
      { name: 'anew' },
    ]);
  });

  test('takes what is right in a file of which something is wrong', async () => {
    const { give, contents } = await openImporting();
    const reply = await give(calendarText(...eventLines({ 'UID:': 'e2', 'DTSTART:': 'soon' }), ...eventLines()));
    expect(reply.failed).toBe(true);
    expect(textOf(reply)).toContain('Line 7: “soon” is no date that exists.');
    expect(textOf(reply)).toContain('Drafted: 1 event');
    expect(await contents()).toHaveLength(1);
  });

  test('skips what is over and counts it', async () => {
    const { give } = await openImporting();
    const reply = await give(calendarText(...past('a'), ...past('b'), ...eventLines()));
    expect(textOf(reply)).toContain('Over, left out: 2 events');
    expect(actionsOf(reply)).toEqual(['preview']);
  });

  test.each([
    [1, 'One other entry in the file (a task, a note or the like) was left out'],
    [2, '2 other entries in the file (tasks, notes and the like) were left out'],
  ])('counts %i entries that are no events', async (count, expected) => {
    const { give } = await openImporting();
    const others = Array.from({ length: count }, () => ['BEGIN:VTODO', 'END:VTODO']).flat();
    expect(textOf(await give(calendarText(...eventLines(), ...others)))).toContain(expected);
  });

  test('counts what finds no room, and says where it is', async () => {
    const { give, store } = await openImporting();
    const lines = Array.from({ length: 45 }, (_, index) => eventLines({ 'UID:': `e${index}` })).flat();
    const reply = await give(calendarText(...lines));
    expect(textOf(reply)).toContain('Drafted: 45 events');
    expect(textOf(reply)).toContain('… and 15 more events.');
    expect(textOf(reply)).toContain('The others are in the list of announcements.');
    expect(reply.actions).toHaveLength(20);
    expect(await store.announcements.list({ statuses: ['draft'], limit: 100 })).toHaveLength(45);
  });

  test('is for the secretariat', async () => {
    const { as, contents, store } = await openImporting();
    const reply = await as(member)('import', { file: outlookFile });
    expect(textOf(reply)).toContain('for the secretariat');
    expect(await contents()).toEqual([]);
    expect((await store.audit.list({ limit: 1 }))[0]?.action).toBe('import.refused');
  });
});
