import { messagesIn } from '../chat/messages.ts';
import type { ReplyAction } from '../chat/reply.ts';
import { languages, type Language } from '../language.ts';
import type { Blocker } from './blockers.ts';
import { channelsOf } from './preview-lines.ts';
import type { Plan } from './plan-deliveries.ts';
import type { PreviewInput } from './preview-reply.ts';

/** What an author can do with what they see: choose what is open, confirm, change, drop. */
export function previewActions(input: PreviewInput, blockers: readonly Blocker[]): ReplyAction[] {
  const { announcement, language, confirming, plan } = input;
  const { preview } = messagesIn(language).announcing;
  const { id, revision, confirmedRevision } = announcement;
  const confirm: ReplyAction = {
    kind: 'command',
    label: confirming === 'submit' ? preview.submit : confirmLabel(input),
    command: 'announcement',
    options: { action: 'confirm', id, revision: String(revision), digest: plan.digest },
    style: 'primary',
  };
  return [
    ...blockers.flatMap((blocker) => choices(blocker, input)),
    ...(blockers.length === 0 && confirming !== 'wait' ? [confirm] : []),
    { kind: 'command', label: preview.edit, command: 'announce', options: { id } },
    confirmedRevision === 0
      ? cancelAction(announcement, language)
      : { kind: 'command', label: preview.discard, command: 'announcement', options: { action: 'discard', id } },
  ];
}

function cancelAction({ id }: PreviewInput['announcement'], language: Language): ReplyAction {
  const label = messagesIn(language).announcing.preview.cancel;
  return { kind: 'command', label, command: 'announcement', options: { action: 'cancel', id } };
}

function confirmLabel({ announcement, plan, language, now }: PreviewInput): string {
  const { preview } = messagesIn(language).announcing;
  const { publishAt, zone } = announcement.content;
  const posts = channelsOf(plan.add, 'post');
  const isChange = posts.length === 0 || plan.add.some(({ kind }) => kind === 'edit' || kind === 'remove');
  if (plan.isKnown && isChange) return preview.confirmEdit(channelCount(plan));
  return publishAt === undefined || publishAt <= now
    ? preview.confirmNow(posts.length)
    : preview.confirmAt(posts.length, shortInstant(publishAt, zone, language));
}

/** In how many channels something is done, or not done any more. */
function channelCount({ add, withdrawIn }: Plan): number {
  const pending = add.filter(({ status }) => status === 'pending');
  return new Set([...pending.map(({ channel }) => channel), ...withdrawIn]).size;
}

/** An instant as short as a button needs it; the preview itself says it in full. */
function shortInstant(at: number, zone: string, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(at);
}

/** The ways out of what stands against confirming, as far as one click is enough. */
function choices(blocker: Blocker, { announcement, language }: PreviewInput): ReplyAction[] {
  const { preview } = messagesIn(language).announcing;
  const change = (label: string, options: Readonly<Record<string, string>>): ReplyAction => ({
    kind: 'command',
    label,
    command: 'announce',
    options: { id: announcement.id, revision: String(announcement.revision), ...options },
  });
  switch (blocker.kind) {
    case 'undecided':
      return [
        change(preview.hold(blocker.channels.length), { missing: 'hold' }),
        ...languages
          .filter((each) => announcement.content.texts[each] !== undefined)
          .map((each) => change(preview.useLanguage(each), { missing: each })),
      ];
    case 'timePassed':
      return [change(preview.sendAtOnce, { publishAt: '' })];
    case 'notAnnounced':
      return announcement.confirmedRevision === 0 ? [] : [cancelAction(announcement, language)];
    default:
      return [];
  }
}
