import type { Language } from '../language.ts';
import { messagesIn } from './messages.ts';
import { inertText } from './plain-text.ts';
import type { PostEvent } from './post.ts';

/**
 * When and where, one line each, for platforms without words for times of their own: "When: Thursday, 7 October 2027,
 * 10:00–12:00 (Europe/Madrid, UTC+2)", "When (cancelled): …". The time always comes first. Plain text, not markdown.
 */
export function eventLines(event: PostEvent, language: Language): string[] {
  const { posted } = messagesIn(language).delivery;
  const { place, link, cancelled } = event;
  return [
    posted.line(cancelled === true ? posted.whenCancelled : posted.when, readableSpan(event, language)),
    ...(place === undefined ? [] : [posted.line(posted.where, inertText(place))]),
    ...(link === undefined ? [] : [posted.line(posted.link, inertText(link))]),
  ];
}

/**
 * An instant as people say it in a zone: "Thursday, 7 October 2027, 10:00 (Europe/Madrid, UTC+2)". The zone has to exist.
 */
export function readableInstant(at: number, zone: string, language: Language): string {
  const { day, clock, suffix } = inWords(at, zone, language);
  return `${day}, ${clock} ${suffix}`;
}

/** The day of an instant in a zone: "Thursday, 7 October 2027". The zone has to exist. */
export function readableDay(at: number, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

/** When an event takes place, in words, on the clocks of its zone. The zone has to exist. */
export function readableSpan({ startAt, endAt, zone }: PostEvent, language: Language): string {
  if (endAt === undefined) return readableInstant(startAt, zone, language);
  const start = inWords(startAt, zone, language);
  const end = inWords(endAt, zone, language);
  // The clocks may change while an event goes on.
  if (start.suffix !== end.suffix) {
    return `${readableInstant(startAt, zone, language)} – ${readableInstant(endAt, zone, language)}`;
  }
  const { until } = messagesIn(language).delivery.posted;
  if (start.day === end.day) return `${start.day}, ${start.clock}${until}${end.clock} ${start.suffix}`;
  return `${start.day}, ${start.clock} – ${end.day}, ${end.clock} ${start.suffix}`;
}

interface InWords {
  readonly day: string;
  readonly clock: string;
  readonly suffix: string;
}

function inWords(at: number, zone: string, language: Language): InWords {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace(/^GMT(?:\+0)?/, 'UTC');
  return {
    day: readableDay(at, zone, language),
    clock: messagesIn(language).delivery.posted.clock(part('hour'), part('minute')),
    suffix: zone === offset ? `(${zone})` : `(${zone}, ${offset})`,
  };
}
