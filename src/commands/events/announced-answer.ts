import type { Answer } from '../../answers/answer.ts';
import { readEventQuestion, type EventQuestion } from '../../answers/event-question.ts';
import { joinQuestions, leansOnPrevious } from '../../answers/follow-up.ts';
import { messagesIn } from '../../chat/messages.ts';
import { detectLanguage } from '../../retrieval/detect-language.ts';
import type { AnswerContext, CommandResult } from '../command.ts';
import { announcedReply } from './announced-reply.ts';
import { chooseAnnounced, type ChosenEvent } from './choose-announced.ts';
import { nextOccurrenceText } from './next-occurrence.ts';

interface Found {
  readonly question: string;
  readonly asked: EventQuestion;
  readonly chosen: ChosenEvent;
}

/**
 * The answer to a question about an event that was announced where the person reads; undefined where the question is
 * another, or the pages answer it better: what they answer stands, unless the question says the whole name of an event
 * that is still to come and of which the pages know no time to come.
 */
export async function announcedAnswer(
  context: AnswerContext,
  { question, answer }: CommandResult,
): Promise<CommandResult | undefined> {
  const { announced, today } = context;
  if (question === undefined || answer === undefined || announced === undefined || today === undefined) {
    return undefined;
  }
  const readings = questionsOf(context, question);
  if (readings.length === 0) return undefined;
  const known = await announced();
  if (known === undefined || known.length === 0) return undefined;
  const found = readings
    .map(({ asked, ...reading }): Found | undefined => {
      const chosen = chooseAnnounced(context.retriever, asked, known, today.now);
      return chosen && { ...reading, asked, chosen };
    })
    .find((each) => each !== undefined);
  return found === undefined || isAnswered(answer, found, context) ? undefined : toResult(answer, found, context);
}

/** The question as it was asked, and joined to the one before where it leans on that. */
function questionsOf(
  { retriever, language: locale, previousQuestion }: AnswerContext,
  question: string,
): { readonly question: string; readonly asked: EventQuestion }[] {
  const { language } = detectLanguage(question, locale, retriever.frequencyOf);
  const joined =
    previousQuestion !== undefined && leansOnPrevious(question, language)
      ? joinQuestions(previousQuestion, question)
      : [];
  return [question, ...joined].flatMap((each) => {
    const asked = readEventQuestion(retriever, each, language);
    return asked === undefined ? [] : [{ question: each, asked }];
  });
}

/** Whether what the pages answer is more to the point. */
function isAnswered(answer: Answer, { asked, chosen }: Found, { knowledge, today }: AnswerContext): boolean {
  if (answer.outcome !== 'answered') return false;
  if (asked.aspect === 'what' || chosen.naming !== 'fully' || chosen.isOver) return true;
  const knowsNext = today !== undefined && nextOccurrenceText(answer, knowledge.events, today) !== undefined;
  return asked.aspect !== 'state' && knowsNext;
}

function toResult(
  { language, askedIn }: Answer,
  { question, asked, chosen }: Found,
  { today, publicUrl }: AnswerContext,
): CommandResult {
  const zone = today?.zone ?? 'UTC';
  const reader = { language, zone, ...(publicUrl !== undefined && { publicUrl }) };
  const { body, citation } = announcedReply(chosen, asked, reader);
  const foreign = askedIn === undefined ? {} : { askedIn };
  return {
    reply: {
      language,
      ...(askedIn !== undefined && { notice: messagesIn(language).answeredIn(language) }),
      body,
      sources: [citation],
    },
    question,
    answer: { language, ...foreign, confidence: 1, outcome: 'answered', excerpt: body, citations: [citation] },
  };
}
