import type { Context, Hono } from 'hono';
import { isLanguage, languages, type Language } from '../../src/language.ts';
import { refuse, webWords, type RoomContext, type RoomEnv } from './request.ts';

/** The calendar as a file, or undefined where no event has the topic. `digest` is the same as long as the bytes are. */
export type Calendar = (filter: {
  readonly language: Language;
  readonly topic?: string;
}) => Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly digest: string } | undefined>;

export const calendarPath = '/calendar.ics';

/** Whoever keeps a copy asks after this time whether it still holds, in seconds. */
const maxAge = 300;

/** `/calendar.ics`, to which people's calendars subscribe; `?lang=` and `?topic=` say what they want of it. */
export function addCalendar(app: Hono<RoomEnv>, calendar: Calendar): void {
  app.get(calendarPath, async (c) => {
    const asked = c.req.query('lang');
    const topic = c.req.query('topic');
    const file = await calendar({
      // A calendar has neither cookie nor language of its own: the address says everything.
      language: isLanguage(asked) ? asked : languages[0],
      ...(topic === undefined || topic === '' ? {} : { topic }),
    });
    if (file === undefined) return notFound(c);
    const tag = `"${file.digest}"`;
    const headers = { ETag: tag, 'Cache-Control': `public, max-age=${maxAge}` };
    if (holds(c, tag)) return c.body(null, 304, headers);
    return c.body(file.bytes, 200, {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="metropolis.ics"',
    });
  });
}

function notFound(c: RoomContext) {
  const web = webWords(c);
  return refuse(c, 404, { title: web.notFoundTitle, text: web.notFound });
}

/** Whether the copy that somebody keeps is the newest one. */
function holds(c: Context, tag: string): boolean {
  const kept = c.req.header('if-none-match');
  return kept === '*' || (kept?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag) ?? false);
}
