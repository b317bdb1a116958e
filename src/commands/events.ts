import { textBody } from '../answers/answer-reply.ts';
import { similarNames } from '../announcements/nearest-names.ts';
import { platformOf } from '../chat/destination.ts';
import { messagesIn } from '../chat/messages.ts';
import { hasRole } from '../chat/role.ts';
import type { CalendarEvent } from '../events/event.ts';
import { eventsReply, type EventsAsked, type EventsReader } from '../events/events-reply.ts';
import { parseMonth } from '../events/parse-month.ts';
import { upcoming, within } from '../events/upcoming.ts';
import { zoneOf } from './announcing/zone-of.ts';
import type { CommandContext, CommandDefinition } from './command.ts';
import { announcedEvents, publicPlatform } from './events/announced-events.ts';

/** As much of a wrong value is repeated to the person who typed it. */
const quotedLength = 40;
const topicLimit = 20;

/** What takes place next: of the pages, and of what was announced where the person reads. */
export const events: CommandDefinition = {
  spec: {
    name: 'events',
    description: {
      en: 'What takes place next, or in a month.',
      es: 'Qué tendrá lugar próximamente, o en un mes.',
      fr: 'Ce qui aura lieu prochainement, ou au cours d’un mois.',
    },
    options: [
      {
        name: 'month',
        description: {
          en: 'A month: 2027-10 or October',
          es: 'Un mes: 2027-10 u octubre',
          fr: 'Un mois : 2027-10 ou octobre',
        },
        required: false,
      },
      {
        name: 'topic',
        description: {
          en: 'Only events on this topic',
          es: 'Solo los eventos sobre este tema',
          fr: 'Seulement les événements sur ce thème',
        },
        required: false,
      },
    ],
  },
  run: async (context, { month = '', topic = '' }) => {
    const { language, clock } = context;
    const reader = { language, zone: zoneOf(context), now: clock() };
    const known = await knownEvents(context);
    const asked = readAsked(known, month.trim(), topic.trim(), reader);
    if (typeof asked === 'string') return { reply: { language, failed: true, body: textBody(asked) } };
    const { month: when, topic: about } = asked;
    const wanted = about === undefined ? known : known.filter(({ topics }) => topics.includes(about));
    const found = when === undefined ? upcoming(wanted, reader) : within(wanted, { ...when, zone: reader.zone });
    return { reply: eventsReply(found, asked, reader) };
  },
};

/** The month and the topic that are meant, or what is wrong with them. */
function readAsked(
  known: readonly CalendarEvent[],
  month: string,
  topic: string,
  reader: EventsReader,
): EventsAsked | string {
  const messages = messagesIn(reader.language).events;
  const when = month === '' ? undefined : parseMonth(month, reader);
  // Where options are typed one after the other, a topic may stand in the place of the month.
  const about = findTopic(known, month !== '' && when === undefined && topic === '' ? month : topic);
  if (month !== '' && when === undefined && (topic !== '' || about === undefined))
    return messages.wrongMonth(month.slice(0, quotedLength), topicsOf(known).slice(0, topicLimit).join(', '));
  if (topic !== '' && about === undefined) return unknownTopic(known, topic.slice(0, quotedLength), reader);
  return { ...(when !== undefined && { month: when }), ...(about !== undefined && { topic: about }) };
}

/** What is posted on the web page is for everybody; the secretariat sees what is confirmed wherever it goes, and before. */
async function knownEvents({ knowledge, store, person, role }: CommandContext): Promise<readonly CalendarEvent[]> {
  const told = hasRole(role, 'secretariat') ? undefined : [platformOf(person.id), publicPlatform];
  const announced = await announcedEvents(store, told);
  return [...knowledge.events, ...announced.map(({ event }) => event)];
}

/** The topic as the events write it, whatever the case in which it was asked for. */
function findTopic(known: readonly CalendarEvent[], topic: string): string | undefined {
  const wanted = fold(topic);
  return topicsOf(known).find((each) => fold(each) === wanted);
}

function unknownTopic(known: readonly CalendarEvent[], topic: string, { language }: EventsReader): string {
  const { events: messages } = messagesIn(language);
  const topics = topicsOf(known);
  const near = similarNames(topic, topics, topicLimit);
  const shown = [...new Set([...near, ...topics])].slice(0, topicLimit);
  return shown.length === 0 ? messages.noTopics(topic) : messages.unknownTopic(topic, shown.join(', '));
}

function topicsOf(known: readonly CalendarEvent[]): string[] {
  return [...new Set(known.flatMap(({ topics }) => topics))].toSorted();
}

function fold(text: string): string {
  return text.trim().toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
}
