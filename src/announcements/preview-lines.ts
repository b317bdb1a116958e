import { platformName } from '../chat/destination.ts';
import { eventLines, readableInstant } from '../chat/event-text.ts';
import { messagesIn } from '../chat/messages.ts';
import { deliveryReasons } from '../errors.ts';
import { languages } from '../language.ts';
import type { Blocker } from './blockers.ts';
import type { NewDelivery } from './delivery.ts';
import { nameList } from './name-list.ts';
import type { PreviewInput } from './preview-reply.ts';
import { isUpdateSlot } from './slots.ts';

/** When, where, how often: one line each. */
export function factLines(input: PreviewInput): string[] {
  const { announcement, audience, plan, names, language } = input;
  const { preview, form } = messagesIn(language).announcing;
  const { content } = announcement;
  const posts = channelsOf(plan.add, 'post');
  const edits = channelsOf(plan.add, 'edit');
  const removals = channelsOf(plan.add, 'remove');
  const updated = plan.add.filter(({ slot }) => isUpdateSlot(slot));
  const pinged = plan.pinged.length;
  return [
    preview.audience(content.audience, audience?.channels.length ?? 0),
    ...(content.topics === undefined ? [] : [preview.topics(content.topics.join(', '))]),
    content.publishAt === undefined
      ? preview.whenNow
      : preview.when(readableInstant(content.publishAt, content.zone, language)),
    ...(content.event === undefined ? [] : eventLines(content.event, language)),
    ...(content.reminders.length === 0 || content.event?.cancelled === true
      ? []
      : [preview.reminders(content.reminders.map((offset) => form.reminder[offset]).join(', '))]),
    ...(edits.length === 0 ? [] : [preview.edits(edits.length)]),
    ...(edits.length === 0 || posts.length === 0 ? [] : [preview.posts(posts.length)]),
    ...(removals.length === 0 ? [] : [preview.removals(removals.length)]),
    ...(updated.length === 0 ? [] : [preview.updates(updated.length)]),
    ...moveLines(input),
    ...languages.flatMap((each) => {
      const channels = new Set(
        plan.add
          .filter(({ kind, slot, status }) => status === 'pending' && slot === '' && kind !== 'remove')
          .filter(({ language: written }) => written === each)
          .map(({ channel }) => channel),
      );
      if (channels.size === 0) return [];
      return [form.labelled(preview.inLanguage(each, channels.size), nameList([...channels], names, language))];
    }),
    ...(plan.held.length > 0 && content.missing === 'hold'
      ? [form.labelled(preview.held(plan.held.length), nameList(plan.held, names, language))]
      : []),
    ...(pinged === 0 ? [] : [preview.pings(pinged)]),
  ];
}

/** What becomes of reminders that were to come. */
function moveLines({ announcement, plan, language }: PreviewInput): string[] {
  const { preview, form } = messagesIn(language).announcing;
  const inWords = (at: number) => readableInstant(at, announcement.content.zone, language);
  return plan.reminderMoves.map(({ offset, from, to }) =>
    to === undefined
      ? preview.reminderDropped(form.reminder[offset], inWords(from))
      : preview.reminderMoves(form.reminder[offset], inWords(from), inWords(to)),
  );
}

/** The channels of a plan in which something of a kind will be done. */
export function channelsOf(deliveries: readonly NewDelivery[], kind: NewDelivery['kind']): string[] {
  const pending = deliveries.filter(
    (delivery) => delivery.kind === kind && delivery.slot === '' && delivery.status === 'pending',
  );
  return [...new Set(pending.map(({ channel }) => channel))];
}

/** What may go wrong without keeping anybody from confirming: one line a cause, with the channels that it concerns. */
export function warningLines(input: PreviewInput): string[] {
  const { announcement, audience, plan, checks, refused, names, language } = input;
  const { preview, report, form } = messagesIn(language).announcing;
  const list = (channels: readonly string[]) => nameList(channels, names, language);
  const going = [...new Set([...channelsOf(plan.add, 'post'), ...channelsOf(plan.add, 'edit')])];
  const unconfigured = plan.add.filter(({ status, reason }) => status === 'held' && reason === 'notConfigured');
  const failing = going.filter((channel) => checks.get(channel)?.ok === false);
  const unchecked = going.filter((channel) => !checks.has(channel));
  const earlier = going.filter((channel) => refused.has(channel) && checks.get(channel)?.ok !== false);
  const lines = deliveryReasons.flatMap((reason) => {
    const channels = failing.filter((channel) => (checks.get(channel)?.reason ?? 'other') === reason);
    return channels.length === 0 ? [] : [form.labelled(list(channels), report.reasons[reason])];
  });
  const gone = audience === undefined || audience.channels.length === 0;
  return [
    ...(gone && announcement.confirmedRevision > 0 ? [preview.noAudienceLeft(announcement.content.audience)] : []),
    ...(plan.dropsEvent ? [preview.dropsEvent] : []),
    ...lines,
    ...(unconfigured.length === 0
      ? []
      : [form.labelled(list([...new Set(unconfigured.map(({ channel }) => channel))]), report.reasons.notConfigured)]),
    ...(earlier.length === 0 ? [] : [preview.refusedEarlier(list(earlier))]),
    ...(unchecked.length === 0 ? [] : [preview.unchecked(list(unchecked))]),
  ];
}

/** What has to be put right before the announcement can be confirmed. */
export function blockerText(blocker: Blocker, { announcement, language, names }: PreviewInput): string {
  const messages = messagesIn(language);
  const { preview } = messages.announcing;
  const { audience, zone } = announcement.content;
  switch (blocker.kind) {
    case 'noAudience':
    case 'emptyAudience':
      return preview[blocker.kind](audience);
    case 'notAnnounced':
    case 'nothing':
      return preview[blocker.kind];
    case 'timePassed':
      return preview.timePassed(readableInstant(blocker.at, zone, language));
    case 'undecided': {
      const missing = blocker.languages.map((each) => messages.languageName(each)).join(', ');
      return `${preview.undecided(missing, blocker.channels.length)} ${nameList(blocker.channels, names, language)}`;
    }
    case 'tooLong':
      return preview.tooLong(
        blocker.part,
        blocker.language,
        platformName(blocker.platform),
        blocker.length,
        blocker.limit,
      );
  }
}
