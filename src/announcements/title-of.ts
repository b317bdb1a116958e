import { languages, type Language } from '../language.ts';
import type { AnnouncementContent } from './announcement.ts';

/** The title by which an author knows an announcement: in the reader's language where there is one. */
export function titleOf({ texts }: Pick<AnnouncementContent, 'texts'>, language: Language): string {
  return [language, ...languages].map((candidate) => texts[candidate]?.title).find((title) => title) ?? '';
}
