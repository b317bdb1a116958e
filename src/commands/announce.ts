import { parseAnnouncementFile } from '../announcements/announcement-file.ts';
import type { InputProblem, ParseOptions, Parsed } from '../announcements/input-problem.ts';
import { parseAnnouncement } from '../announcements/parse-announcement.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import { mayPing, refuseMember, say, unknownAnnouncement } from './announcing/access.ts';
import { closedReply, storeChange, storeDraft, type Base } from './announcing/announcement-draft.ts';
import { fileProblemsReply, formReply } from './announcing/form-reply.ts';
import { zoneOf } from './announcing/zone-of.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';

/**
 * Writes an announcement, or with `id` changes one: without more it opens the form, with fields (those of the form) or
 * the text of a file it stores a draft and shows the preview. All that is wrong is said at once, and nothing typed is lost.
 */
export const announce: CommandDefinition = {
  spec: {
    name: 'announce',
    role: 'secretariat',
    description: {
      en: 'Write an announcement, or change one; you see a preview before anything is posted.',
      es: 'Redacte un anuncio o modifique uno; verá una vista previa antes de que se publique.',
      fr: 'Rédiger une annonce ou en modifier une ; un aperçu précède toute publication.',
    },
    options: [
      {
        name: 'file',
        description: {
          en: 'A markdown file with the announcement',
          es: 'Un archivo markdown con el anuncio',
          fr: 'Un fichier markdown avec l’annonce',
        },
        required: false,
      },
      {
        name: 'id',
        description: {
          en: 'The announcement that is to be changed',
          es: 'El anuncio que se desea modificar',
          fr: 'L’annonce à modifier',
        },
        required: false,
      },
    ],
  },
  run: async (context, { id, revision, file, ...fields }) => {
    const refusal = await refuseMember(context, id === undefined ? 'create' : 'revise', id ?? '');
    if (refusal !== undefined) return refusal;
    const base = id === undefined ? undefined : await baseOf(context, id, revision);
    if (base !== undefined && 'reply' in base) return base;
    const written = file === undefined ? (Object.keys(fields).length === 0 ? undefined : fields) : file;
    return written === undefined ? open(context, base) : write(context, base, written);
  },
};

/** What is to be changed, or the answer that it cannot be. */
async function baseOf(
  context: CommandContext,
  id: string,
  revision: string | undefined,
): Promise<Base | CommandResult> {
  if (revision !== undefined && !/^[1-9]\d{0,8}$/.test(revision)) {
    return say(context, messagesIn(context.language).announcing.wrongRevision(revision.slice(0, 40)));
  }
  const announcement = await context.store.announcements.get(id);
  if (announcement === undefined) return unknownAnnouncement(context, id);
  const seen = revision === undefined ? announcement.revision : Number(revision);
  return closedReply(context, announcement) ?? { announcement, revision: seen };
}

async function open(context: CommandContext, base: Base | undefined): Promise<CommandResult> {
  const audiences = await context.store.audiences.list();
  if (audiences.length === 0) return say(context, messagesIn(context.language).announcing.form.noAudience);
  return { reply: formReply(context, { audiences, base }) };
}

async function write(
  context: CommandContext,
  base: Base | undefined,
  written: string | Command['options'],
): Promise<CommandResult> {
  const { store, language, clock } = context;
  const audiences = await store.audiences.list();
  const options: ParseOptions = {
    now: clock(),
    zone: zoneOf(context),
    language,
    audiences: audiences.map(({ name }) => name),
    ...(base === undefined ? {} : { previous: base.announcement.content }),
  };
  const parsed =
    typeof written === 'string' ? parseAnnouncementFile(written, options) : parseAnnouncement(written, options);
  const problems = [...(parsed.ok ? [] : parsed.problems), ...pingProblems(context, parsed, written)];
  if (!parsed.ok || problems.length > 0) {
    if (typeof written === 'string') return { reply: fileProblemsReply(context, problems) };
    return { reply: formReply(context, { audiences, base, fields: written, problems }) };
  }
  if (base === undefined) return storeDraft(context, parsed.content);
  return (await storeChange(context, base, parsed.content)) ?? changedMeanwhile(context, base, written);
}

/** To have everybody notified takes a right; whoever lacks it learns that with everything else that is wrong. */
function pingProblems(context: CommandContext, parsed: Parsed, written: string | Command['options']): InputProblem[] {
  const wanted = parsed.ok ? parsed.content.pings : typeof written !== 'string' && written['pings'] === 'true';
  if (!wanted || mayPing(context)) return [];
  const message = messagesIn(context.language).announcing.form.pingRefused(context.settings.pingRole);
  return [{ field: 'pings', message }];
}

/** Somebody else was faster: the author's own words are kept, and sending them again replaces the other's. */
async function changedMeanwhile(
  context: CommandContext,
  { announcement: { id } }: Base,
  written: string | Command['options'],
): Promise<CommandResult> {
  const { store, language } = context;
  const announcement = await store.announcements.get(id);
  if (announcement === undefined) return unknownAnnouncement(context, id);
  const base = { announcement, revision: announcement.revision };
  const notice = messagesIn(language).announcing.changedMeanwhile;
  const audiences = await store.audiences.list();
  const fields = typeof written === 'string' ? {} : written;
  return { reply: formReply(context, { audiences, base, fields, notice }) };
}
