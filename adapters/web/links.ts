import type { Destination } from '../../src/chat/outlet.ts';
import { safeUrl } from '../../src/chat/plain-text.ts';
import type { ReplyAction } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';

/** Where a section stands in the reader view; undefined when the id is not of the form `document-id#anchor`. */
export function readerPath(sectionId: string, language: Language): string | undefined {
  const parts = /^([\w-]+)(?:#([\w-]+))?$/.exec(sectionId);
  if (parts === null) return undefined;
  const anchor = parts[2] === undefined ? '' : `#${parts[2]}`;
  return `/k/${parts[1]}?lang=${language}${anchor}`;
}

/** The board of a channel `web:board`; undefined for anything else. */
export function boardOf(channel: Destination): string | undefined {
  return /^web:([a-z\d][a-z\d-]{0,63})$/.exec(channel)?.[1];
}

export function boardPath(board: string): string {
  return board === 'news' ? '/news' : `/news/${board}`;
}

/**
 * The address to which a link of a reply may lead from a page in this language; undefined for what is not allowed. A
 * link to a post on this machine's own board leads there without leaving the site.
 */
export function linkTarget(address: string, language: Language): string | undefined {
  const scheme = 'knowledge:';
  if (address.startsWith(scheme)) return readerPath(address.slice(scheme.length), language);
  const own = /^(?:http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?)?(\/news(?:\/[a-z\d-]+)?(?:#\w*)?)$/.exec(
    address,
  );
  return own?.[1] ?? safeUrl(address);
}

/** The room's own address of the file of one event, of that address or one under which others reach the room. */
export function eventFileTarget(address: string): string | undefined {
  return /\/events\/[\w-]+\.ics\?lang=[a-z]{2}$/.exec(address)?.[0];
}

type CommandAction = Extract<ReplyAction, { kind: 'command' }>;

/** The page that shows what a command without consequences would, so that a link can lead there. */
export function commandPath({ command, options }: Pick<CommandAction, 'command' | 'options'>): string | undefined {
  const given = Object.keys(options).toSorted().join(' ');
  const id = /^[\w-]{1,64}$/.exec(options['id'] ?? '')?.[0];
  if (command === 'events' && given === '') return '/events';
  if (command === 'announcements' && given === '') return '/announcements';
  if (command === 'announcements' && given === 'id' && id !== undefined) return `/announcements/${id}`;
  if (command === 'announce' && given === '') return '/announcements/new';
  if (command === 'announce' && given === 'id' && id !== undefined) return `/announcements/${id}/edit`;
  if (command === 'import' && given === '') return '/announcements/import';
  if (command === 'announcement' && given === 'action id' && id !== undefined) {
    if (options['action'] === 'show') return `/announcements/${id}`;
    if (options['action'] === 'preview') return `/announcements/${id}/preview`;
  }
  if (command === 'audience' && given === 'action' && options['action'] === 'list') return '/audiences';
  return undefined;
}
