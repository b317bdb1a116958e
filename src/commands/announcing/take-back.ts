import { textBody } from '../../answers/answer-reply.ts';
import type { Announcement } from '../../announcements/announcement.ts';
import { planRetraction } from '../../announcements/plan-deliveries.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Records } from '../../store/store.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { auditRow, unknownAnnouncement } from './access.ts';
import { lockAnnouncement } from './lock-announcement.ts';
import { showReport } from './show.ts';

type Outcome =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'closed' | 'cancelled' | 'notPosted'; readonly announcement: Announcement }
  | { readonly kind: 'sure' | 'retracted'; readonly announcement: Announcement; readonly copies: number };

/**
 * Ends an announcement: `cancel` what has not been posted, `retract` what has. Where copies stand, or may stand, both
 * ask once more and then take every copy back; what has not been tried is not tried any more.
 */
export async function takeBack(
  context: CommandContext,
  id: string,
  action: 'cancel' | 'retract',
  sure: boolean,
): Promise<CommandResult> {
  const { announcing } = messagesIn(context.language);
  const outcome = await context.store.transaction((records) => end(context, records, id, action, sure));
  switch (outcome.kind) {
    case 'unknown':
      return unknownAnnouncement(context, id);
    case 'closed':
      return showReport(context, outcome.announcement, announcing.alreadyClosed);
    case 'notPosted':
      return showReport(context, outcome.announcement, announcing.notPosted);
    case 'cancelled':
      return showReport(context, outcome.announcement, announcing.cancelled);
    case 'sure':
      return askWhetherSure(context, id, outcome.copies);
    case 'retracted': {
      const report = await showReport(context, outcome.announcement, announcing.retracting(outcome.copies));
      return { ...report, wake: true };
    }
  }
}

async function end(
  context: CommandContext,
  records: Records,
  id: string,
  action: 'cancel' | 'retract',
  sure: boolean,
): Promise<Outcome> {
  const announcement = await lockAnnouncement(records, id);
  if (announcement === undefined) return { kind: 'unknown' };
  const { status } = announcement;
  if (status === 'cancelled' || status === 'retracted') return { kind: 'closed', announcement };

  const now = context.clock();
  const removals = async () => {
    const earlier = await records.deliveries.progressOf(id);
    return planRetraction({ id, revision: announcement.revision, earlier, now }).add;
  };
  const copies = (await removals()).length;
  if (copies > 0 && !sure) return { kind: 'sure', announcement, copies };
  if (copies === 0 && action === 'retract') return { kind: 'notPosted', announcement };
  await records.deliveries.withdraw(id);
  // What a dispatcher took up in the meantime could not be withdrawn any more: it is removed.
  const standing = await removals();
  const to = standing.length > 0 ? 'retracted' : 'cancelled';
  await records.deliveries.add(standing);
  await records.announcements.move(id, [status], to, now);
  const details = { revision: announcement.revision, copies: standing.length };
  await records.audit.append(auditRow(context, to === 'retracted' ? 'retract' : 'cancel', id, details));
  const after = (await records.announcements.get(id)) ?? announcement;
  return to === 'retracted'
    ? { kind: 'retracted', announcement: after, copies: standing.length }
    : { kind: 'cancelled', announcement: after };
}

function askWhetherSure({ language }: CommandContext, id: string, copies: number): CommandResult {
  const { announcing } = messagesIn(language);
  return {
    reply: {
      language,
      body: textBody(announcing.sureToRetract(copies)),
      actions: [
        {
          kind: 'command',
          label: announcing.yesRetract(copies),
          command: 'announcement',
          options: { action: 'retract', id, sure: String(copies) },
          style: 'danger',
        },
        { kind: 'command', label: announcing.noLeave, command: 'announcement', options: { action: 'show', id } },
      ],
      private: true,
    },
  };
}
