import type { Language } from '../language.ts';
import type { Announcement, AnnouncementContent, Audience } from './announcement.ts';
import type { Plan } from './plan-deliveries.ts';

/** Why an announcement cannot be confirmed as it is. */
export type Blocker =
  | { readonly kind: 'noAudience' | 'emptyAudience' | 'notAnnounced' | 'nothing' }
  | { readonly kind: 'timePassed'; readonly at: number }
  | { readonly kind: 'undecided'; readonly languages: readonly Language[]; readonly channels: readonly string[] }
  | {
      readonly kind: 'tooLong';
      readonly part: 'title' | 'body' | 'whole';
      readonly platform: string;
      readonly language: Language;
      readonly limit: number;
      readonly length: number;
    };

export interface Confirmable {
  readonly announcement: Pick<Announcement, 'confirmedRevision'>;
  readonly content: AnnouncementContent;
  /** Undefined when there is no such audience any more. */
  readonly audience: Audience | undefined;
  readonly plan: Plan;
  readonly now: number;
}

/** Everything that keeps an announcement from being confirmed, at once; empty when nothing does. */
export function blockersOf({ announcement, content, audience, plan, now }: Confirmable): Blocker[] {
  const first = announcement.confirmedRevision === 0;
  if (first && audience === undefined) return [{ kind: 'noAudience' }];
  if (first && audience?.channels.length === 0) return [{ kind: 'emptyAudience' }];
  // Whoever was told nothing of an event need not be told that it does not take place.
  if (content.event?.cancelled === true && !plan.isKnown) return [{ kind: 'notAnnounced' }];
  const blockers: Blocker[] = tooLong(plan);
  if (plan.held.length > 0 && content.missing === undefined) {
    const channels = audience?.channels.filter(({ channel }) => plan.held.includes(channel)) ?? [];
    const languages = [...new Set(channels.map(({ language }) => language))];
    blockers.push({ kind: 'undecided', languages, channels: plan.held });
  }
  if (first && content.publishAt !== undefined && content.publishAt < now) {
    blockers.push({ kind: 'timePassed', at: content.publishAt });
  }
  const idle = plan.add.every(({ status }) => status === 'held') && plan.withdrawIn.length === 0;
  return blockers.length === 0 && idle ? [{ kind: 'nothing' }] : blockers;
}

/** Channels of one platform and language meet the same limit: it is said once. */
function tooLong(plan: Plan): Blocker[] {
  const blockers = plan.problems.map(({ platform, language, problem }): Blocker => ({
    kind: 'tooLong',
    platform,
    language,
    ...problem,
  }));
  return [...new Map(blockers.map((blocker) => [JSON.stringify(blocker), blocker])).values()];
}
