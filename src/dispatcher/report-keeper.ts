import { createHash } from 'node:crypto';
import type { Adapter } from '../chat/adapter.ts';
import type { Reply } from '../chat/reply.ts';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Store, Watch } from '../store/store.ts';
import { messageOf } from './settle.ts';

export interface ReportKeeperOptions {
  readonly platform: string;
  readonly update: NonNullable<Adapter['update']>;
  readonly store: Pick<Store, 'watches' | 'deliveries' | 'announcements'>;
  readonly report: (announcementId: string, reader: Watch['reader']) => Promise<Reply>;
  readonly log: Log;
  readonly clock: Clock;
}

export interface ReportKeeper {
  /** Brings the platform's reports up to date where something has changed. Rejects with AppError `store` only. */
  keep(): Promise<void>;
  /** Something has changed: the next round writes the announcement's reports anew, or all. */
  expect(announcementId?: string): void;
}

/** How often a report is looked at whose deliveries are on their way: the longer nothing changes, the less often. */
const lookEveryMs = 1000;
/** How often one is looked at where only its author may change something, or where nothing is due for long. */
const lookSeldomEveryMs = 15_000;
/** Figures may stay the same while reasons change. */
const writeEveryMs = 10_000;
const writeSeldomEveryMs = 10 * 60_000;
/** Reports are kept for as long after the last change of their announcement. */
const keepMs = 30 * 24 * 60 * 60_000;
/** How long a report is left alone that could not be written. */
const restMs = 5000;
const unauthorizedRestMs = 60_000;

interface Seen {
  readonly figures: string;
  readonly changedAt: number;
  readonly writtenAt: number;
  readonly nextAt: number;
}

const unseen = { figures: '', changedAt: -Infinity, writtenAt: -Infinity };

/**
 * Keeps the reports of one platform up to date. A report is kept as long as its announcement may change: also after
 * everything is settled, since its author may retry, edit or retract; but not once it is cancelled or retracted and
 * nothing failed, nor longer than 30 days after the last change.
 */
export function createReportKeeper(options: ReportKeeperOptions): ReportKeeper {
  const { platform, update, store, report, log, clock } = options;
  const seen = new Map<string, Seen>();
  let restUntil = -Infinity;

  async function keepSubject(subject: string, watches: readonly Watch[]): Promise<void> {
    const now = clock();
    const before = seen.get(subject);
    if (before !== undefined && now < before.nextAt) return;
    const announcement = await store.announcements.get(subject);
    const counts = await store.deliveries.counts(subject);
    const isUnderWay = (['pending', 'claimed', 'unknown'] as const).some((status) => (counts[status] ?? 0) > 0);
    const messageIds = watches.map(({ message }) => message.messageId);
    const { status, revision, updatedAt = -Infinity } = announcement ?? {};
    const figures = JSON.stringify([status, revision, updatedAt, counts, messageIds]);
    const changedAt = before?.figures === figures ? before.changedAt : now;
    const quietMs = now - changedAt;
    const isFresh = before?.figures === figures && (!isUnderWay || now - before.writtenAt < writeEvery(quietMs));
    const nextAt = now + (isUnderWay ? lookEvery(quietMs) : lookSeldomEveryMs);
    if (isFresh) {
      seen.set(subject, { ...before, nextAt });
    } else {
      let isDone = true;
      for (const watch of watches) isDone = (await bringUpToDate(watch)) && isDone;
      seen.set(subject, isDone ? { figures, changedAt, writtenAt: now, nextAt } : { ...unseen, nextAt: now + restMs });
      if (!isDone) return;
    }
    const isFinal = (status === 'cancelled' || status === 'retracted') && (counts.failed ?? 0) === 0;
    if (isUnderWay || !(isFinal || now - updatedAt > keepMs)) return;
    for (const messageId of messageIds) await store.watches.remove(platform, messageId);
  }

  /** False where it has to be tried again. */
  async function bringUpToDate(watch: Watch): Promise<boolean> {
    if (restUntil > clock()) return false;
    const { subject, message, reader } = watch;
    try {
      const reply = await report(subject, reader);
      const digest = createHash('sha256').update(JSON.stringify(reply)).digest('base64url');
      if (digest === watch.digest) return true;
      await update(message, reply);
      await store.watches.put({ ...watch, digest });
      return true;
    } catch (error) {
      return recover(watch, error);
    }
  }

  async function recover({ subject, message }: Watch, error: unknown): Promise<boolean> {
    const { code, reason, retryAfterMs } = error instanceof AppError ? error : {};
    if (code === 'refused' || code === 'malformed') {
      log.warn({ subject, platform, reason }, 'a report cannot be kept up to date any more');
      await store.watches.remove(platform, message.messageId);
      return true;
    }
    if (code === 'throttled') restUntil = clock() + (retryAfterMs ?? restMs);
    if (code === 'unauthorized') restUntil = clock() + unauthorizedRestMs;
    log.warn({ subject, platform, error: messageOf(error) }, 'a report could not be brought up to date yet');
    return false;
  }

  return {
    async keep() {
      if (restUntil > clock()) return;
      const watches = await store.watches.list([platform]);
      const subjects = Map.groupBy(watches, ({ subject }) => subject);
      for (const subject of seen.keys()) if (!subjects.has(subject)) seen.delete(subject);
      for (const [subject, ofSubject] of subjects) await keepSubject(subject, ofSubject);
    },
    expect(announcementId) {
      if (announcementId === undefined) seen.clear();
      else seen.delete(announcementId);
    },
  };
}

function lookEvery(quietMs: number): number {
  return Math.min(lookSeldomEveryMs, Math.max(lookEveryMs, quietMs / 10));
}

function writeEvery(quietMs: number): number {
  return Math.min(writeSeldomEveryMs, Math.max(writeEveryMs, quietMs / 10));
}
