import { helpReply } from '../answers/answer-reply.ts';
import type { AnswerContext, CommandDefinition, CommandResult } from './command.ts';

export const help = {
  spec: {
    name: 'help',
    description: {
      en: 'What the assistant knows and how to ask.',
      es: 'Qué sabe el asistente y cómo preguntarle.',
      fr: 'Ce que sait l’assistant et comment l’interroger.',
    },
    options: [],
  },
  run: ({ language }: Pick<AnswerContext, 'language'>): CommandResult => ({ reply: helpReply(language) }),
} satisfies CommandDefinition;
