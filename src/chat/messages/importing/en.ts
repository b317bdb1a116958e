import { counter } from '../counter.ts';

const events = counter('en', 'event', 'events');
const moreEvents = counter('en', 'more event', 'more events');
const entries = counter('en', 'other entry', 'other entries');
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What is said of calendar files that are made into drafts. */
export const importing = {
  title: 'Import of a calendar file',
  shortened: 'This text was longer in the calendar and has been shortened.',
  intro:
    'Please choose a calendar file (.ics). Each event to come in it becomes a draft; nothing is posted before you have seen its preview and confirmed it.',
  submit: 'Import',
  file: 'Calendar file',
  fileHint: 'A file with the ending .ics, as Outlook, Google Calendar and Apple Calendar save it; up to 1 MB.',
  fileMissing:
    'There is no file here, or nothing stands in it. Please choose a calendar file, or paste what stands in it.',
  audience: 'Audience',
  audienceHint: 'The group of channels for which the drafts are meant.',
  audienceMissing: (names: string) => `There are several audiences: ${names}. Please choose one.`,
  language: 'Language of the events',
  languageHint: 'The language in which the file is written.',
  languageFromText: 'As the texts show',
  anew: 'Draft once more what was withdrawn',
  anewHint: 'Only for events whose announcement was cancelled or taken back.',
  problems: (count: number) =>
    count === 1
      ? 'One thing in the file has to be put right:'
      : `${new Intl.NumberFormat('en').format(count)} things in the file have to be put right:`,
  nothingImported: 'Nothing was imported from this file.',
  noEvents: 'There are no events in this file.',
  others: (count: number) =>
    count === 1
      ? 'One other entry in the file (a task, a note or the like) was left out: it is no event.'
      : `${entries(count)} in the file (tasks, notes and the like) were left out: they are no events.`,
  toConfirm: 'Nothing is posted before somebody has confirmed it from its preview.',
  more: (count: number) => `… and ${moreEvents(count)}.`,
  moreProblems: (count: number) => `… and ${new Intl.NumberFormat('en').format(count)} more.`,
  moreInList: 'The others are in the list of announcements.',
  withdraw: (title: string) => `Withdraw the draft: ${title}`,
  at: (line: number) => `line ${line}`,
  kind: {
    drafted: (count: number) => `Drafted: ${events(count)}`,
    changed: (count: number) => `Changed, to be confirmed: ${events(count)}`,
    cancelled: (count: number) => `Cancelled, to be confirmed: ${events(count)}`,
    cancelDraft: (count: number) => `Cancelled in the calendar, still a draft here: ${events(count)}`,
    refused: (count: number) => `Could not be taken: ${events(count)}`,
    closed: (count: number) => `Withdrawn here earlier: ${events(count)}`,
    ownDiffers: (count: number) => `From the assistant’s own calendar, with another time: ${events(count)}`,
    there: (count: number) => `Already there, unchanged: ${events(count)}`,
    older: (count: number) => `Already there, in a newer state than in this file: ${events(count)}`,
    own: (count: number) => `From the assistant’s own calendar: ${events(count)}`,
    page: (count: number) => `From the assistant’s own pages: ${events(count)}`,
    unknownCancelled: (count: number) => `Cancelled and not known here, left out: ${events(count)}`,
    over: (count: number) => `Over, left out: ${events(count)}`,
  },
  advice: {
    cancelDraft: 'Nothing of it has been posted: withdraw the draft.',
    closed: 'To draft it once more, import the file again and choose “Draft once more what was withdrawn”.',
    ownDiffers: 'If the file is right, please change the time in the announcement itself.',
  },
  note: {
    floating: (zone: string) => `no time zone in the file: taken as ${zone}`,
    allDay: (zone: string) => `whole day: from 00:00 to 00:00 in ${zone}; please give the hours`,
    recurs: 'recurs: this is the next time',
    zoneOfFile: (zone: string) => `the file has a time zone of its own: shown in ${zone}`,
    tentative: 'marked as tentative',
    private: 'marked as private: please check that it may be announced',
    titleShortened: 'title shortened; the whole of it begins the text',
    bodyShortened: 'text shortened, which it says at its end',
    placeShortened: 'place shortened; the whole of it begins the text',
    linkLeft: 'its link does not begin with https:// or is too long; it stands in the text',
    noDescription: 'no text in the file: the title stands there; please write one',
    remindersDropped: 'reminders whose time would have passed were taken out',
    wordsReplaced: 'words written here were replaced by those of the file',
  },
  problem: {
    notText: () =>
      'This is not a text in UTF-8. Please save or export the calendar anew, as iCalendar (.ics) in UTF-8.',
    tooLarge: (_: string, bytes: number) =>
      `The file has ${megabytes(bytes)}; up to 1 MB is read. Please export fewer events, or events without attachments.`,
    notCalendar: (value: string) =>
      `A calendar file begins with BEGIN:VCALENDAR, and this one with “${value}”. Please choose a file with the ending .ics.`,
    unclosed: (value: string, line: number) =>
      line === 0
        ? `${value} begins here and never ends: END:${value} is missing. The file may have been cut off; please export it anew.`
        : `${value} begins here and has not ended when line ${line} ends something else. Please export the file anew.`,
    notOpened: (value: string) => `“${value}” stands outside of what was begun. Please export the file anew.`,
    noColon: (value: string) =>
      `“${value}” is no property: a name, a colon and a value are wanted. A line that goes on has to begin with a space.`,
    badParameters: (value: string) => `What stands between ${value} and its colon cannot be read.`,
    noUid: (value: string) =>
      `${value === '' ? 'This event' : `The event “${value}”`} has no UID, without which it could not be recognised again.`,
    longUid: (value: string) => `The UID “${value}” is too long; up to 1,000 bytes are taken.`,
    noSummary: () => 'This event has no title (SUMMARY).',
    noStart: (value: string) => `${value === '' ? 'This event' : `The event “${value}”`} has no start (DTSTART).`,
    badTime: (value: string) =>
      `“${value}” is no date that exists. Wanted is a form such as 20271007T100000 or, for a whole day, 20271007.`,
    badDuration: (value: string) => `“${value}” is no duration. Wanted is a form such as PT1H30M or P2D.`,
    endBeforeStart: (value: string) => `The event ends before it begins: ${value}.`,
    unknownZone: (value: string) =>
      `The time zone “${value}” is not known, and the file does not say enough of it. Wanted is a name such as Europe/Madrid.`,
    badRecurrence: (value: string) =>
      `“${value}” in the rule of recurrence is not understood. Please write this event as an announcement of its own.`,
    thisAndFuture: (value: string) =>
      `“${value}” changes a time and all that follow it (RANGE), which is not understood. Please export the whole calendar anew.`,
    tooManyRules: (value: string) =>
      `The file asks for more recurring events than can be reckoned at once; left out from here on (“${value}”). Please import them in a file of their own.`,
    tooManyEvents: (_: string, count: number) =>
      `The file holds ${events(count)} to come; up to 500 become drafts at once. Please export a shorter time.`,
  },
};

export type ImportingMessages = typeof importing;
