import { textBody } from '../answers/answer-reply.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Reply } from '../chat/reply.ts';
import type { Language } from '../language.ts';
import { textIn } from '../retrieval/retriever.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';
import { gapsReply } from './gaps/gaps-reply.ts';
import { groupGaps, type Weights } from './gaps/group-gaps.ts';

/** As many of the newest questions are looked at. */
const questionLimit = 1_000;
/** As many groups fit a message in a room. */
const groupLimit = 15;

export const gaps = {
  spec: {
    name: 'gaps',
    role: 'secretariat',
    description: {
      en: 'What members asked and did not get.',
      es: 'Lo que los miembros preguntaron y no obtuvieron.',
      fr: 'Ce que les membres ont demandé sans l’obtenir.',
    },
    options: [
      {
        name: 'all',
        description: {
          en: 'All subjects, however many there are',
          es: 'Todos los temas, por muchos que sean',
          fr: 'Tous les sujets, si nombreux soient-ils',
        },
        required: false,
        choices: ['true'],
      },
      {
        name: 'retry',
        description: {
          en: 'Send again what did not arrive at the secretariat or the person',
          es: 'Envíe de nuevo lo que no llegó a la secretaría o a la persona',
          fr: 'Envoyer de nouveau ce qui n’est pas arrivé au secrétariat ou à la personne',
        },
        required: false,
        choices: ['true'],
      },
    ],
  },
  run: async (context: CommandContext, { all, retry }: Command['options']): Promise<CommandResult> =>
    retry === 'true'
      ? await sendAgain(context)
      : { reply: await reportGaps(context, all === 'true' ? Infinity : groupLimit) },
} satisfies CommandDefinition;

/** Questions and answers that did not arrive, as many as anybody can look at. */
const undeliveredLimit = 25;

async function sendAgain({ store, clock, person, language }: CommandContext): Promise<CommandResult> {
  const undelivered = await store.forwards.undelivered(undeliveredLimit);
  const subjects = new Set(undelivered.map(({ forward }) => forward.id));
  await store.transaction(async (records) => {
    for (const subject of subjects) {
      await records.deliveries.retryFailed(subject, clock());
      await records.audit.append({ at: clock(), personId: person.id, action: 'question.retry', subject, details: {} });
    }
  });
  const messages = messagesIn(language).questions;
  const text = subjects.size === 0 ? messages.gapsNothingToRetry : messages.gapsRetried;
  const reply = { language, private: true, body: textBody(text) } as const;
  return subjects.size === 0 ? { reply } : { reply, wake: true };
}

type GapsContext = Pick<CommandContext, 'knowledge' | 'retriever' | 'language' | 'store' | 'settings'>;

/** What members asked and did not get, grouped, as at most `limit` groups. */
export async function reportGaps(
  { knowledge, retriever, language, store, settings }: GapsContext,
  limit: number,
): Promise<Reply> {
  const weightsOf = (text: string, asked: Language): Weights => {
    const { clues } = retriever.parse(text, asked, asked);
    return new Map(clues.map(({ concept, term, weight }) => [concept ?? term.stem, weight]));
  };
  const sections = new Map(knowledge.sections.map((section) => [section.id, section]));
  return gapsReply(groupGaps(await store.questions.unanswered(questionLimit), weightsOf), {
    language,
    zone: settings.zone,
    headingOf: (sectionId) => {
      const section = sections.get(sectionId);
      return section === undefined ? undefined : textIn(section, language).heading;
    },
    keepsQuestions: settings.keepQuestions,
    limit,
    undelivered: await store.forwards.undelivered(undeliveredLimit),
  });
}
