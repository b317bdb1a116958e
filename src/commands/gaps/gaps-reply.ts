import type { BlockContent, ListItem } from 'mdast';
import { bodyOf, bullets, paragraph, strong } from '../../chat/blocks.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Language } from '../../language.ts';
import type { Undelivered } from '../../store/forward.ts';
import type { GapGroup } from './group-gaps.ts';

export interface GapsReader {
  readonly language: Language;
  /** IANA name of the zone in which dates are given. */
  readonly zone: string;
  /** The heading of a section in the reader's language; undefined when there is no such section any more. */
  readonly headingOf: (sectionId: string) => string | undefined;
  /** Whether the words of questions are kept. */
  readonly keepsQuestions: boolean;
  /** As many groups are shown. */
  readonly limit: number;
  /** What was passed on and did not arrive. */
  readonly undelivered: readonly Undelivered[];
}

/** More comments than this on one subject say the same. */
const commentLimit = 5;

/** What members asked and did not get, one item a group. */
export function gapsReply(groups: readonly GapGroup[], reader: GapsReader): Reply {
  const { language, keepsQuestions, limit, undelivered } = reader;
  const messages = messagesIn(language).questions;
  const retry = { kind: 'command', label: messages.gapsRetry, command: 'gaps', options: { retry: 'true' } } as const;
  const base = {
    language,
    private: true,
    title: messages.gapsTitle,
    ...(undelivered.length === 0 ? {} : { actions: [retry] }),
  } as const;
  const lost = lostBlocks(undelivered, language);
  const hint = keepsQuestions ? [] : [paragraph(messages.gapsNoTexts)];
  if (groups.length === 0) return { ...base, body: bodyOf([paragraph(messages.gapsNone), ...lost, ...hint]) };
  const asked = groups.reduce((sum, { count }) => sum + count, 0);
  const left = groups.length - limit;
  const blocks: BlockContent[] = [
    paragraph(messages.gapsFound(asked, groups.length)),
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: groups.slice(0, limit).map((group) => toItem(group, reader)),
    },
    ...(left <= 0 ? [] : [paragraph(messages.gapsMore(left))]),
    ...lost,
    ...hint,
  ];
  return { ...base, body: bodyOf(blocks) };
}

function lostBlocks(undelivered: readonly Undelivered[], language: Language): BlockContent[] {
  if (undelivered.length === 0) return [];
  const messages = messagesIn(language).questions;
  const lines = undelivered.map(({ what, forward }) => [messages.gapsLost[what](forward.question)]);
  return [paragraph(messages.gapsUndelivered), bullets(lines)];
}

function toItem(group: GapGroup, { language, zone, headingOf }: GapsReader): ListItem {
  const { questions, languageName } = messagesIn(language);
  const locale = language === 'en' ? 'en-GB' : language;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone }).format(group.lastAskedAt);
  const heading = group.sectionId === undefined ? undefined : headingOf(group.sectionId);
  const near = heading === undefined ? questions.gapsNearNothing : questions.gapsNear(heading);
  const notes = [
    questions.gapsAsked(group.count),
    group.languages.map((each) => languageName(each)).join(', '),
    questions.gapsLast(date),
    ...(group.wording === undefined || heading === undefined ? [] : [near]),
    ...(group.notHelpful === 0 ? [] : [questions.gapsNotHelpful(group.notHelpful)]),
  ];
  const comments = group.comments.slice(0, commentLimit).map((comment) => [questions.gapsComment(comment)]);
  return {
    type: 'listItem',
    spread: false,
    children: [
      paragraph(strong(group.wording ?? near), ` · ${notes.join(' · ')}`),
      ...(comments.length === 0 ? [] : [bullets(comments)]),
    ],
  };
}
