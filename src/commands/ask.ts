import { answerQuestion } from '../answers/answer-question.ts';
import { answerReply, sampleQuestions, textBody } from '../answers/answer-reply.ts';
import { joinQuestions, leansOnPrevious } from '../answers/follow-up.ts';
import { prepareQuestion, questionLimit } from '../answers/prepare-question.ts';
import type { Answer } from '../answers/answer.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Reply } from '../chat/reply.ts';
import { isLanguage, type Language } from '../language.ts';
import { detectLanguage } from '../retrieval/detect-language.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';

export const ask: CommandDefinition = {
  spec: {
    name: 'ask',
    description: {
      en: 'Ask a question; the answer names its source.',
      es: 'Haga una pregunta; la respuesta indica su fuente.',
      fr: 'Posez une question ; la réponse indique sa source.',
    },
    options: [
      {
        name: 'question',
        description: { en: 'What you want to know', es: 'Lo que quiere saber', fr: 'Ce que vous voulez savoir' },
        required: true,
      },
      {
        name: 'language',
        description: {
          en: 'The language of the answer: en, es or fr',
          es: 'La lengua de la respuesta: en, es o fr',
          fr: 'La langue de la réponse : en, es ou fr',
        },
        required: false,
      },
    ],
  },
  run: (context, options) => {
    const { language } = options;
    if (language !== undefined && !isLanguage(language)) {
      return {
        reply: { language: context.language, body: textBody(messagesIn(context.language).unknownLanguage(language)) },
      };
    }
    return askQuestion(context, options['question'] ?? '', language);
  },
};

/** Answers what a person typed; `answerIn` overrides the question's own language. */
export function askQuestion(context: CommandContext, typed: string, answerIn?: Language): CommandResult {
  const prepared = prepareQuestion(typed);
  const language = answerIn ?? context.language;
  if (prepared.kind !== 'question') return { reply: noQuestion(prepared.kind, language) };
  const { question, answer } = withConversation(context, prepared.text, answerIn);
  return { reply: answerReply(answer, context.contact), question, answer };
}

function noQuestion(kind: 'empty' | 'noWords' | 'tooLong', language: Language): Reply {
  const messages = messagesIn(language);
  if (kind === 'tooLong') return { language, body: textBody(messages.tooLong(questionLimit)) };
  const text = kind === 'empty' ? messages.emptyQuestion : messages.noWords;
  return { language, body: textBody(text), actions: sampleQuestions(language) };
}

/** What was asked before is used only when the new question leans on it, or has no answer by itself and is short. */
function withConversation(
  { retriever, language: locale, previousQuestion }: CommandContext,
  text: string,
  answerIn: Language | undefined,
): { question: string; answer: Answer } {
  const options = { locale, ...(answerIn === undefined ? {} : { answerIn }) };
  const alone = () => ({ question: text, answer: answerQuestion(retriever, text, options) });
  if (previousQuestion === undefined) return alone();
  const { language } = detectLanguage(text, locale, retriever.knownWords);
  if (!leansOnPrevious(text, language)) return alone();
  const question = joinQuestions(previousQuestion, text);
  const answer = answerQuestion(retriever, question, options);
  return answer.outcome === 'answered' ? { question, answer } : alone();
}
