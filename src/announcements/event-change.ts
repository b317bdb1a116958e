import type { PostEvent } from '../chat/post.ts';

/** What readers of an earlier announcement have to be told of its event. */
export interface EventChange {
  /** changed: it takes place at another time or place; reinstated: it takes place although it had been cancelled. */
  readonly kind: 'changed' | 'cancelled' | 'reinstated';
  /** Start or end is another than before. */
  readonly time: boolean;
  readonly place: boolean;
  /** As the readers know it. */
  readonly before: PostEvent;
}

/**
 * What has changed for those who were told of `before`; undefined when nothing that keeps people from being there has:
 * another link or description, another name for the same moment, an event that is new or not spoken of any more.
 */
export function eventChange(before: PostEvent | undefined, after: PostEvent | undefined): EventChange | undefined {
  if (before === undefined || after === undefined) return undefined;
  const time = before.startAt !== after.startAt || before.endAt !== after.endAt;
  const place = before.place !== after.place;
  if (after.cancelled === true) {
    return before.cancelled === true ? undefined : { kind: 'cancelled', time: false, place: false, before };
  }
  if (before.cancelled === true) return { kind: 'reinstated', time, place, before };
  return time || place ? { kind: 'changed', time, place, before } : undefined;
}

/** The last moment of an event; of one without an end, its start. */
export function endOf({ startAt, endAt }: PostEvent): number {
  return endAt ?? startAt;
}
