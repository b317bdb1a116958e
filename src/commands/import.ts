import { nearestNames } from '../announcements/nearest-names.ts';
import { quoted } from '../announcements/input-problem.ts';
import type { Audience } from '../announcements/announcement.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import type { HeldEvent } from '../events/import/imported-event.ts';
import { readCalendar } from '../events/import/read-calendar.ts';
import { isLanguage, languages, type Language } from '../language.ts';
import { detectLanguage, nearestLanguage } from '../retrieval/detect-language.ts';
import { refuseMember, say } from './announcing/access.ts';
import { zoneOf } from './announcing/zone-of.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';
import { importEvent, type ImportOptions } from './importing/import-event.ts';
import { importForm, type ImportField } from './importing/import-form.ts';
import type { ImportOutcome } from './importing/import-outcome.ts';
import { importReply, problemLines, unreadableReply } from './importing/import-reply.ts';

/** As much of a text shows its language. */
const sampleLength = 2_000;

/** Makes the events of a calendar file into drafts; without a file it opens a form. */
export const importCalendar: CommandDefinition = {
  spec: {
    name: 'import',
    role: 'secretariat',
    description: {
      en: 'Make the events of a calendar file (.ics) into drafts; nothing is posted before you confirm.',
      es: 'Convierta en borradores los eventos de un archivo .ics; nada se publica sin su confirmación.',
      fr: 'Faire des brouillons à partir d’un fichier .ics ; rien n’est publié sans confirmation.',
    },
    options: [
      {
        name: 'file',
        description: {
          en: 'A calendar file (.ics)',
          es: 'Un archivo de calendario (.ics)',
          fr: 'Un fichier de calendrier (.ics)',
        },
        required: false,
      },
      {
        name: 'audience',
        description: {
          en: 'The audience of the drafts',
          es: 'La audiencia de los borradores',
          fr: 'Le public des brouillons',
        },
        required: false,
      },
      {
        name: 'language',
        description: {
          en: 'The language of the file; otherwise as the texts show',
          es: 'La lengua del archivo; si no, la que muestren los textos',
          fr: 'La langue du fichier ; sinon celle des textes',
        },
        required: false,
        choices: ['auto', ...languages],
      },
    ],
  },
  run: async (context, options) => {
    const refusal = await refuseMember(context, 'create', '');
    if (refusal !== undefined) return refusal;
    const audiences = await context.store.audiences.list();
    if (audiences.length === 0) return say(context, messagesIn(context.language).announcing.form.noAudience);
    return run(context, options, audiences);
  },
};

async function run(
  context: CommandContext,
  options: Command['options'],
  audiences: readonly Audience[],
): Promise<CommandResult> {
  const { language } = context;
  const { file, audience: asked = '' } = options;
  const again = (given: Command['options'], problems: ReadonlyMap<ImportField, string>) =>
    importForm({ language, audiences, options: given, problems });
  const ask = (problems: ReadonlyMap<ImportField, string>) => ({ reply: again(options, problems) });
  if (file === undefined) return ask(new Map());
  if (file.trim() === '') return ask(new Map([['file', messagesIn(language).importing.fileMissing]]));
  const zone = zoneOf(context);
  const reading = readCalendar(file, { now: context.clock(), zone });
  if (!reading.ok) {
    const { form } = again(
      { ...options, file: '' },
      new Map([['file', problemLines(reading.problems.slice(0, 3), language).join(' ')]]),
    );
    // Nothing is kept of a file that cannot be read: another one has to be chosen.
    return { reply: { ...unreadableReply(reading.problems, language), ...(form !== undefined && { form }) } };
  }
  const audience = audienceNamed(asked, audiences);
  if (audience === undefined) return ask(new Map([['audience', audienceProblem(asked, audiences, language)]]));

  const given: ImportOptions = {
    audience,
    audiences: audiences.map(({ name }) => name),
    languageOf: (event) => languageOf(context, event, options['language']),
    anew: options['anew'] === 'true',
  };
  const outcomes: ImportOutcome[] = [];
  for (const event of reading.events) outcomes.push(...(await importEvent(context, event, given)));
  const { problems, others } = reading;
  return { reply: importReply({ language, zone, outcomes, problems, others }) };
}

/** The audience of a name; without one, the only one that there is. */
function audienceNamed(name: string, audiences: readonly Audience[]): string | undefined {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return audiences.length === 1 ? audiences[0]?.name : undefined;
  return audiences.find((each) => each.name.toLowerCase() === wanted)?.name;
}

function audienceProblem(name: string, audiences: readonly Audience[], language: Language): string {
  const { delivery, importing } = messagesIn(language);
  const names = audiences.map((each) => each.name);
  if (name.trim() === '') return importing.audienceMissing(names.slice(0, 20).join(', '));
  return delivery.problems.unknownAudience(quoted(name), nearestNames(name, names).slice(0, 20).join(', '));
}

/** The language that was asked for, else the one that the text shows, else the person's. */
function languageOf(
  { retriever, language }: CommandContext,
  { title, description }: HeldEvent,
  asked: string | undefined,
): Language {
  if (isLanguage(asked)) return asked;
  const found = detectLanguage(`${title}. ${description}`.slice(0, sampleLength), undefined, retriever.frequencyOf);
  return found.others.length > 0 ? language : nearestLanguage(found.language);
}
