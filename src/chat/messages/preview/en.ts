import type { Language } from '../../../language.ts';
import { counter } from '../counter.ts';

const names: Readonly<Record<Language, string>> = { en: 'English', es: 'Spanish', fr: 'French' };
const channels = counter('en', 'channel', 'channels');
const characters = counter('en', 'character', 'characters');
const others = counter('en', 'more', 'more');

/** What an author sees before confirming. */
export const preview = {
  title: (title: string) => `Preview: ${title}`,
  intro: 'This is what will be posted. Nothing happens before you confirm.',
  introChange: 'This is the changed announcement. The channels keep what they have until you confirm.',
  introApproval: 'A colleague asks for your confirmation. Nothing happens before you confirm.',
  introWaiting:
    'This waits for the confirmation of somebody else of the secretariat: whoever wrote it may not confirm it.',
  audience: (name: string, count: number) => `Audience: ${name} (${channels(count)})`,
  whenNow: 'To be posted: as soon as it is confirmed',
  when: (time: string) => `To be posted: ${time}`,
  event: 'Event',
  topics: (list: string) => `Topics: ${list}`,
  reminders: (list: string) => `Reminders: ${list}`,
  pings: (count: number) => `Everybody in ${channels(count)} is notified.`,
  posts: (count: number) => `Posted for the first time in ${channels(count)}`,
  edits: (count: number) => `Replaces the text in ${channels(count)}`,
  removals: (count: number) => `Taken out of ${channels(count)}`,
  updates: (count: number) => `A short message about the change is posted in ${channels(count)}`,
  reminderMoves: (which: string, from: string, to: string) => `The reminder ${which} moves from ${from} to ${to}`,
  reminderDropped: (which: string, time: string) => `The reminder ${which} (${time}) is withdrawn`,
  held: (count: number) => `Nothing is posted in ${channels(count)}, whose language has no text`,
  inLanguage: (language: Language, count: number) => `${names[language]}, ${channels(count)}`,
  names: (list: string, more: number) => (more === 0 ? list : `${list} and ${others(more)}`),
  blocking: 'Before you can confirm',
  warnings: 'Please note',
  noAudience: (name: string) =>
    `The audience “${name}” does not exist any more. Please change the announcement and choose another one.`,
  emptyAudience: (name: string) =>
    `The audience “${name}” has no channels. Please add some with the command “audience”, or choose another audience.`,
  noAudienceLeft: (name: string) =>
    `The audience “${name}” has no channels any more: only the channels that have a copy are changed.`,
  tooLong: (part: 'title' | 'body' | 'whole', language: Language, platform: string, length: number, limit: number) => {
    const what = { title: 'title', body: 'text', whole: 'announcement as a whole' }[part];
    return `The ${what} in ${names[language]} has ${characters(length)}; ${platform} takes ${limit}. Please shorten it by ${length - limit}.`;
  },
  undecided: (languages: string, count: number) =>
    `There is no text in ${languages}, the language of ${channels(count)}. Please choose what happens there, or add the text. Affected:`,
  timePassed: (time: string) =>
    `The time for posting, ${time}, is over. Please choose another time, or post as soon as you confirm.`,
  nothing: 'There is nothing to post and nothing to change.',
  notAnnounced:
    'Nothing of this event has been posted, so there is nothing to cancel in the channels. Please cancel the announcement; if the event takes place after all, empty the field that cancels it.',
  dropsEvent:
    'The channels were told of an event of which this announcement does not speak any more. Nobody is told so; in calendars it is cancelled. If it does not take place, please drop this change and cancel the event instead.',
  unchecked: (list: string) =>
    `Could not be checked just now; the announcement is sent there all the same, and the report will say how it went: ${list}`,
  refusedEarlier: (list: string) => `An earlier announcement was refused there: ${list}`,
  confirmNow: (count: number) => `Post in ${channels(count)} now`,
  confirmAt: (count: number, time: string) => `Post in ${channels(count)} on ${time}`,
  confirmEdit: (count: number) => `Change it in ${channels(count)}`,
  submit: 'Pass it on for confirmation',
  edit: 'Change the text',
  cancel: 'Cancel the announcement',
  discard: 'Drop this change',
  hold: (count: number) => `Post nothing in these ${channels(count)}`,
  useLanguage: (language: Language) => `Post the ${names[language]} text there, with a notice`,
  sendAtOnce: 'Post as soon as I confirm',
};

export type PreviewMessages = typeof preview;
