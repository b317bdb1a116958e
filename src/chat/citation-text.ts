import type { Language } from '../language.ts';
import { messagesIn } from './messages.ts';
import { inertText } from './plain-text.ts';
import type { Citation } from './reply.ts';

/** Page and date of a citation as people read them: "p. 7, 20 February 2025"; empty when neither is known. */
export function citationDetails(citation: Citation, language: Language): string {
  const { page, date } = citation;
  return [
    page === undefined ? undefined : messagesIn(language).page(inertText(page)),
    date === undefined ? undefined : readableDate(inertText(date), language),
  ]
    .filter((detail) => detail !== undefined)
    .join(', ');
}

/** A year, a month (`2025-02`) or a day (`2025-02-20`) in words; anything else as it stands. */
function readableDate(date: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (parts === null || Number.isNaN(Date.parse(date))) return date;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    month: 'long',
    ...(parts[3] === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(new Date(date));
}
