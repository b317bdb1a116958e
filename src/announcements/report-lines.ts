import type { PhrasingContent } from 'mdast';
import { link, strong } from '../chat/blocks.ts';
import { readableInstant } from '../chat/event-text.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Language } from '../language.ts';
import { channelConditions, countConditions, type ChannelCondition, type ChannelState } from './channel-states.ts';
import { isUpdateSlot, reminderIn } from './slots.ts';

/** What the lines of a report have in common. */
export interface LineContext {
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
  /** The author's. */
  readonly zone: string;
}

const troubling: readonly ChannelCondition[] = ['failed', 'held', 'gone', 'checking'];

/** What somebody should look at, worst first: also what waits because a try has failed. */
export function troubles(states: readonly ChannelState[]): ChannelState[] {
  return states
    .filter(({ condition, nextTryAt }) => troubling.includes(condition) || nextTryAt !== undefined)
    .toSorted((a, b) => channelConditions.indexOf(a.condition) - channelConditions.indexOf(b.condition));
}

/** How many channels stand where, in words. */
export function countLines(states: readonly ChannelState[], language: Language): string[] {
  const { report } = messagesIn(language).announcing;
  const counts = countConditions(states);
  return channelConditions.toReversed().flatMap((condition) => {
    const count = counts.get(condition);
    return count === undefined ? [] : [report[condition](count)];
  });
}

/** One line for each message besides the announcement itself: about a change, or a reminder. */
export function messageLines(states: readonly ChannelState[], { language, zone }: LineContext): string[] {
  const { report, form } = messagesIn(language).announcing;
  return [...Map.groupBy(states, ({ slot }) => slot)].map(([slot, messages]) => {
    const at = Math.max(...messages.slice(0, 1).map(({ scheduledAt }) => scheduledAt));
    const counts = countLines(messages, language).join(' · ');
    const when = readableInstant(at, zone, language);
    const label = isUpdateSlot(slot) ? report.update(when) : report.reminder(reminderName(slot, language), when);
    return form.labelled(label, counts);
  });
}

/** Where, what, why, and the one thing to do. */
export function troubleItem(state: ChannelState, { language, names, zone }: LineContext): (string | PhrasingContent)[] {
  const { report } = messagesIn(language).announcing;
  const about = [
    report.inState[state.condition],
    ...(state.slot === '' ? [] : [messageName(state.slot, language)]),
    ...(state.outdated ? [report.updating] : []),
  ].join(', ');
  const why = state.reason === undefined ? '' : `. ${report.reasons[state.reason]}`;
  const next =
    state.nextTryAt === undefined ? '' : ` ${report.nextTry(readableInstant(state.nextTryAt, zone, language))}`;
  return [strong(nameOf(state, names)), ` – ${about}${why}${next}`, ...linkTo(state, language)];
}

export function sentItem(state: ChannelState, { language, names, zone }: LineContext): (string | PhrasingContent)[] {
  const when = state.sentAt === undefined ? '' : ` – ${readableInstant(state.sentAt, zone, language)}`;
  return [strong(nameOf(state, names)), when, ...linkTo(state, language)];
}

function linkTo({ url }: ChannelState, language: Language): (string | PhrasingContent)[] {
  return url === undefined ? [] : [' – ', link(messagesIn(language).announcing.report.open, url)];
}

function nameOf({ channel }: ChannelState, names: ReadonlyMap<string, string>): string {
  return names.get(channel) ?? channel;
}

function messageName(slot: string, language: Language): string {
  const { report } = messagesIn(language).announcing;
  return isUpdateSlot(slot) ? report.updateOf : report.reminderOf(reminderName(slot, language));
}

function reminderName(slot: string, language: Language): string {
  const offset = reminderIn(slot);
  return offset === undefined ? slot : messagesIn(language).announcing.form.reminder[offset];
}
