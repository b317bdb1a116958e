import { toFields } from '../../announcements/announcement-fields.ts';
import type { AnnouncementContent } from '../../announcements/announcement.ts';
import { parseAnnouncement } from '../../announcements/parse-announcement.ts';

import type { HeldEvent, ImportedEvent } from '../../events/import/imported-event.ts';
import { AppError } from '../../errors.ts';
import type { Language } from '../../language.ts';
import type { ImportedRecord } from '../../store/import.ts';
import type { Records } from '../../store/store.ts';
import { auditRow } from '../announcing/access.ts';
import { revise } from '../announcing/announcement-draft.ts';
import { zoneOf } from '../announcing/zone-of.ts';
import type { CommandContext } from '../command.ts';
import { draftFields, toAnnouncementFields, type FileFields } from './draft-fields.ts';
import { changedFields, fieldsOf, languageIn, type Change } from './changed-fields.ts';
import type { ImportOutcome, OutcomeKind } from './import-outcome.ts';
import { judgeImport, type ImportVerdict, type Known } from './judge-import.ts';
import { differsFromOwn, isFromPage, ownAnnouncementId } from './own-event.ts';

/** How a file is imported. */
export interface ImportOptions {
  readonly audience: string;
  readonly audiences: readonly string[];
  /** The language of new drafts. */
  readonly languageOf: (event: HeldEvent) => Language;
  /** Whether what was withdrawn is drafted once more. */
  readonly anew: boolean;
}

type Told = Pick<ImportOutcome, 'line' | 'title' | 'when'>;

/** Everything that becomes of one event, in one transaction: whoever imports again after a failure finds it done. */
export async function importEvent(
  context: CommandContext,
  event: ImportedEvent,
  options: ImportOptions,
): Promise<readonly ImportOutcome[]> {
  const { line, title } = event;
  const told: Told = {
    line,
    title,
    ...(event.kind === 'held' && { when: { startAt: event.startAt, zone: event.zone } }),
  };
  return await context.store.transaction(async (records) => {
    const own = await ownOutcome(context, records, event, told);
    if (own !== undefined) return [own];
    const verdicts = judgeImport(event, await knownOf(records, event.uid), {
      now: context.clock(),
      anew: options.anew,
    });
    const outcomes: ImportOutcome[] = [];
    for (const verdict of verdicts) outcomes.push(await carryOut({ context, records, event, options, told }, verdict));
    return outcomes;
  });
}

/** What is said of an event that comes from our own calendar. */
async function ownOutcome(
  { knowledge }: CommandContext,
  { announcements }: Records,
  event: ImportedEvent,
  told: Told,
): Promise<ImportOutcome | undefined> {
  if (isFromPage(event.uid, knowledge.events)) return { ...told, kind: 'page', notes: [] };
  const id = ownAnnouncementId(event.uid);
  const announcement = id === undefined ? undefined : await announcements.get(id);
  if (announcement === undefined) return undefined;
  const kind = differsFromOwn(event, announcement) ? 'ownDiffers' : 'own';
  return { ...told, kind, notes: [], announcementId: announcement.id };
}

async function knownOf({ imports, announcements }: Records, uid: string): Promise<Known[]> {
  const found = await imports.of(uid);
  const known = await Promise.all(
    found.map(async (record) => ({ record, announcement: await announcements.get(record.subject) })),
  );
  return known.flatMap(({ record, announcement }) => (announcement === undefined ? [] : [{ record, announcement }]));
}

interface Work {
  readonly context: CommandContext;
  readonly records: Records;
  readonly event: ImportedEvent;
  readonly options: ImportOptions;
  readonly told: Told;
}

async function carryOut(work: Work, verdict: ImportVerdict): Promise<ImportOutcome> {
  const { event, told } = work;
  switch (verdict.kind) {
    case 'over':
    case 'unknownCancelled':
      return { ...told, kind: verdict.kind, notes: [] };
    case 'draft':
      return event.kind === 'held' ? draft(work, event) : { ...told, kind: 'over', notes: [] };
    case 'compare':
      return event.kind === 'held' ? compare(work, event, verdict.known) : { ...told, kind: 'over', notes: [] };
    case 'cancel':
      return cancel(work, verdict.known);
    default:
      return about(told, verdict.kind, verdict.known);
  }
}

function about(told: Told, kind: OutcomeKind, { announcement: { id } }: Known): ImportOutcome {
  return { ...told, kind, notes: [], announcementId: id };
}

async function draft(work: Work, event: HeldEvent): Promise<ImportOutcome> {
  const { context, records, options, told } = work;
  const { fields, notes } = draftFields(event, options.languageOf(event));
  const given = {
    ...toAnnouncementFields(fields, ['title', 'body', 'start', 'end', 'zone', 'place', 'link']),
    audience: options.audience,
  };
  const parsed = parse(work, given);
  if (!parsed.ok) return refused(told, parsed.problems);
  const id = context.newId();
  await records.announcements.create({ id, content: parsed.content, author: context.person.id, now: context.clock() });
  await records.audit.append(auditRow(context, 'create', id, { revision: 1, imported: true }));
  await records.imports.put(recordOf(work, id, fields));
  return { ...told, kind: 'drafted', notes: [...event.notes, ...notes], announcementId: id };
}

async function compare(work: Work, event: HeldEvent, known: Known): Promise<ImportOutcome> {
  const { told } = work;
  const { record, announcement } = known;
  const { fields, notes } = draftFields(event, languageIn(record, announcement));
  const change = changedFields(fields, record.fields, announcement.content, work.context.clock());
  if (change === undefined) {
    const standalone = record.standalone && event.standalone;
    await work.records.imports.put({ ...recordOf(work, announcement.id, fields), standalone }, record.occurrence);
    return about(told, 'there', known);
  }
  return reviseWith(work, known, fields, change, ['changed', [...event.notes, ...notes, ...change.notes]]);
}

async function cancel(work: Work, known: Known): Promise<ImportOutcome> {
  const { record, announcement } = known;
  const said = fieldsOf(record, announcement);
  return reviseWith(work, known, { ...said, cancelled: 'true' }, { fields: { cancelled: 'true' }, notes: [] }, [
    'cancelled',
    [],
  ]);
}

async function reviseWith(
  work: Work,
  known: Known,
  said: FileFields,
  change: Change,
  [kind, notes]: readonly [OutcomeKind, ImportOutcome['notes']],
): Promise<ImportOutcome> {
  const { context, records, told } = work;
  const { announcement, record } = known;
  const parsed = parse(work, change.fields, announcement.content);
  if (!parsed.ok) return { ...refused(told, parsed.problems), announcementId: announcement.id };
  const isSame = JSON.stringify(toFields(parsed.content)) === JSON.stringify(toFields(announcement.content));
  if (!isSame) {
    const revised = await revise(context, records, announcement.id, announcement.revision, parsed.content);
    // There is one transaction at a time, so that nobody can have been faster.
    if (revised === undefined) throw new AppError('store', 'An announcement changed while an event was imported.');
  }
  const occurrence = kind === 'cancelled' ? record.occurrence : work.event.occurrence;
  await records.imports.put({ ...recordOf(work, announcement.id, said), occurrence }, record.occurrence);
  return isSame ? about(told, 'there', known) : { ...told, kind, notes, announcementId: announcement.id };
}

function parse({ context, options }: Work, fields: Readonly<Record<string, string>>, previous?: AnnouncementContent) {
  return parseAnnouncement(fields, {
    now: context.clock(),
    zone: zoneOf(context),
    language: context.language,
    audiences: options.audiences,
    ...(previous !== undefined && { previous }),
  });
}

function refused(told: Told, problems: readonly { readonly message: string }[]): ImportOutcome {
  return { ...told, kind: 'refused', notes: [], problems: problems.map(({ message }) => message) };
}

function recordOf({ context, event }: Work, subject: string, fields: FileFields): ImportedRecord {
  const { uid, occurrence, standalone, sequence, modifiedAt } = event;
  return { uid, occurrence, standalone, subject, sequence, modifiedAt, fields: { ...fields }, at: context.clock() };
}
