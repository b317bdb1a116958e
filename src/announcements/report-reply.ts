import type { BlockContent } from 'mdast';
import { bodyOf, bullets, heading, paragraph } from '../chat/blocks.ts';
import { readableInstant } from '../chat/event-text.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Reply } from '../chat/reply.ts';
import type { Language } from '../language.ts';
import type { Announcement } from './announcement.ts';
import { channelStates, reminderStates, updateStates, type ChannelState } from './channel-states.ts';
import type { DeliveryProgress } from './delivery.ts';
import { reportActions } from './report-actions.ts';
import { countLines, messageLines, sentItem, troubleItem, troubles } from './report-lines.ts';
import { titleOf } from './title-of.ts';

export interface ReportInput {
  readonly announcement: Announcement;
  /** All of the announcement, oldest first. */
  readonly deliveries: readonly DeliveryProgress[];
  /** What people call the channels. */
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
  readonly now: number;
  /** Whether the reader may do something about it; otherwise the report has no actions. */
  readonly mayAct: boolean;
  /** What has just been done, or why it was not. */
  readonly notice?: string;
}

/** As many channels in trouble are named, and as many in which all went well; the others are counted. */
const troubleLimit = 50;
const sentLimit = 20;

/** Where an announcement is: how many channels stand where, what needs attention and why, and where it arrived. */
export function reportReply(input: ReportInput): Reply {
  const { announcement, language, notice } = input;
  const closed = announcement.status === 'retracted' || announcement.status === 'cancelled';
  const concerns = ({ kind }: ChannelState) => !closed || kind === 'remove';
  const states = channelStates(input.deliveries).filter(concerns);
  const beside = [...updateStates(input.deliveries), ...reminderStates(input.deliveries)].filter(concerns);
  const actions = input.mayAct ? reportActions(announcement, input.deliveries, [...states, ...beside], input) : [];
  return {
    language,
    title: titleOf(announcement.content, language),
    ...(notice === undefined ? {} : { notice }),
    body: bodyOf(blocksOf(input, states, beside)),
    ...(actions.length === 0 ? {} : { actions }),
    private: true,
    reportsOn: announcement.id,
  };
}

function blocksOf(
  { announcement, names, language, now }: ReportInput,
  states: readonly ChannelState[],
  beside: readonly ChannelState[],
): BlockContent[] {
  const { report } = messagesIn(language).announcing;
  const { zone } = announcement.content;
  const line = { language, names, zone };
  const blocks: BlockContent[] = [paragraph(statusLine(announcement, states, beside, language, now))];
  const change = announcement.confirmedRevision > 0 && announcement.revision > announcement.confirmedRevision;
  if (change && announcement.status === 'confirmed') blocks.push(paragraph(report.unconfirmedChange));

  const counts = [...countLines(states, language), ...messageLines(beside, line)];
  if (counts.length > 0) blocks.push(bullets(counts.map((text) => [text])));

  const attention = troubles([...states, ...beside]);
  if (attention.length > 0) {
    blocks.push(heading(report.attention));
    blocks.push(bullets(attention.slice(0, troubleLimit).map((state) => troubleItem(state, line))));
    if (attention.length > troubleLimit) blocks.push(paragraph(report.more(attention.length - troubleLimit)));
  }

  const arrived = states.filter(({ condition }) => condition === 'sent');
  if (arrived.length > 0) {
    blocks.push(heading(report.arrived));
    blocks.push(bullets(arrived.slice(0, sentLimit).map((state) => sentItem(state, line))));
    if (arrived.length > sentLimit) blocks.push(paragraph(report.more(arrived.length - sentLimit)));
  }
  return blocks;
}

function statusLine(
  { status, content }: Announcement,
  states: readonly ChannelState[],
  beside: readonly ChannelState[],
  language: Language,
  now: number,
): string {
  const { report } = messagesIn(language).announcing;
  const under = states.some(({ condition }) => condition === 'waiting' || condition === 'checking');
  switch (status) {
    case 'draft':
      return report.statusDraft;
    case 'awaiting':
      return report.statusAwaiting;
    case 'cancelled':
      return report.statusCancelled;
    case 'retracted':
      return under ? report.statusRetracting : report.statusRetracted;
    case 'confirmed':
      if (isScheduled(states, now)) {
        const at = Math.min(...firstOf(states));
        return report.statusScheduled(readableInstant(at, content.zone, language));
      }
      if (under) return report.statusPosting;
      return troubles([...states, ...beside]).length > 0 ? report.statusTrouble : report.statusDone;
  }
}

/** Whether everything still lies ahead. */
function isScheduled(states: readonly ChannelState[], now: number): boolean {
  const ahead = states.filter(({ condition }) => condition !== 'held');
  return ahead.length > 0 && ahead.every(({ condition, scheduledAt }) => condition === 'waiting' && scheduledAt > now);
}

function firstOf(states: readonly ChannelState[]): number[] {
  const first = states.find(({ condition }) => condition === 'waiting');
  return first === undefined ? [] : [first.scheduledAt];
}
