import type { Nodes, Root } from 'mdast';
import type { Post, PostCalendar, PostEvent } from '../../src/chat/post.ts';
import { isLanguage } from '../../src/language.ts';
import { eventFileTarget } from './links.ts';

/** A post as it stands on a board: the room has the file of its event itself. */
export interface StoredPost extends Omit<Post, 'calendar'> {
  readonly calendarPath?: string;
}

/** A post as JSON, without the positions of its words in the text that the author wrote. */
export function toPayload({ calendar, ...post }: Post): string {
  const calendarPath = calendarPathOf(calendar, post.event);
  return JSON.stringify({ ...post, calendarPath }, (key, value: unknown) => (key === 'position' ? undefined : value));
}

/** Where the room has the file of an event that takes place. */
export function calendarPathOf(calendar: PostCalendar | undefined, event: PostEvent | undefined): string | undefined {
  if (calendar === undefined || event?.cancelled === true) return undefined;
  return eventFileTarget('url' in calendar ? calendar.url : (calendar.path ?? ''));
}

/** The post of a payload; undefined for anything that `toPayload` did not write. */
export function readPayload(payload: string): StoredPost | undefined {
  const value = parse(payload);
  if (!isRecord(value)) return undefined;
  const { language, title, body, notice, event, pings, calendarPath } = value;
  if (!isLanguage(language) || typeof title !== 'string' || !isRoot(body)) return undefined;
  if (notice !== undefined && typeof notice !== 'string') return undefined;
  if (event !== undefined && !isEvent(event)) return undefined;
  const path = typeof calendarPath === 'string' ? eventFileTarget(calendarPath) : undefined;
  return {
    language,
    title,
    body,
    ...(notice === undefined ? {} : { notice }),
    ...(event === undefined ? {} : { event }),
    ...(pings === 'everyone' ? { pings } : {}),
    ...(path === undefined ? {} : { calendarPath: path }),
  };
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRoot(value: unknown): value is Root {
  return isNode(value) && value.type === 'root' && 'children' in value;
}

/** Looks at what every node has; that nodes have what their type demands is what writing them with `toPayload` says. */
function isNode(value: unknown): value is Nodes {
  if (!isRecord(value) || typeof value['type'] !== 'string') return false;
  const { children } = value;
  return children === undefined || (Array.isArray(children) && children.every(isNode));
}

function isEvent(value: unknown): value is PostEvent {
  if (!isRecord(value)) return false;
  const { startAt, endAt, zone, place, link } = value;
  return (
    typeof startAt === 'number' &&
    typeof zone === 'string' &&
    (endAt === undefined || typeof endAt === 'number') &&
    (place === undefined || typeof place === 'string') &&
    (link === undefined || typeof link === 'string')
  );
}
