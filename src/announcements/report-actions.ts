import { messagesIn } from '../chat/messages.ts';
import type { ReplyAction } from '../chat/reply.ts';
import type { Language } from '../language.ts';
import type { Announcement } from './announcement.ts';
import type { ChannelState } from './channel-states.ts';
import type { DeliveryProgress } from './delivery.ts';
import { endOf } from './event-change.ts';
import { planRetraction } from './plan-deliveries.ts';

/** What can be done with an announcement as things stand; `all` are the states of everything that was posted. */
export function reportActions(
  { id, status, revision, confirmedRevision, content: { event } }: Announcement,
  deliveries: readonly DeliveryProgress[],
  all: readonly ChannelState[],
  { language, now }: { readonly language: Language; readonly now: number },
): ReplyAction[] {
  const { report } = messagesIn(language).announcing;
  const act = (label: string, action: string, style?: 'primary' | 'danger'): ReplyAction => ({
    kind: 'command',
    label,
    command: 'announcement',
    options: { action, id },
    ...(style === undefined ? {} : { style }),
  });
  const edit: ReplyAction = { kind: 'command', label: report.edit, command: 'announce', options: { id } };
  // As long as a change is open, the event is what the change says; confirming or dropping it comes first.
  const isOpen = revision > confirmedRevision;
  const isToCome = event !== undefined && endOf(event) > now;
  const callOff =
    isToCome && event.cancelled !== true
      ? [act(report.callOff, 'callOff', 'danger')]
      : isToCome && !isOpen
        ? [act(report.reinstate, 'reinstate')]
        : [];
  const failed = channelCount(all.filter(({ condition }) => condition === 'failed'));
  const missed = channelCount(all.filter(({ condition, reason }) => condition === 'held' && reason === 'missed'));
  const retry = failed === 0 ? [] : [act(report.retry(failed), 'retry', 'primary')];

  switch (status) {
    case 'draft':
    case 'awaiting':
      return [act(report.seeChange, 'preview', 'primary'), edit];
    case 'cancelled':
      return [];
    case 'retracted':
      return [...retry, ...refresh(all, act(report.refresh, 'show'))];
    case 'confirmed': {
      const copies = planRetraction({ id, revision, earlier: deliveries, now }).add.length;
      return [
        ...(isOpen ? [act(report.seeChange, 'preview', 'primary')] : []),
        ...(missed === 0 ? [] : [act(report.release(missed), 'release', 'primary')]),
        ...retry,
        ...refresh(all, act(report.refresh, 'show')),
        edit,
        ...(copies === 0 ? [] : callOff),
        copies === 0 ? act(report.cancel, 'cancel', 'danger') : act(report.retract(copies), 'retract', 'danger'),
      ];
    }
  }
}

function channelCount(states: readonly ChannelState[]): number {
  return new Set(states.map(({ channel }) => channel)).size;
}

function refresh(states: readonly ChannelState[], action: ReplyAction): ReplyAction[] {
  return states.some(({ condition }) => condition === 'waiting' || condition === 'checking') ? [action] : [];
}
