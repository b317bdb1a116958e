import { naming, type EventQuestion, type NamedEvent } from '../../answers/event-question.ts';
import type { CalendarEvent } from '../../events/event.ts';
import { endOf, nextOccurrence } from '../../events/occurrences.ts';
import { languages, type Language } from '../../language.ts';
import type { Retriever } from '../../retrieval/retriever.ts';
import type { AnnouncedEvent } from './announced-events.ts';

export interface ChosenEvent {
  readonly announced: AnnouncedEvent;
  readonly naming: 'fully' | 'nearly';
  readonly isOver: boolean;
}

/**
 * The announced event that a question asks of, if it can be no other and the announcement tells what is asked; undefined
 * where there is any doubt. What an announcement that was retracted or changed does not say any more is not told.
 */
export function chooseAnnounced(
  retriever: Retriever,
  asked: EventQuestion,
  known: readonly AnnouncedEvent[],
  now: number,
): ChosenEvent | undefined {
  const named = known.flatMap((announced): ChosenEvent[] => {
    const { event, stands, post } = announced;
    if (!stands || post === undefined) return [];
    const found = naming(retriever, asked, toNamed(event));
    return found === undefined ? [] : [{ announced, naming: found, isOver: isOver(event, now) }];
  });
  const best = named.some((each) => each.naming === 'fully') ? named.filter((each) => each.naming === 'fully') : named;
  const meant = asked.aspect === 'state' ? best : meantBy(asked, best);
  const [only, ...others] = meant;
  return only !== undefined && others.length === 0 && tells(asked, only.announced.event) ? only : undefined;
}

/** Those of which the question may speak: what is to come rather than what is over, what takes place rather than not. */
function meantBy({ tense }: EventQuestion, named: readonly ChosenEvent[]): readonly ChosenEvent[] {
  if (tense === 'earlier') return [];
  const inTime = named.filter(({ isOver: over }) => (tense === 'past' ? over : tense === 'coming' ? !over : true));
  const held = inTime.filter(({ announced }) => !announced.event.cancelled);
  const among = held.length > 0 ? held : inTime;
  const ahead = among.filter(({ isOver: over }) => !over);
  return ahead.length > 0 ? ahead : among;
}

/** Whether the announcement says what is asked. */
function tells({ aspect }: EventQuestion, event: CalendarEvent): boolean {
  const { time, link, texts } = event;
  const hasPlace = Object.values(texts).some(({ place }) => place !== undefined);
  if (aspect === 'end') return time.kind === 'instant' && time.endAt !== undefined;
  if (aspect === 'where') return hasPlace || link !== undefined;
  return aspect !== 'link' || link !== undefined;
}

function isOver(event: CalendarEvent, now: number): boolean {
  const { time } = event;
  if (time.kind !== 'instant')
    return nextOccurrence({ ...event, cancelled: false }, { now, zone: 'UTC' }) === undefined;
  return endOf({ ...time, kind: 'instants' }, time.zone) <= now;
}

/** The event's titles, with the words by which people tell it from others: its place, month and year. */
function toNamed({ id, texts, time }: CalendarEvent): NamedEvent {
  const names = languages.flatMap((language): [Language, { title: string; facts: string[] }][] => {
    const text = texts[language];
    if (text === undefined) return [];
    const when =
      time.kind === 'instant'
        ? [monthAndYear(time.startAt, time.zone, language)]
        : [monthAndYear(Date.parse(time.kind === 'days' ? time.first : time.start), 'UTC', language)];
    return [[language, { title: text.title, facts: [...when, ...(text.place === undefined ? [] : [text.place])] }]];
  });
  return { id, names: Object.fromEntries(names) };
}

function monthAndYear(at: number, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: zone }).format(at);
}
