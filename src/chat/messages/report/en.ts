import type { DeliveryReason } from '../../../errors.ts';
import { counter } from '../counter.ts';

const channels = counter('en', 'channel', 'channels');
const copies = counter('en', 'copy', 'copies');

/** Why something has not arrived, in plain words, with one thing to do. */
const reasons: Readonly<Record<DeliveryReason, string>> = {
  notInChannel: 'The assistant is not in this channel. Please have it invited there, then try again.',
  noSuchChannel: 'The platform knows no such channel. Please check its name in the audience.',
  archived: 'The channel is archived. Please have it reopened, or take it out of the audience.',
  noPermission: 'The assistant may not write there. Please ask the channel’s owner to allow it, then try again.',
  unauthorized: 'The platform does not accept the assistant’s key. Please ask its operator to replace the key.',
  tooLarge: 'The platform found the announcement too large. Please shorten the text.',
  malformed:
    'The platform did not accept the form of the announcement. Please simplify the text, for instance its tables.',
  throttled: 'The platform asks us to slow down. Nothing to do: it goes on by itself.',
  unreachable: 'The platform could not be reached. Please try again later.',
  unverified: 'Whether it arrived could not be found out. Please look into the channel before you try again.',
  notConfigured:
    'The assistant is not connected to this platform. Please ask its operator, then change and confirm the announcement again.',
  missed: 'Its time passed while the assistant was not running. Please decide whether it is still to be sent.',
  missingLanguage:
    'There is no text in the channel’s language. Please add one, or choose another language for such channels.',
  gone: 'Somebody deleted the message there. Nothing to do, unless you want to post it there anew by hand.',
  calendarFull:
    'The server’s calendar is full: it takes 100 events that are still to come. Please have some removed there, then try again.',
  eventOver:
    'The platform takes no event that has begun. Nothing to do, unless the time is wrong: then please correct it.',
  other: 'The platform refused it without a reason that the assistant knows. Please try again, or ask its operator.',
};

/** What an author sees after confirming. */
export const report = {
  reasons,
  statusDraft: 'This is a draft. Nothing has been posted.',
  statusAwaiting: 'This waits for the confirmation of somebody else of the secretariat.',
  statusScheduled: (time: string) => `Scheduled for ${time}.`,
  statusPosting: 'The posts are on their way.',
  statusDone: 'Everything that could be posted is posted.',
  statusTrouble: 'Some channels need your attention.',
  statusCancelled: 'This announcement was cancelled. Nothing was posted and nothing will be.',
  statusRetracting: 'The copies are being taken back.',
  statusRetracted: 'This announcement has been taken back.',
  unconfirmedChange: 'There is a change that nobody has confirmed yet.',
  sent: (count: number) => `Sent: ${channels(count)}`,
  waiting: (count: number) => `Waiting: ${channels(count)}`,
  checking: (count: number) => `Being checked for arrival: ${channels(count)}`,
  failed: (count: number) => `Failed: ${channels(count)}`,
  held: (count: number) => `Held: ${channels(count)}`,
  gone: (count: number) => `Deleted in the channel by somebody: ${channels(count)}`,
  takenBack: (count: number) => `Taken back: ${channels(count)}`,
  reminder: (slot: string, time: string) => `Reminder ${slot} (${time})`,
  reminderOf: (slot: string) => `reminder ${slot}`,
  update: (time: string) => `Message about a change (${time})`,
  updateOf: 'message about a change',
  attention: 'Needs attention',
  arrived: 'Sent',
  more: (count: number) => `… and ${channels(count)} more.`,
  inState: {
    sent: 'sent',
    waiting: 'waiting',
    checking: 'being checked',
    failed: 'failed',
    held: 'held',
    gone: 'deleted in the channel',
    takenBack: 'taken back',
  },
  updating: 'the earlier text stands there',
  nextTry: (time: string) => `Next try: ${time}.`,
  open: 'Open',
  retry: (count: number) => `Try again in ${channels(count)}`,
  release: (count: number) => `Send now to ${channels(count)}`,
  edit: 'Change the text',
  cancel: 'Cancel the announcement',
  callOff: 'Cancel the event',
  reinstate: 'The event takes place after all',
  retract: (count: number) => `Take back ${copies(count)}`,
  seeChange: 'See the change',
  refresh: 'Where is it now?',
};

export type ReportMessages = typeof report;
