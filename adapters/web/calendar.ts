import type { Context, Hono } from 'hono';
import { isLanguage, languages, type Language } from '../../src/language.ts';
import { refuse, webWords, type RoomContext, type RoomEnv } from './request.ts';

/** `digest` is the same as long as the bytes are. */
interface CalendarFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: string;
}

/** The calendar as a file, or undefined where no event has the topic. */
export type Calendar = (filter: {
  readonly language: Language;
  readonly topic?: string;
}) => Promise<CalendarFile | undefined>;

/** One event as a file, or undefined where nobody was told of one with this id. */
export type EventFile = (asked: {
  readonly id: string;
  readonly language: Language;
}) => Promise<CalendarFile | undefined>;

export const calendarPath = '/calendar.ics';

/** Whoever keeps a copy asks after this time whether it still holds, in seconds. */
const maxAge = 300;

/** `/calendar.ics`, to which people's calendars subscribe; `?lang=` and `?topic=` say what they want of it. */
export function addCalendar(app: Hono<RoomEnv>, calendar: Calendar): void {
  app.get(calendarPath, async (c) => {
    const topic = c.req.query('topic');
    const about = topic === undefined || topic === '' ? {} : { topic };
    return send(c, await calendar({ language: languageAsked(c), ...about }), 'metropolis.ics');
  });
}

/** `/events/….ics`, by which people put one event into their own calendar; `?lang=` says in which language. */
export function addEventFiles(app: Hono<RoomEnv>, eventFile: EventFile): void {
  app.get('/events/:file{[\\w-]+\\.ics}', async (c) => {
    const name = c.req.param('file');
    return send(c, await eventFile({ id: name.slice(0, -'.ics'.length), language: languageAsked(c) }), name);
  });
}

/** A calendar has neither cookie nor language of its own: the address says everything. */
function languageAsked(c: Context): Language {
  const asked = c.req.query('lang');
  return isLanguage(asked) ? asked : languages[0];
}

function send(c: RoomContext, file: CalendarFile | undefined, name: string) {
  if (file === undefined) {
    const web = webWords(c);
    return refuse(c, 404, { title: web.notFoundTitle, text: web.notFound });
  }
  const tag = `"${file.digest}"`;
  const headers = { ETag: tag, 'Cache-Control': `public, max-age=${maxAge}` };
  if (holds(c, tag)) return c.body(null, 304, headers);
  return c.body(file.bytes, 200, {
    ...headers,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `inline; filename="${name}"`,
  });
}

/** Whether the copy that somebody keeps is the newest one. */
function holds(c: Context, tag: string): boolean {
  const kept = c.req.header('if-none-match');
  return kept === '*' || (kept?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag) ?? false);
}
