import type { AnnouncementContent } from '../../../src/announcements/announcement.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Language } from '../../../src/language.ts';
import { desk } from '../../bot/open-bot.ts';
import { openNewsroom } from '../announcing/open-newsroom.ts';

/** A secretariat that is given calendar files: on Friday, 1 October 2027, 10:00 in Madrid. */
export async function openImporting() {
  const newsroom = await openNewsroom();
  return {
    ...newsroom,
    give: async (
      file: string,
      options: Readonly<Record<string, string>> = {},
      locale: Language = 'en',
    ): Promise<Reply> => await newsroom.as(desk)('import', { file, ...options }, locale),
    /** What all announcements say, the earliest event first. */
    contents: async (): Promise<AnnouncementContent[]> =>
      (await newsroom.store.announcements.list({ limit: 50 }))
        .map(({ content }) => content)
        .toSorted((one, other) => (one.event?.startAt ?? 0) - (other.event?.startAt ?? 0)),
  };
}
