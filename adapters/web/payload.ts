import type { Nodes, Root } from 'mdast';
import type { Post, PostEvent } from '../../src/chat/post.ts';
import { isLanguage } from '../../src/language.ts';

/** A post as JSON, without the positions of its words in the text that the author wrote. */
export function toPayload(post: Post): string {
  return JSON.stringify(post, (key, value: unknown) => (key === 'position' ? undefined : value));
}

/** The post of a payload; undefined for anything that `toPayload` did not write. */
export function readPayload(payload: string): Post | undefined {
  const value = parse(payload);
  if (!isRecord(value)) return undefined;
  const { language, title, body, notice, event, pings } = value;
  if (!isLanguage(language) || typeof title !== 'string' || !isRoot(body)) return undefined;
  if (notice !== undefined && typeof notice !== 'string') return undefined;
  if (event !== undefined && !isEvent(event)) return undefined;
  return {
    language,
    title,
    body,
    ...(notice === undefined ? {} : { notice }),
    ...(event === undefined ? {} : { event }),
    ...(pings === 'everyone' ? { pings } : {}),
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
