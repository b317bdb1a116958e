import type { Announcement } from '../../announcements/announcement.ts';
import { previewReply } from '../../announcements/preview-reply.ts';
import { reportReply } from '../../announcements/report-reply.ts';
import type { Reply } from '../../chat/reply.ts';
import type { DeliveryReason } from '../../errors.ts';
import type { Language } from '../../language.ts';
import type { Store } from '../../store/store.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { mayAnnounce } from './access.ts';
import { channelNames, keepNames } from './channel-names.ts';
import { checkDestinations, type Going } from './check-destinations.ts';
import { planFor } from './plan-for.ts';

/** What will be posted when the newest revision is confirmed; `notice` says why it is shown again. */
export async function showPreview(
  context: CommandContext,
  announcement: Announcement,
  notice?: string,
): Promise<CommandResult> {
  const { store, outlets, language, clock, person, settings } = context;
  const { audience, plan } = await planFor(store, announcement, context);
  const going = plan.add.filter(({ kind }) => kind !== 'remove');
  const channels = [...new Set([...plan.add.map(({ channel }) => channel), ...plan.held])];
  const [known, checks] = await Promise.all([
    store.channels.many(channels),
    checkDestinations(outlets, uniqueChannels(going), announcement.content.pings),
  ]);
  await keepNames(store, known, checks);
  const refused = new Map<string, DeliveryReason>();
  for (const { channel, refusedBecause } of known.values()) {
    if (refusedBecause !== undefined) refused.set(channel, refusedBecause);
  }
  const wrote = (await store.announcements.writerOf(announcement.id, announcement.revision)) === person.id;
  const waits = announcement.status === 'awaiting' && settings.requireApproval && wrote;
  const reply = previewReply({
    announcement,
    audience,
    plan,
    names: channelNames(channels, known, checks),
    checks,
    refused,
    language,
    now: clock(),
    confirming: waits ? 'wait' : settings.requireApproval && wrote ? 'submit' : 'go',
    ...(notice === undefined ? {} : { notice }),
  });
  return { reply };
}

function uniqueChannels(deliveries: readonly Going[]): Going[] {
  return [...new Map(deliveries.map(({ channel, language }) => [channel, { channel, language }])).values()];
}

export interface ReportOptions {
  readonly language: Language;
  readonly now: number;
  /** Whether the reader may do something about the announcement: whether the report has actions. */
  readonly mayAct: boolean;
  readonly notice?: string;
}

/** Where an announcement is, as the store has it now: also for reports that are kept up to date. */
export async function announcementReport(
  store: Pick<Store, 'deliveries' | 'channels'>,
  announcement: Announcement,
  options: ReportOptions,
): Promise<Reply> {
  const deliveries = await store.deliveries.progressOf(announcement.id);
  const channels = [...new Set(deliveries.map(({ channel }) => channel))];
  const names = channelNames(channels, await store.channels.many(channels));
  return reportReply({ announcement, deliveries, names, ...options });
}

/** The report for the person who asks. */
export async function showReport(
  context: CommandContext,
  announcement: Announcement,
  notice?: string,
): Promise<CommandResult> {
  const { store, language, clock } = context;
  const reply = await announcementReport(store, announcement, {
    language,
    now: clock(),
    mayAct: mayAnnounce(context),
    ...(notice === undefined ? {} : { notice }),
  });
  return { reply };
}

/** What opening an announcement shows: its preview as long as it waits for a confirmation, then where it is. */
export async function showAnnouncement(context: CommandContext, announcement: Announcement): Promise<CommandResult> {
  const unconfirmed = announcement.status === 'draft' || announcement.status === 'awaiting';
  return unconfirmed ? showPreview(context, announcement) : showReport(context, announcement);
}
