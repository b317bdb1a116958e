import type { AnnouncementStatus } from './announcement.ts';
import { blockersOf, type Confirmable } from './blockers.ts';

export interface Confirmation extends Confirmable {
  readonly announcement: {
    readonly status: AnnouncementStatus;
    readonly revision: number;
    readonly confirmedRevision: number;
  };
  /** What the preview said that is confirmed. */
  readonly revision: number | undefined;
  readonly digest: string | undefined;
  /** The number of channels that the person agreed to have notified. */
  readonly sure: number | undefined;
  /** Whether the person may have everybody notified. */
  readonly mayPing: boolean;
  readonly requireApproval: boolean;
  /** Whether the person wrote this revision. */
  readonly wrote: boolean;
}

/**
 * closed: cancelled or taken back; already: nothing is left to confirm; again: a new preview is needed; ping: the right
 * to notify everybody is lacking; sure: to be asked for, with the number of channels; own: somebody else has to confirm;
 * submit: noted, somebody else has to confirm; go: it goes out.
 */
export type Verdict =
  | { readonly kind: 'closed' | 'already' | 'ping' | 'own' | 'submit' | 'go' }
  | { readonly kind: 'again'; readonly why: 'unseen' | 'revision' | 'plan' | 'blocked' }
  | { readonly kind: 'sure'; readonly count: number };

/** Decides what a confirmation leads to. What was previewed is what is posted: anything else asks for another look. */
export function judgeConfirmation(confirmation: Confirmation): Verdict {
  const { announcement, plan, revision, digest, sure, requireApproval, wrote } = confirmation;
  if (announcement.status === 'cancelled' || announcement.status === 'retracted') return { kind: 'closed' };
  if (announcement.confirmedRevision >= announcement.revision) return { kind: 'already' };
  if (revision === undefined || digest === undefined) return { kind: 'again', why: 'unseen' };
  if (revision !== announcement.revision) return { kind: 'again', why: 'revision' };
  if (blockersOf(confirmation).length > 0) return { kind: 'again', why: 'blocked' };
  if (digest !== plan.digest) return { kind: 'again', why: 'plan' };
  if (announcement.status === 'awaiting' && requireApproval && wrote) return { kind: 'own' };
  const pinged = plan.pinged.length;
  if (pinged > 0 && !confirmation.mayPing) return { kind: 'ping' };
  if (pinged > 0 && sure !== pinged) return { kind: 'sure', count: pinged };
  return { kind: requireApproval && wrote ? 'submit' : 'go' };
}
