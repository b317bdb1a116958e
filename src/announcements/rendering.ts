import type { Outlet, Rendered } from '../chat/outlet.ts';
import type { Post } from '../chat/post.ts';
import type { Language } from '../language.ts';
import type { AnnouncementContent, Audience, ReminderOffset } from './announcement.ts';
import { toPost, toReminder } from './to-post.ts';

/** An announcement as each platform gets it; undefined where there is no text. */
export interface Rendering {
  readonly knows: (platform: string) => boolean;
  readonly post: (platform: string, language: Language) => Rendered | undefined;
  readonly reminder: (platform: string, language: Language, offset: ReminderOffset) => Rendered | undefined;
}

/** Renders once for all channels of a platform and language, however many there are. */
export function createRendering({
  content,
  audience,
  outlets,
}: {
  readonly content: AnnouncementContent;
  readonly audience: Pick<Audience, 'crosspost'>;
  readonly outlets: ReadonlyMap<string, Pick<Outlet, 'render'>>;
}): Rendering {
  const known = new Map<string, Rendered | undefined>();
  const once = (platform: string, key: string, toBe: () => Post | undefined): Rendered | undefined => {
    const name = `${platform} ${key}`;
    if (!known.has(name)) {
      const post = toBe();
      const passedOn = post && audience.crosspost ? { ...post, crosspost: true as const } : post;
      known.set(name, passedOn && outlets.get(platform)?.render(passedOn));
    }
    return known.get(name);
  };
  return {
    knows: (platform) => outlets.has(platform),
    post: (platform, language) => once(platform, language, () => toPost(content, language)),
    reminder: (platform, language, offset) =>
      once(platform, `${language} ${offset}`, () => toReminder(content, language, offset)),
  };
}
