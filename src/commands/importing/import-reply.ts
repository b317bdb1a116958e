import type { BlockContent, PhrasingContent } from 'mdast';
import { bodyOf, bullets, heading, paragraph, strong, time } from '../../chat/blocks.ts';
import { readableInstant } from '../../chat/event-text.ts';
import { messagesIn } from '../../chat/messages.ts';
import { inertText, shortened } from '../../chat/plain-text.ts';
import type { Reply, ReplyAction } from '../../chat/reply.ts';
import type { CalendarProblem } from '../../events/import/calendar-problem.ts';
import type { Language } from '../../language.ts';
import { outcomeKinds, type ImportOutcome, type OutcomeKind } from './import-outcome.ts';

export interface ImportReplyInput {
  readonly language: Language;
  /** IANA name of the zone in which times without one were taken. */
  readonly zone: string;
  readonly outcomes: readonly ImportOutcome[];
  /** In the order of the lines. */
  readonly problems: readonly CalendarProblem[];
  /** How many entries of the file are no events. */
  readonly others: number;
}

/** As much of each kind is listed; all is counted. */
const listLimit = 30;
/** As many buttons, and as long ones, as every platform has. */
const actionLimit = 20;
const labelLimit = 50;

/** Kinds of which only the number is of use. */
const countedOnly: readonly OutcomeKind[] = ['over', 'page'];

/** What became of each event of a file, what is wrong in it with the lines, and the way to what waits for somebody. */
export function importReply(input: ImportReplyInput): Reply {
  const { language, outcomes, problems, others } = input;
  const { importing } = messagesIn(language);
  const byKind = Map.groupBy(outcomes, ({ kind }) => kind);
  const groups = outcomeKinds.flatMap((kind) => groupBlocks(kind, byKind.get(kind) ?? [], input));
  const waits = outcomes.some(({ kind }) => kind === 'drafted' || kind === 'changed' || kind === 'cancelled');
  const actions = actionsOf(byKind, language);
  const isEmpty = outcomes.length === 0 && problems.length === 0;
  return {
    language,
    title: importing.title,
    body: bodyOf([
      ...(isEmpty ? [paragraph(importing.noEvents)] : []),
      ...problemBlocks(problems, language),
      ...groups,
      ...(others > 0 ? [paragraph(importing.others(others))] : []),
      ...(waits ? [paragraph(importing.toConfirm)] : []),
      ...(actions.isCut ? [paragraph(importing.moreInList)] : []),
    ]),
    ...(actions.shown.length > 0 && { actions: actions.shown }),
    private: true,
    ...((isEmpty || problems.length > 0 || byKind.has('refused')) && { failed: true }),
  };
}

/** What is wrong with a file of which nothing could be taken. */
export function unreadableReply(problems: readonly CalendarProblem[], language: Language): Reply {
  const { importing } = messagesIn(language);
  return {
    language,
    body: bodyOf([...problemBlocks(problems, language), paragraph(importing.nothingImported)]),
    private: true,
    failed: true,
  };
}

/** What is wrong in a file, a sentence or two each. */
export function problemLines(problems: readonly CalendarProblem[], language: Language): string[] {
  const { importing, announcing } = messagesIn(language);
  return problems.map(({ line, kind, value, about }) =>
    announcing.form.line(line, importing.problem[kind](inertText(value), about ?? 0)),
  );
}

function problemBlocks(problems: readonly CalendarProblem[], language: Language): BlockContent[] {
  if (problems.length === 0) return [];
  const { importing } = messagesIn(language);
  const lines = problemLines(problems.slice(0, listLimit), language).map((line) => [line]);
  const left = problems.length - lines.length;
  return [
    paragraph(importing.problems(problems.length)),
    bullets(lines),
    ...(left > 0 ? [paragraph(importing.moreProblems(left))] : []),
  ];
}

function groupBlocks(kind: OutcomeKind, outcomes: readonly ImportOutcome[], input: ImportReplyInput): BlockContent[] {
  if (outcomes.length === 0) return [];
  const { importing } = messagesIn(input.language);
  const name = importing.kind[kind](outcomes.length);
  if (countedOnly.includes(kind)) return [paragraph(name)];
  const left = outcomes.length - listLimit;
  const advice =
    kind === 'cancelDraft' || kind === 'closed' || kind === 'ownDiffers' ? importing.advice[kind] : undefined;
  return [
    heading(name),
    bullets(outcomes.slice(0, listLimit).map((outcome) => itemLine(outcome, input))),
    ...(left > 0 ? [paragraph(importing.more(left))] : []),
    ...(advice === undefined ? [] : [paragraph(advice)]),
  ];
}

function itemLine(
  { title, when, line, notes, problems = [] }: ImportOutcome,
  { language, zone }: ImportReplyInput,
): (string | PhrasingContent)[] {
  const { importing } = messagesIn(language);
  const details = [
    importing.at(line),
    ...notes.map((note) => {
      const words = importing.note[note];
      return typeof words === 'string' ? words : words(zone);
    }),
    ...problems,
  ];
  const name = inertText(title).trim();
  return [
    ...(name === '' ? [] : [strong(name), ' – ']),
    ...(when === undefined ? [] : [time(readableInstant(when.startAt, when.zone, language), when.startAt), ' · ']),
    details.join(' · '),
  ];
}

function actionsOf(byKind: ReadonlyMap<OutcomeKind, readonly ImportOutcome[]>, language: Language) {
  const { importing, announcing } = messagesIn(language);
  const all = outcomeKinds.flatMap((kind) =>
    (byKind.get(kind) ?? []).flatMap(({ announcementId: id, title }): ReplyAction[] => {
      if (id === undefined) return [];
      const name = shortened(inertText(title), labelLimit);
      if (kind === 'cancelDraft') {
        const options = { action: 'cancel', id };
        return [{ kind: 'command', label: importing.withdraw(name), command: 'announcement', options }];
      }
      const isWaiting = kind === 'drafted' || kind === 'changed' || kind === 'cancelled';
      const label = announcing.list.open(name);
      return isWaiting
        ? [{ kind: 'command', label, command: 'announcement', options: { action: 'preview', id } }]
        : [{ kind: 'command', label, command: 'announcements', options: { id } }];
    }),
  );
  const unique = [...new Map(all.map((action) => [JSON.stringify(action), action])).values()];
  const isCut = unique.length > actionLimit;
  const toList: ReplyAction = { kind: 'command', label: announcing.seeList, command: 'announcements', options: {} };
  return { isCut, shown: isCut ? [...unique.slice(0, actionLimit - 1), toList] : unique };
}
