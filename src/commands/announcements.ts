import { listReply } from '../announcements/list-reply.ts';
import type { Announcement } from '../announcements/announcement.ts';
import { refuseMember, unknownAnnouncement } from './announcing/access.ts';
import { showAnnouncement } from './announcing/show.ts';
import { zoneOf } from './announcing/zone-of.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';

/** How many of each kind are listed; of what has been confirmed, as many are looked through for what is scheduled. */
const limits = { open: 15, confirmed: 100, recent: 10, closed: 5 } as const;

/** The announcements that wait for somebody, that are scheduled, and that went out last; with `id`, that one. */
export const announcements: CommandDefinition = {
  spec: {
    name: 'announcements',
    role: 'secretariat',
    description: {
      en: 'Drafts, scheduled and posted announcements, and where each one is.',
      es: 'Anuncios en borrador, programados y publicados, y dónde está cada uno.',
      fr: 'Annonces en brouillon, programmées et publiées, et où en est chacune.',
    },
    options: [
      {
        name: 'id',
        description: {
          en: 'The announcement that you want to see',
          es: 'El anuncio que desea ver',
          fr: 'L’annonce que vous voulez voir',
        },
        required: false,
      },
    ],
  },
  run: async (context, { id }) => {
    const refusal = await refuseMember(context, 'show', id ?? '');
    if (refusal !== undefined) return refusal;
    if (id === undefined) return list(context);
    const announcement = await context.store.announcements.get(id);
    return announcement === undefined ? unknownAnnouncement(context, id) : showAnnouncement(context, announcement);
  },
};

async function list(context: CommandContext): Promise<CommandResult> {
  const { store, language, clock } = context;
  const now = clock();
  const [open, confirmed, closed] = await Promise.all([
    store.announcements.list({ statuses: ['draft', 'awaiting'], limit: limits.open + 1 }),
    store.announcements.list({ statuses: ['confirmed'], limit: limits.confirmed + 1 }),
    store.announcements.list({ statuses: ['cancelled', 'retracted'], limit: limits.closed + 1 }),
  ]);
  const [ahead, past] = partition(confirmed, ({ content }) => (content.publishAt ?? now) > now);
  const shown = [
    ...open.slice(0, limits.open),
    ...ahead.slice(0, limits.open),
    ...past.slice(0, limits.recent),
    ...closed.slice(0, limits.closed),
  ];
  const listed = await Promise.all(
    shown.map(async (announcement) => ({ announcement, counts: await store.deliveries.counts(announcement.id) })),
  );
  const more = shown.length < open.length + confirmed.length + closed.length;
  return { reply: listReply({ listed, more, language, now, zone: zoneOf(context) }) };
}

function partition(
  all: readonly Announcement[],
  belongs: (announcement: Announcement) => boolean,
): [Announcement[], Announcement[]] {
  return [all.filter(belongs), all.filter((announcement) => !belongs(announcement))];
}
