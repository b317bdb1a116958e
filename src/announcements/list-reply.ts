import type { BlockContent, PhrasingContent } from 'mdast';
import { bodyOf, bullets, heading, paragraph, strong } from '../chat/blocks.ts';
import { readableInstant } from '../chat/event-text.ts';
import { messagesIn } from '../chat/messages.ts';
import { shortened } from '../chat/plain-text.ts';
import type { Reply, ReplyAction } from '../chat/reply.ts';
import type { Language } from '../language.ts';
import type { Announcement } from './announcement.ts';
import { deliveryStatuses, type DeliveryStatus } from './delivery.ts';
import { titleOf } from './title-of.ts';

/** An announcement as the list shows it. */
export interface ListedAnnouncement {
  readonly announcement: Announcement;
  /** How many of its deliveries stand where. */
  readonly counts: Readonly<Partial<Record<DeliveryStatus, number>>>;
  /** Somebody has to decide what becomes of deliveries whose time was missed. */
  readonly missed: boolean;
}

const groups = ['missed', 'awaiting', 'drafts', 'scheduled', 'recent', 'closed'] as const;

type Group = (typeof groups)[number];

export interface ListInput {
  /** Newest change first. */
  readonly listed: readonly ListedAnnouncement[];
  /** Whether there are older ones, which are not in `listed`. */
  readonly more: boolean;
  readonly language: Language;
  readonly now: number;
  /** The reader's time zone. */
  readonly zone: string;
}

/** The announcements by what waits for whom, each with an action that opens it. */
export function listReply({ listed, more, language, now, zone }: ListInput): Reply {
  const { list } = messagesIn(language).announcing;
  const writeNew: ReplyAction = { kind: 'command', label: list.writeNew, command: 'announce', options: {} };
  const byGroup = Map.groupBy(listed, (item) => groupOf(item, now));
  const inOrder = groups.map((group) => ({ group, items: byGroup.get(group) ?? [] }));
  const blocks = inOrder.flatMap(({ group, items }): BlockContent[] =>
    items.length === 0
      ? []
      : [heading(list[group]), bullets(items.map((item) => itemLine(item, group, language, zone)))],
  );
  return {
    language,
    title: list.title,
    body: bodyOf([
      ...(blocks.length === 0 ? [paragraph(list.empty)] : blocks),
      ...(more ? [paragraph(list.more(listed.length))] : []),
    ]),
    actions: [
      ...inOrder.flatMap(({ items }) =>
        items.map(({ announcement: { id, content } }): ReplyAction => {
          const label = list.open(shortened(titleOf(content, language), labelLimit));
          return { kind: 'command', label, command: 'announcements', options: { id } };
        }),
      ),
      writeNew,
    ],
    private: true,
  };
}

function groupOf({ announcement: { status, content }, counts, missed }: ListedAnnouncement, now: number): Group {
  if (missed) return 'missed';
  switch (status) {
    case 'awaiting':
      return 'awaiting';
    case 'draft':
      return 'drafts';
    case 'cancelled':
    case 'retracted':
      return 'closed';
    case 'confirmed': {
      const begun = deliveryStatuses.some(
        (delivery) => !['pending', 'held', 'withdrawn'].includes(delivery) && (counts[delivery] ?? 0) > 0,
      );
      return !begun && (content.publishAt ?? now) > now ? 'scheduled' : 'recent';
    }
  }
}

function itemLine(
  { announcement, counts }: ListedAnnouncement,
  group: Group,
  language: Language,
  zone: string,
): (string | PhrasingContent)[] {
  const { list } = messagesIn(language).announcing;
  const { content, revision, confirmedRevision, updatedAt } = announcement;
  const inWords = (instant: number) => readableInstant(instant, zone, language);
  const when =
    group === 'scheduled' && content.publishAt !== undefined
      ? inWords(content.publishAt)
      : list.changed(inWords(updatedAt));
  const open = group !== 'closed' && confirmedRevision > 0 && revision > confirmedRevision;
  const details = [
    content.audience,
    when,
    ...(group === 'missed' || group === 'recent' || group === 'closed' ? countTexts(counts, language) : []),
    ...(content.event?.cancelled === true && !open ? [list.eventCancelled] : []),
    ...(open ? [list.ready] : []),
  ];
  return [strong(titleOf(content, language)), ` – ${details.join(' · ')}`];
}

/** Deliveries are counted here, not channels: an edited post counts as often as it was sent. */
function countTexts(counts: ListedAnnouncement['counts'], language: Language): string[] {
  const { deliveries } = messagesIn(language).announcing.list;
  const waiting = (counts.pending ?? 0) + (counts.claimed ?? 0) + (counts.unknown ?? 0);
  return [
    ...((counts.sent ?? 0) > 0 ? [deliveries.sent(counts.sent ?? 0)] : []),
    ...(waiting > 0 ? [deliveries.waiting(waiting)] : []),
    ...((counts.failed ?? 0) > 0 ? [deliveries.failed(counts.failed ?? 0)] : []),
    ...((counts.held ?? 0) > 0 ? [deliveries.held(counts.held ?? 0)] : []),
  ];
}

/** As much of a title fits into the label of a button on every platform; the list has it in full. */
const labelLimit = 50;
