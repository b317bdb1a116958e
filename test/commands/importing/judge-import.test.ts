import { describe, expect, test } from 'vitest';
import type { Announcement, AnnouncementStatus } from '../../../src/announcements/announcement.ts';
import { judgeImport, type Known } from '../../../src/commands/importing/judge-import.ts';
import type { HeldEvent, ImportedEvent } from '../../../src/events/import/imported-event.ts';
import type { ImportedRecord } from '../../../src/store/import.ts';
import { sampleContent } from '../../announcements/sample-content.ts';

const now = Date.UTC(2027, 9, 1);
const dayMs = 24 * 3_600_000;
const common: Omit<HeldEvent, 'kind' | 'startAt' | 'zone' | 'description' | 'place' | 'link' | 'notes'> = {
  line: 4,
  uid: 'e1',
  occurrence: '',
  standalone: false,
  sequence: 2,
  modifiedAt: 0,
  title: 'Fair',
  excluded: [],
};

const held = (given: Partial<HeldEvent> = {}): HeldEvent => ({
  ...common,
  kind: 'held',
  startAt: now + dayMs,
  zone: 'UTC',
  description: '',
  place: '',
  link: '',
  notes: [],
  ...given,
});
const gone = (kind: 'cancelled' | 'over', given: Partial<typeof common> = {}): ImportedEvent => ({
  ...common,
  kind,
  ...given,
});

/** An event that was imported before, as an announcement that takes place at `startAt`. */
function known(
  record: Partial<ImportedRecord> = {},
  { status = 'confirmed', startAt = now + dayMs }: { status?: AnnouncementStatus; startAt?: number } = {},
): Known {
  const content = { ...sampleContent, event: { startAt, zone: 'UTC' } };
  const announcement: Announcement = {
    id: 'a1',
    status,
    revision: 1,
    confirmedRevision: status === 'draft' ? 0 : 1,
    content,
    author: 'chat:ana',
    createdAt: now,
    updatedAt: now,
  };
  const usual = {
    uid: 'e1',
    occurrence: '',
    standalone: false,
    subject: 'a1',
    sequence: 2,
    modifiedAt: 0,
    fields: {},
    at: now,
  };
  return { record: { ...usual, ...record }, announcement };
}

describe('judgeImport()', () => {
  const past = { startAt: now - dayMs };
  test.each<[string, ImportedEvent, Known[], string[], boolean?]>([
    ['drafts what is not known', held(), [], ['draft']],
    ['compares what is known', held(), [known()], ['compare']],
    ['compares a newer state', held({ sequence: 3 }), [known()], ['compare']],
    ['leaves an older state', held({ sequence: 1 }), [known()], ['older']],
    ['leaves a state with an older date', held({ modifiedAt: 5 }), [known({ modifiedAt: 6 })], ['older']],
    ['takes a state without a date', held({ modifiedAt: 0 }), [known({ modifiedAt: 6 })], ['compare']],
    ['leaves what was cancelled here', held(), [known({}, { status: 'cancelled' })], ['closed']],
    ['leaves what was taken back', held(), [known({}, { status: 'retracted' })], ['closed']],
    ['drafts that once more on request', held(), [known({}, { status: 'retracted' })], ['draft'], true],
    ['compares on that request what still stands', held(), [known()], ['compare'], true],
    ['skips what is over', gone('over'), [known()], ['over']],
    ['skips what is cancelled and not known', gone('cancelled'), [], ['unknownCancelled']],
    ['cancels what was posted', gone('cancelled'), [known()], ['cancel']],
    ['leaves a draft to be withdrawn', gone('cancelled'), [known({}, { status: 'draft' })], ['cancelDraft']],
    ['has nothing to cancel twice', gone('cancelled'), [known({}, { status: 'cancelled' })], ['there']],
    ['cancels no newer state', gone('cancelled', { sequence: 1 }), [known()], ['older']],
    [
      'cancels every time of an event',
      gone('cancelled'),
      [known({ occurrence: 't1' }), known({ occurrence: 't2' })],
      ['cancel', 'cancel'],
    ],
    [
      'cancels one time alone',
      gone('cancelled', { occurrence: 't2' }),
      [known({ occurrence: 't1' }), known({ occurrence: 't2' })],
      ['cancel'],
    ],
    [
      'cancels a time that was taken out, and drafts the next',
      held({ occurrence: 't2', excluded: ['t1'] }),
      [known({ occurrence: 't1' })],
      ['cancel', 'draft'],
    ],
    [
      'leaves a time that was taken out and is past',
      held({ occurrence: 't2', excluded: ['t1'] }),
      [known({ occurrence: 't1' }, past)],
      ['draft'],
    ],
    ['follows times that have moved', held({ occurrence: 't2' }), [known({ occurrence: 't1' })], ['compare']],
    [
      'drafts the next time when the last is past',
      held({ occurrence: 't2' }),
      [known({ occurrence: 't1' }, past)],
      ['draft'],
    ],
    [
      'takes a time that came alone for none of the others',
      held({ occurrence: 't2' }),
      [known({ occurrence: 't1', standalone: true })],
      ['draft'],
    ],
    [
      'takes no time that comes alone for another',
      held({ occurrence: 't2', standalone: true }),
      [known({ occurrence: 't1' })],
      ['draft'],
    ],
    [
      'cancels the last time of what is over',
      gone('over', { excluded: ['t1'] }),
      [known({ occurrence: 't1' })],
      ['cancel'],
    ],
  ])('%s', (_name, event, before, expected, anew = false) => {
    expect(judgeImport(event, before, { now, anew }).map(({ kind }) => kind)).toEqual(expected);
  });
});
