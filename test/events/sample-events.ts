import type { CalendarEvent } from '../../src/events/event.ts';

export function sampleEvent(given: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id: 'assembly',
    revision: 0,
    cancelled: false,
    changedAt: Date.UTC(2026, 10, 1),
    time: { kind: 'days', first: '2027-05-03', last: '2027-05-03' },
    languages: [],
    topics: ['association'],
    texts: { en: { title: 'General Assembly' } },
    sections: ['assembly#about'],
    ...given,
  };
}

/** Every year on 7 October. */
export const yearlyDay = sampleEvent({
  id: 'day',
  time: { kind: 'days', first: '2018-10-07', last: '2018-10-07' },
  recurrence: 'FREQ=YEARLY',
  topics: ['metropolitan-day'],
  texts: { en: { title: 'The Day' }, es: { title: 'El Día' }, fr: { title: 'La Journée' } },
  sections: ['day#date'],
});
