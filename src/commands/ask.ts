import { answerQuestion } from '../answers/answer-question.ts';
import { answerReply, helpReply, sampleQuestions, textBody } from '../answers/answer-reply.ts';
import { isFragment, joinQuestions, leansOnPrevious } from '../answers/follow-up.ts';
import { prepareQuestion, questionLimit } from '../answers/prepare-question.ts';
import type { Answer } from '../answers/answer.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Reply } from '../chat/reply.ts';
import { isLanguage, type Language } from '../language.ts';
import { detectLanguage } from '../retrieval/detect-language.ts';
import type { AnswerContext, CommandDefinition, CommandResult } from './command.ts';
import { announcedAnswer } from './events/announced-answer.ts';
import { nextOccurrenceText } from './events/next-occurrence.ts';

export const ask = {
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
  run: async (context: AnswerContext, options: Command['options']): Promise<CommandResult> => {
    const { language } = options;
    if (language !== undefined && !isLanguage(language)) {
      return {
        reply: {
          language: context.language,
          body: textBody(messagesIn(context.language).unknownLanguage(language.slice(0, 40))),
        },
      };
    }
    return await askEverything(context, options['question'] ?? '', language);
  },
} satisfies CommandDefinition;

interface Asked {
  readonly question: string;
  readonly answer: Answer;
}

/** Answers what a person typed, from the pages or from what was announced; `answerIn` as for `askQuestion`. */
export async function askEverything(
  context: AnswerContext,
  typed: string,
  answerIn?: Language,
): Promise<CommandResult> {
  const result = askQuestion(context, typed, answerIn);
  return (await announcedAnswer(context, result)) ?? result;
}

/** Answers what a person typed from the pages; `answerIn` overrides the question's own language. */
export function askQuestion(context: AnswerContext, typed: string, answerIn?: Language): CommandResult {
  const prepared = prepareQuestion(typed);
  const language = answerIn ?? context.language;
  if (prepared.kind === 'greeting') return { reply: helpReply(language) };
  if (prepared.kind !== 'question') return { reply: noQuestion(prepared.kind, language) };
  const { question, answer } = withConversation(context, prepared.text, answerIn);
  const reply = answerReply(answer, context.contact, context.canForward === true ? question : undefined);
  const next =
    context.today === undefined ? undefined : nextOccurrenceText(answer, context.knowledge.events, context.today);
  return {
    reply: next === undefined ? reply : { ...reply, body: { ...reply.body, children: [...reply.body.children, next] } },
    question,
    answer,
  };
}

function noQuestion(kind: 'empty' | 'noWords' | 'tooLong', language: Language): Reply {
  const messages = messagesIn(language);
  if (kind === 'tooLong') return { language, body: textBody(messages.tooLong(questionLimit)) };
  const text = kind === 'empty' ? messages.emptyQuestion : messages.noWords;
  return { language, body: textBody(text), actions: sampleQuestions(language) };
}

/** What was asked before is used only when the new question leans on it, and the two together have an answer. */
function withConversation(
  { retriever, language: locale, previousQuestion }: AnswerContext,
  text: string,
  answerIn: Language | undefined,
): Asked {
  const options = { locale, ...(answerIn === undefined ? {} : { answerIn }) };
  const askAs = (question: string): Asked => ({ question, answer: answerQuestion(retriever, question, options) });
  if (previousQuestion === undefined) return isFragment(text) ? tentatively(askAs(text)) : askAs(text);
  const { language } = detectLanguage(text, locale, retriever.frequencyOf);
  if (!leansOnPrevious(text, language)) return askAs(text);
  const [first, ...others] = joinQuestions(previousQuestion, text);
  const asked = askAs(first);
  const answered = [asked, ...others.map(askAs)].find(({ answer }) => answer.outcome === 'answered');
  // What asks nothing by itself would get an answer to another question.
  return answered ?? (isFragment(text) ? asked : askAs(text));
}

/** What goes on from nothing asks too little for an answer; what is near may still be what was meant. */
function tentatively({ question, answer }: Asked): Asked {
  if (answer.outcome !== 'answered') return { question, answer };
  const { excerpt: _, citations, ...base } = answer;
  return { question, answer: { ...base, outcome: 'suggested', suggestions: citations } };
}
