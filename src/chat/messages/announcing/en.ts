import { form } from '../announcement-form/en.ts';
import { counter } from '../counter.ts';
import { preview } from '../preview/en.ts';
import { report } from '../report/en.ts';

const channels = counter('en', 'channel', 'channels');
const copies = counter('en', 'copy', 'copies');
const deliveries = counter('en', 'delivery', 'deliveries');
const announcements = counter('en', 'announcement', 'announcements');

/** What the commands for announcements and audiences say. */
export const announcing = {
  form,
  preview,
  report,
  refused: (contact: string) =>
    `Announcements are in the hands of the secretariat. If something should be announced, please write to ${contact}.`,
  pingRefused: (role: string) =>
    `This announcement notifies everybody, which takes the role “${role}”. Please switch that off in the announcement, or ask somebody who has the role to confirm it.`,
  ownApproval:
    'Somebody else of the secretariat has to confirm this announcement: whoever wrote it, or passed it on, may not. They find it in the list of announcements.',
  unknownAnnouncement: (id: string) =>
    `There is no announcement “${id}”. Please choose one from the list of announcements.`,
  missingId: 'Please say which announcement is meant: choose it from the list of announcements.',
  unknownAction: (action: string, known: string) =>
    `“${action}” cannot be done with an announcement. Possible are: ${known}.`,
  wrongRevision: (value: string) =>
    `“${value}” is not the number of a revision. Please open the announcement from the list and change it there.`,
  seeList: 'List of announcements',
  closedCancelled: 'This announcement was cancelled and cannot be changed any more. Please write a new one.',
  closedRetracted: 'This announcement was taken back and cannot be changed any more. Please write a new one.',
  changedMeanwhile:
    'Somebody else has changed this announcement in the meantime. What you wrote is kept here; sending it again replaces what they wrote.',
  againRevision:
    'The announcement was changed after the preview that you confirmed. Nothing has been done: please look at it as it stands now and confirm again.',
  againPlan:
    'Since your preview, something about the channels, their languages or what stands there has changed. Nothing has been done: please look at it as it stands now and confirm again.',
  againUnseen: 'An announcement is confirmed from its preview. Here it is:',
  againBlocked: 'This cannot be confirmed yet.',
  sureToPing: (count: number) =>
    `Everybody in ${channels(count)} will be notified, also on their phones. Do you want that?`,
  pingCountChanged: 'The number of channels has changed since you were asked.',
  yesPing: (count: number) => `Yes, notify everybody in ${channels(count)}`,
  backToPreview: 'No, back to the preview',
  sureToRetract: (count: number) =>
    `${copies(count)} of the announcement will be taken back from the channels. This cannot be undone. Do you want that?`,
  yesRetract: (count: number) => `Yes, take back ${copies(count)}`,
  noLeave: 'No, leave it as it is',
  submitted:
    'Your confirmation is noted. Nothing is posted before somebody else of the secretariat has confirmed too; they find it in the list of announcements.',
  confirmed: 'Confirmed.',
  alreadyConfirmed: 'This had been confirmed already; nothing was done twice.',
  cancelled: 'Cancelled. Nothing was posted and nothing will be.',
  alreadyClosed: 'This had been done already; nothing has changed.',
  retracting: (count: number) => `${copies(count)} will be taken back.`,
  notPosted: 'Nothing of this announcement has been posted: there is nothing to take back.',
  retried: (count: number) => `Trying again: ${deliveries(count)}.`,
  nothingToRetry: 'Nothing has failed: there is nothing to try again.',
  released: (count: number) => `Sending now: ${deliveries(count)}.`,
  nothingToRelease: 'Nothing is held because its time had passed.',
  discarded: 'The change was dropped; what was confirmed stands.',
  nothingToDiscard: 'There is no unconfirmed change.',
  alsoConfirms: 'Please note: this also holds a change that somebody made before and nobody has confirmed yet.',
  noComingEvent: 'This announcement tells of no event that is still to come: nothing has changed.',
  saved: 'Stored, but not confirmed yet.',
  list: {
    title: 'Announcements',
    empty: 'There are no announcements yet.',
    missed: 'Their time was missed: please decide',
    drafts: 'Drafts',
    awaiting: 'Waiting for a second confirmation',
    scheduled: 'Scheduled',
    recent: 'Posted',
    closed: 'Cancelled or taken back',
    more: (count: number) => `The newest ${announcements(count)}; older ones are not shown.`,
    changed: (time: string) => `changed ${time}`,
    deliveries: {
      sent: (count: number) => `${count} sent`,
      waiting: (count: number) => `${count} waiting`,
      failed: (count: number) => `${count} failed`,
      held: (count: number) => `${count} held`,
    },
    eventCancelled: 'event cancelled',
    ready: 'the change waits for its confirmation',
    writeNew: 'Write an announcement',
    open: (title: string) => `Open: ${title}`,
  },
};

export type AnnouncingMessages = typeof announcing;
