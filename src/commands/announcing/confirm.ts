import { textBody } from '../../answers/answer-reply.ts';
import type { Announcement } from '../../announcements/announcement.ts';
import { judgeConfirmation, type Verdict } from '../../announcements/judge-confirmation.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Command } from '../../chat/incoming.ts';
import type { Records } from '../../store/store.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { auditRow, mayPing, refuse, toList, unknownAnnouncement, say } from './access.ts';
import { lockAnnouncement } from './lock-announcement.ts';
import { planFor, type Planned } from './plan-for.ts';
import { showPreview, showReport } from './show.ts';

interface Outcome {
  /** As it is after the decision. */
  readonly announcement: Announcement;
  readonly verdict: Verdict;
}

/**
 * Confirms what a preview showed. Everything is decided and written in one transaction: the deliveries are in the outbox
 * when the person reads that it is confirmed, once, however often and by however many people it is confirmed.
 */
export async function confirm(
  context: CommandContext,
  id: string,
  options: Command['options'],
): Promise<CommandResult> {
  const outcome = await context.store.transaction((records) => decide(context, records, id, options));
  return outcome === undefined ? unknownAnnouncement(context, id) : answerTo(context, outcome, options);
}

async function decide(
  context: CommandContext,
  records: Records,
  id: string,
  options: Command['options'],
): Promise<Outcome | undefined> {
  const announcement = await lockAnnouncement(records, id);
  if (announcement === undefined) return undefined;
  const planned = await planFor(records, announcement, context);
  const verdict = judgeConfirmation({
    announcement,
    content: announcement.content,
    ...planned,
    now: context.clock(),
    revision: numberIn(options['revision']),
    digest: options['digest'],
    sure: numberIn(options['sure']),
    mayPing: mayPing(context),
    requireApproval: context.settings.requireApproval,
    wrote: (await records.announcements.writerOf(id, announcement.revision)) === context.person.id,
  });
  if (verdict.kind === 'submit') await submit(context, records, announcement);
  if (verdict.kind === 'go') await letGo(context, records, announcement, planned);
  return { announcement: (await records.announcements.get(id)) ?? announcement, verdict };
}

async function submit(context: CommandContext, records: Records, { id, status, revision }: Announcement) {
  await records.announcements.move(id, [status], 'awaiting', context.clock());
  await records.audit.append(auditRow(context, 'submit', id, { revision }));
}

async function letGo(
  context: CommandContext,
  records: Records,
  { id, status, revision, content }: Announcement,
  { plan }: Planned,
): Promise<void> {
  await records.announcements.move(id, [status], 'confirmed', context.clock(), revision);
  if (plan.withdrawIn.length > 0) await records.deliveries.withdraw(id, { channels: plan.withdrawIn });
  await records.deliveries.add(plan.add);
  const details = { revision, digest: plan.digest, deliveries: plan.add.length, pings: content.pings };
  await records.audit.append(auditRow(context, 'confirm', id, details));
}

async function answerTo(
  context: CommandContext,
  { announcement, verdict }: Outcome,
  options: Command['options'],
): Promise<CommandResult> {
  const { language, settings } = context;
  const { announcing } = messagesIn(language);
  const { id } = announcement;
  switch (verdict.kind) {
    case 'closed':
      return showReport(context, announcement);
    case 'already':
      return showReport(context, announcement, announcing.alreadyConfirmed);
    case 'again': {
      const notices = {
        unseen: announcing.againUnseen,
        revision: announcing.againRevision,
        plan: announcing.againPlan,
        blocked: announcing.againBlocked,
      };
      return showPreview(context, announcement, notices[verdict.why]);
    }
    case 'ping':
      return refuse(context, 'confirm', id, announcing.pingRefused(settings.pingRole));
    case 'own':
      return refuse(context, 'confirm', id, announcing.ownApproval);
    case 'sure':
      return askWhetherSure(context, announcement, verdict.count, options);
    case 'submit':
      return say(context, announcing.submitted, [toList(context)]);
    case 'go':
      return { ...(await showReport(context, announcement, announcing.confirmed)), wake: true };
  }
}

/** The second question before everybody is notified; it names the number of channels, and so does its answer. */
function askWhetherSure(
  { language }: CommandContext,
  { id }: Announcement,
  count: number,
  { revision = '', digest = '', sure }: Command['options'],
): CommandResult {
  const { announcing } = messagesIn(language);
  const options = { action: 'confirm', id, revision, digest, sure: String(count) };
  return {
    reply: {
      language,
      ...(sure === undefined ? {} : { notice: announcing.pingCountChanged }),
      body: textBody(announcing.sureToPing(count)),
      actions: [
        { kind: 'command', label: announcing.yesPing(count), command: 'announcement', options, style: 'danger' },
        {
          kind: 'command',
          label: announcing.backToPreview,
          command: 'announcement',
          options: { action: 'preview', id },
        },
      ],
      private: true,
    },
  };
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
