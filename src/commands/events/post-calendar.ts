import { isDeepStrictEqual } from 'node:util';
import type { Announcement, AnnouncementContent } from '../../announcements/announcement.ts';
import { eventFilePath } from '../../chat/event-file-path.ts';
import type { PostCalendar } from '../../chat/post.ts';
import { calendarFileOf } from '../../events/calendar-feed.ts';
import type { Language } from '../../language.ts';
import { announcedEvent, announcedEventId } from './announced-event.ts';

export interface PostCalendarOptions {
  /** The revision that is posted, and what earlier ones said; undefined for those that nobody was told. */
  readonly revision: number;
  readonly contentOf: (revision: number) => AnnouncementContent | undefined;
  /** The address under which people reach the web page; absent: nobody can fetch a file from there. */
  readonly publicUrl?: string;
}

/**
 * The event of an announcement for the readers' own calendars, as its posts carry it; undefined when there is no event. A
 * file is the same bytes for as long as the event and the text in its language are, so that nothing is posted anew
 * because another language was corrected.
 */
export function postCalendarOf(
  { id, createdAt }: Pick<Announcement, 'id' | 'createdAt'>,
  { revision, contentOf, publicUrl }: PostCalendarOptions,
): (content: AnnouncementContent, language: Language) => PostCalendar | undefined {
  return (content, language) => {
    if (content.event === undefined) return undefined;
    const path = eventFilePath(announcedEventId(id), language);
    if (publicUrl !== undefined) return { url: `${publicUrl.replace(/\/+$/, '')}${path}` };
    const since = changedIn(content, language);
    const event = announcedEvent({ id, status: 'confirmed', updatedAt: createdAt }, content, since);
    return event && { file: calendarFileOf(event, { language, now: createdAt }), path };
  };

  /** The revision since which the file has said what it says. */
  function changedIn(content: AnnouncementContent, language: Language): number {
    const now = told(content, language);
    let since = revision;
    for (let earlier = revision - 1; earlier > 0; earlier -= 1) {
      const before = contentOf(earlier);
      if (before === undefined) continue;
      if (!isDeepStrictEqual(told(before, language), now)) break;
      since = earlier;
    }
    return since;
  }
}

function told({ event, texts, topics }: AnnouncementContent, language: Language) {
  return { event, text: texts[language] ?? texts, topics };
}
