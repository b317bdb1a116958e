import { listReply } from '../announcements/list-reply.ts';
import type { Announcement, AnnouncementStatus } from '../announcements/announcement.ts';
import { refuseMember, unknownAnnouncement } from './announcing/access.ts';
import { showAnnouncement } from './announcing/show.ts';
import { zoneOf } from './announcing/zone-of.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';

/** How many of each kind are listed: what is open, whatever its age, before what is past. */
const limits = { open: 15, recent: 10, closed: 5 } as const;

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
  const of = (status: AnnouncementStatus, limit: number) => store.announcements.list({ statuses: [status], limit });
  const [missedIds, aheadIds] = await Promise.all([
    store.deliveries.missed(limits.open + 1),
    store.deliveries.ahead(now, limits.open + 1),
  ]);
  const waiting = new Set([...missedIds, ...aheadIds]);
  const [missed, ahead, awaiting, drafts, confirmed, closed] = await Promise.all([
    named(store, missedIds),
    named(
      store,
      aheadIds.filter((id) => !missedIds.includes(id)),
    ),
    of('awaiting', limits.open + 1),
    of('draft', limits.open + 1),
    of('confirmed', limits.recent + waiting.size + 1),
    store.announcements.list({ statuses: ['cancelled', 'retracted'], limit: limits.closed + 1 }),
  ]);
  const past = confirmed.filter(({ id }) => !waiting.has(id));
  const inOrder = [
    [missed, limits.open],
    [awaiting.filter(({ id }) => !waiting.has(id)), limits.open],
    [drafts, limits.open],
    [ahead, limits.open],
    [past, limits.recent],
    [closed, limits.closed],
  ] as const;
  const shown = inOrder.flatMap(([found, limit]) => found.slice(0, limit));
  const more = inOrder.some(([found, limit]) => found.length > limit);
  const listed = await Promise.all(
    shown.map(async (announcement) => ({
      announcement,
      counts: await store.deliveries.counts(announcement.id),
      missed: missedIds.includes(announcement.id),
    })),
  );
  return { reply: listReply({ listed, more, language, now, zone: zoneOf(context) }) };
}

async function named(store: CommandContext['store'], ids: readonly string[]): Promise<Announcement[]> {
  const found = await Promise.all(ids.map(async (id) => await store.announcements.get(id)));
  return found.filter((announcement) => announcement !== undefined);
}
