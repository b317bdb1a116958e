import { textBody } from '../answers/answer-reply.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import { isLanguage, languages, type Language } from '../language.ts';
import { channelProblem } from './audiences/parse-audience-channel.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';

/** Takes a channel's language away again. */
const none = 'none';

export const channel = {
  spec: {
    name: 'channel',
    role: 'secretariat',
    description: {
      en: 'The language that the assistant speaks in a channel.',
      es: 'La lengua que habla el asistente en un canal.',
      fr: 'La langue que parle l’assistant dans un canal.',
    },
    options: [
      {
        name: 'language',
        description: {
          en: 'en, es or fr; none for no language of its own',
          es: 'en, es o fr; none si no tiene lengua propia',
          fr: 'en, es ou fr ; none pour aucune langue propre',
        },
        required: false,
        choices: [...languages, none],
      },
      {
        name: 'channel',
        description: {
          en: 'The channel, as platform:channel; otherwise this one',
          es: 'El canal, como plataforma:canal; si no, este',
          fr: 'Le canal, sous la forme plateforme:canal ; sinon celui-ci',
        },
        required: false,
      },
    ],
  },
  run: async (context: CommandContext, options: Command['options']): Promise<CommandResult> => {
    const { store, outlets, person, clock } = context;
    const given = options['channel']?.trim() ?? '';
    const id = given === '' ? (context.channel ?? '') : given;
    const messages = messagesIn(context.language).audience;
    if (id === '') return fail(context, messages.channelNeeded);
    // The channel in which the command was given exists, whether or not something could be announced there.
    const problem = given === '' ? undefined : channelProblem(given, { ...context, platforms: [...outlets.keys()] });
    if (problem !== undefined) return fail(context, problem);
    const wanted = options['language'] ?? '';
    if (wanted !== '') {
      const language = isLanguage(wanted) ? wanted : null;
      await store.transaction(async (inner) => {
        await inner.channels.put(id, { language });
        const details = { language: wanted };
        await inner.audit.append({
          at: clock(),
          personId: person.id,
          action: 'channel.language',
          subject: id,
          details,
        });
      });
    }
    const record = await store.channels.get(id);
    return say(context, sentence(record?.name ?? id, record?.language, context.language));
  },
} satisfies CommandDefinition;

function sentence(called: string, speaks: Language | undefined, language: Language): string {
  const { channelLanguage, channelNoLanguage } = messagesIn(language).audience;
  return speaks === undefined ? channelNoLanguage(called) : channelLanguage(called, speaks);
}

function fail(context: CommandContext, text: string): CommandResult {
  return { reply: { ...say(context, text).reply, failed: true } };
}

function say({ language }: CommandContext, text: string): CommandResult {
  return { reply: { language, private: true, body: textBody(text) } };
}
