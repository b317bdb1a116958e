import type { Outlet, Rendered } from '../chat/outlet.ts';
import type { Post } from '../chat/post.ts';
import type { Language } from '../language.ts';
import type { ReminderOffset } from './announcement.ts';
import type { PlanInput } from './channel-plan.ts';
import type { EventChange } from './event-change.ts';
import { toPost, toReminder } from './to-post.ts';
import { toUpdate } from './to-update.ts';

/** An announcement as each platform gets it; undefined where there is no text. */
export interface Rendering {
  readonly knows: (platform: string) => boolean;
  /** Whether the platform is a calendar, which takes events alone. */
  readonly takesEvents: (platform: string) => boolean;
  readonly post: (platform: string, language: Language) => Rendered | undefined;
  readonly reminder: (platform: string, language: Language, offset: ReminderOffset) => Rendered | undefined;
  readonly update: (platform: string, language: Language, change: EventChange) => Rendered | undefined;
  /** How a payload that was made here reads. */
  readonly preview: (platform: string, payload: string) => string;
}

/** Renders once for all channels of a platform and language, however many there are. */
export function createRendering({
  content,
  audience,
  outlets,
  calendarOf,
}: Pick<PlanInput, 'content' | 'audience' | 'outlets' | 'calendarOf'>): Rendering {
  const known = new Map<string, Rendered | undefined>();
  const previews = new Map<string, string>();
  const once = (platform: string, key: string, toBe: () => Post | undefined): Rendered | undefined => {
    const name = `${platform} ${key}`;
    if (!known.has(name)) {
      const rendered = render(toBe(), outlets.get(platform));
      known.set(name, rendered);
      if (rendered !== undefined) previews.set(`${platform} ${rendered.payload}`, rendered.preview);
    }
    return known.get(name);
  };
  const render = (post: Post | undefined, outlet: Pick<Outlet, 'render' | 'takes'> | undefined) => {
    if (post === undefined || outlet === undefined) return undefined;
    if (outlet.takes === 'events') return outlet.render(asEntry(post));
    return outlet.render({ ...post, ...(audience.crosspost && { crosspost: true }) });
  };
  const withCalendar = (post: Post | undefined): Post | undefined => {
    const calendar = post?.event && calendarOf?.(content, post.language);
    return post && calendar ? { ...post, calendar } : post;
  };
  return {
    knows: (platform) => outlets.has(platform),
    takesEvents: (platform) => outlets.get(platform)?.takes === 'events',
    post: (platform, language) => once(platform, language, () => withCalendar(toPost(content, language))),
    reminder: (platform, language, offset) =>
      once(platform, `${language} ${offset}`, () => toReminder(content, language, offset)),
    update: (platform, language, change) =>
      once(platform, `${language} ${JSON.stringify(change)}`, () => withCalendar(toUpdate(content, language, change))),
    preview: (platform, payload) => previews.get(`${platform} ${payload}`) ?? '',
  };
}

/** What a platform's own calendar gets: it notifies nobody, and is where a reader's calendar would be. */
function asEntry({ pings: _pings, calendar: _calendar, ...entry }: Post): Post {
  return entry;
}
