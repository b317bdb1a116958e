import type { Answer } from './answers/answer.ts';
import { textBody } from './answers/answer-reply.ts';
import type { Handle } from './chat/adapter.ts';
import type { Incoming } from './chat/incoming.ts';
import { messagesIn } from './chat/messages.ts';
import type { Reply } from './chat/reply.ts';
import type { Clock } from './clock.ts';
import { askQuestion } from './commands/ask.ts';
import { catalog } from './commands/catalog.ts';
import type { AnswerContext, CommandResult } from './commands/command.ts';
import { languages } from './language.ts';
import type { Log } from './log.ts';

export interface BotDependencies {
  /** What the assistant knows at the moment of a question; asked anew for each. */
  readonly current: () => Pick<AnswerContext, 'knowledge' | 'retriever'>;
  readonly contact: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** As many conversations are remembered, for questions that go on from the one before; the oldest are forgotten. */
const conversationLimit = 10_000;

/** The inbound engine: what people write comes in, what they read goes out. It never rejects. */
export function createBot({ current, contact, clock, log }: BotDependencies): Handle {
  const lastQuestions = new Map<string, string>();

  const remember = (conversation: string, question: string) => {
    lastQuestions.delete(conversation);
    lastQuestions.set(conversation, question);
    const [oldest] = lastQuestions.keys();
    if (lastQuestions.size > conversationLimit && oldest !== undefined) lastQuestions.delete(oldest);
  };

  return (incoming) => {
    const startedAt = clock();
    const previousQuestion = lastQuestions.get(incoming.conversationId);
    const context: Omit<AnswerContext, 'knowledge' | 'retriever'> = {
      contact,
      language: incoming.locale ?? languages[0],
      ...(previousQuestion === undefined ? {} : { previousQuestion }),
    };
    try {
      const { reply, question, answer } = route({ ...context, ...current() }, incoming);
      if (question !== undefined) remember(incoming.conversationId, question);
      if (answer !== undefined) log.info(record(answer, clock() - startedAt), 'question');
      return Promise.resolve(reply);
    } catch (error) {
      log.error({ kind: incoming.kind, error: describe(error) }, 'a message could not be handled');
      return Promise.resolve({
        language: context.language,
        body: textBody(messagesIn(context.language).failed(contact)),
      });
    }
  };
}

function route(context: AnswerContext, incoming: Incoming): CommandResult {
  if (incoming.kind === 'message') return askQuestion(context, incoming.text, incoming.answerIn);
  const command = catalog.find(({ spec }) => spec.name === incoming.name);
  if (command === undefined) return { reply: unknownCommand(context, incoming.name) };
  const missing = command.spec.options.find(({ name, required }) => required && incoming.options[name] === undefined);
  if (missing !== undefined) {
    const text = messagesIn(context.language).missingOption(missing.name, command.spec.name);
    return { reply: { language: context.language, body: textBody(text) } };
  }
  return command.run(context, incoming.options);
}

function unknownCommand({ language }: AnswerContext, name: string): Reply {
  const known = catalog.map(({ spec }) => spec.name).join(', ');
  return { language, body: textBody(messagesIn(language).unknownCommand(name.slice(0, 40), known)) };
}

/** What the log learns of a question: never the person's words. */
function record(answer: Answer, ms: number): Record<string, string | number> {
  const sections =
    answer.outcome === 'answered'
      ? answer.citations[0].sectionId
      : answer.outcome === 'suggested'
        ? answer.suggestions.map(({ sectionId }) => sectionId).join(' ')
        : '';
  return {
    outcome: answer.outcome,
    language: answer.language,
    sections,
    confidence: Math.round(answer.confidence * 100) / 100,
    ms,
  };
}

/** The kind of a failure and where it happened; its message, which may quote what a person wrote, stays out. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => frame.test(line));
  return [error.name, ...frames.slice(0, 3).map((line) => line.trim())].join(' ');
}

const frame = /^ {4}at .*:\d+:\d+\)?$/;
