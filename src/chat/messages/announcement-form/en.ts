import type { Language } from '../../../language.ts';
import { counter } from '../counter.ts';

const names: Readonly<Record<Language, string>> = { en: 'English', es: 'Spanish', fr: 'French' };
const channels = counter('en', 'channel', 'channels');

/** The form in which announcements are written. */
export const form = {
  newTitle: 'New announcement',
  changeTitle: 'Change the announcement',
  submit: 'Preview',
  title: (language: Language) => `Title (${names[language]})`,
  body: (language: Language) => `Text (${names[language]})`,
  bodyHint: 'Markdown: **bold**, lists, [links](https://…). A language without a text stays empty.',
  audience: 'Audience',
  audienceHint: 'The group of channels that gets the announcement.',
  audienceChoice: (name: string, count: number) => `${name} (${channels(count)})`,
  topics: 'Topics',
  topicsHint: 'With commas. Channels that chose topics get it only if one of theirs is here; empty: all channels.',
  publishAt: 'When to post',
  publishAtHint: 'Such as “2027-10-07 10:00” or “tomorrow 18:00”; empty: as soon as you have confirmed.',
  zone: 'Time zone',
  zoneHint: 'The zone of all times here, such as Europe/Madrid.',
  start: 'Event: start',
  startHint: 'Only for an event, such as “2027-10-07 10:00”.',
  end: 'Event: end',
  place: 'Event: place',
  link: 'Event: link',
  linkHint: 'An address that begins with https://.',
  cancelled: 'The event is cancelled',
  cancelledHint: 'Every copy says so, a short message is posted, reminders are withdrawn.',
  reminders: 'Reminders before the event',
  reminder: { '7d': '7 days before', '1d': '1 day before', '1h': '1 hour before' },
  missing: 'Channels in a language without a text',
  missingHint: 'You can also decide when you see the preview.',
  missingHold: 'Post nothing there',
  missingLanguage: (language: Language) => `Post the ${names[language]} text there, with a notice`,
  pings: 'Notify everybody in the channels',
  pingsHint: 'Use it rarely: it also rings on phones. You will be asked once more.',
  opened: 'Please write the announcement. Nothing is posted before you have seen the preview and confirmed it.',
  openedChange: 'Please change what has to change. Nothing is changed in the channels before you have confirmed.',
  problems: (count: number) =>
    count === 1
      ? 'One thing has to be put right; everything that you wrote is kept:'
      : `${count} things have to be put right; everything that you wrote is kept:`,
  fileProblems: (count: number) =>
    count === 1
      ? 'One thing has to be put right in the file. Nothing has been stored:'
      : `${count} things have to be put right in the file. Nothing has been stored:`,
  line: (line: number, message: string) => `Line ${line}: ${message}`,
  labelled: (label: string, message: string) => `${label}: ${message}`,
  pingRefused: (role: string) =>
    `You may not notify everybody: that takes the role “${role}”. Please switch it off, or ask somebody who has the role to write the announcement.`,
  noAudience:
    'There is no audience yet, and an announcement needs one. Please make one first with the command “audience”: action add, a name, a channel and its language.',
};

export type AnnouncementFormMessages = typeof form;
