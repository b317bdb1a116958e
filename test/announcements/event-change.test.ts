import { describe, expect, it } from 'vitest';
import { eventChange, type EventChange } from '../../src/announcements/event-change.ts';
import type { PostEvent } from '../../src/chat/post.ts';

const hourMs = 3_600_000;
const before: PostEvent = { startAt: 10 * hourMs, endAt: 12 * hourMs, zone: 'Europe/Madrid', place: 'Barcelona' };
const { endAt: _, ...endless } = before;
const { place: __, ...nowhere } = before;
const off: PostEvent = { ...before, cancelled: true };

describe('eventChange()', () => {
  it.each<[string, PostEvent | undefined, PostEvent | undefined, Omit<EventChange, 'before'> | undefined]>([
    ['nothing', before, before, undefined],
    ['the start', before, { ...before, startAt: 9 * hourMs }, { kind: 'changed', time: true, place: false }],
    ['the end', before, { ...before, endAt: 13 * hourMs }, { kind: 'changed', time: true, place: false }],
    ['that there is no end', before, endless, { kind: 'changed', time: true, place: false }],
    ['that there is an end', endless, before, { kind: 'changed', time: true, place: false }],
    ['the place', before, { ...before, place: 'Montréal' }, { kind: 'changed', time: false, place: true }],
    ['that there is a place', nowhere, before, { kind: 'changed', time: false, place: true }],
    [
      'time and place',
      before,
      { ...before, startAt: 9 * hourMs, place: 'Montréal' },
      { kind: 'changed', time: true, place: true },
    ],
    ['the link alone', before, { ...before, link: 'https://example.org' }, undefined],
    ['the name of the zone alone', before, { ...before, zone: 'Europe/Paris' }, undefined],
    ['that it is cancelled', before, off, { kind: 'cancelled', time: false, place: false }],
    [
      'that it is cancelled, wherever it was moved',
      before,
      { ...off, startAt: 9 * hourMs },
      { kind: 'cancelled', time: false, place: false },
    ],
    ['the time of what is cancelled', off, { ...off, startAt: 9 * hourMs }, undefined],
    ['that it takes place after all', off, before, { kind: 'reinstated', time: false, place: false }],
    [
      'that it takes place after all, at another time',
      off,
      { ...before, startAt: 9 * hourMs },
      { kind: 'reinstated', time: true, place: false },
    ],
    ['an event where there was none', undefined, before, undefined],
    ['that there is no event any more', before, undefined, undefined],
  ])('eventChange() knows %s', (_name, from, to, expected) => {
    expect(eventChange(from, to)).toEqual(expected && { ...expected, before: from });
  });
});
