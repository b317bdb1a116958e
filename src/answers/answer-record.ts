import type { Answer } from './answer.ts';
import { plainText } from '../chat/plain-text.ts';
import type { Reply } from '../chat/reply.ts';
import type { Language } from '../language.ts';

/** An answer as one JSON object, for programs. */
export interface AnswerRecord {
  readonly outcome: Answer['outcome'];
  readonly language: Language;
  /** Plain text as people see it. */
  readonly answer: string;
  readonly citations: readonly {
    readonly title: string;
    readonly section: string;
    readonly url?: string;
    readonly date?: string;
  }[];
  readonly confidence: number;
  /** How long the answer took, in milliseconds. */
  readonly ms: number;
}

/** Turns an answer into a record; without one, the reply says why the message was no question. */
export function toAnswerRecord(answer: Answer | undefined, reply: Reply, ms: number): AnswerRecord {
  const citations =
    answer === undefined || answer.outcome === 'abstained'
      ? []
      : answer.outcome === 'answered'
        ? answer.citations
        : answer.suggestions;
  return {
    outcome: answer?.outcome ?? 'abstained',
    language: reply.language,
    answer: replyText(reply),
    citations: citations.map(({ title, section, url, date }) => ({
      title,
      section,
      ...(url === undefined ? {} : { url }),
      ...(date === undefined ? {} : { date }),
    })),
    confidence: Math.round((answer?.confidence ?? 0) * 1000) / 1000,
    ms: Math.round(ms * 100) / 100,
  };
}

/** Notice, body and what can be done next, each on lines of their own. */
function replyText({ notice, body, sources, actions }: Reply): string {
  const next = sources === undefined ? (actions ?? []).map(({ label }) => `- ${label}`) : [];
  return [notice, plainText(body), next.join('\n')].filter((part) => part !== undefined && part !== '').join('\n\n');
}
