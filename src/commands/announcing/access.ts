import { textBody } from '../../answers/answer-reply.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Reply, ReplyAction } from '../../chat/reply.ts';
import { hasRole } from '../../chat/role.ts';
import type { AuditRow } from '../../store/store.ts';
import type { CommandContext, CommandResult } from '../command.ts';

/** What a person did, or wanted to do, with an announcement: the first part of the name of its audit row. */
export type AnnouncementAction =
  | 'create'
  | 'revise'
  | 'show'
  | 'preview'
  | 'submit'
  | 'confirm'
  | 'cancel'
  | 'discard'
  | 'retract'
  | 'callOff'
  | 'reinstate'
  | 'retry'
  | 'release';

/** Whether the person may write and direct announcements. */
export function mayAnnounce({ role }: CommandContext): boolean {
  return hasRole(role, 'secretariat');
}

/** Whether the person may have everybody in the channels notified. */
export function mayPing({ role, settings }: CommandContext): boolean {
  return hasRole(role, settings.pingRole);
}

/** What the audit keeps of something done, or refused. */
export function auditRow(
  { person, clock }: CommandContext,
  action: AnnouncementAction | `${AnnouncementAction}.refused`,
  subject: string,
  details: AuditRow['details'] = {},
): AuditRow {
  return { at: clock(), personId: person.id, action: `announcement.${action}`, subject, details };
}

/** Says no, politely, and has it on record. */
export async function refuse(
  context: CommandContext,
  action: AnnouncementAction,
  subject: string,
  sentence: string,
): Promise<CommandResult> {
  await context.store.audit.append(auditRow(context, `${action}.refused`, subject, { role: context.role }));
  return say(context, sentence);
}

/** The refusal of what takes the secretariat's rights; undefined when the person has them. */
export async function refuseMember(
  context: CommandContext,
  action: AnnouncementAction,
  subject: string,
): Promise<CommandResult | undefined> {
  if (mayAnnounce(context)) return undefined;
  return refuse(context, action, subject, messagesIn(context.language).announcing.refused(context.contact));
}

/** A sentence for the person alone. */
export function say({ language }: CommandContext, text: string, actions: readonly ReplyAction[] = []): CommandResult {
  const reply: Reply = { language, body: textBody(text), private: true };
  return { reply: actions.length === 0 ? reply : { ...reply, actions } };
}

/** The way to the list of announcements. */
export function toList({ language }: CommandContext): ReplyAction {
  return { kind: 'command', label: messagesIn(language).announcing.seeList, command: 'announcements', options: {} };
}

/** What is said of an id that no announcement has; long ones are shortened. */
export function unknownAnnouncement(context: CommandContext, id: string): CommandResult {
  const { announcing } = messagesIn(context.language);
  const text = id === '' ? announcing.missingId : announcing.unknownAnnouncement(id.slice(0, 40));
  return say(context, text, mayAnnounce(context) ? [toList(context)] : []);
}
