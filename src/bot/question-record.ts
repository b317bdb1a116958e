import type { Answer } from '../answers/answer.ts';
import type { AskedQuestion } from '../store/store.ts';

/** The sections that an answer cites, or that came nearest. */
function sectionIdsOf(answer: Answer): readonly string[] {
  switch (answer.outcome) {
    case 'answered':
      return [...new Set(answer.citations.map(({ sectionId }) => sectionId))];
    case 'suggested':
      return answer.suggestions.map(({ sectionId }) => sectionId);
    case 'abstained':
      return answer.nearest === undefined ? [] : [answer.nearest];
  }
}

/** What the store keeps of a question. `text` is its words, where they may be kept. */
export function toAskedQuestion(
  answer: Answer,
  asked: Pick<AskedQuestion, 'id' | 'at' | 'platform'> & { readonly text: string | undefined },
): AskedQuestion {
  const { id, at, platform, text } = asked;
  return {
    id,
    at,
    platform,
    language: answer.language,
    outcome: answer.outcome,
    sectionIds: sectionIdsOf(answer),
    confidence: answer.confidence,
    ...(text === undefined ? {} : { text }),
  };
}

/** What the log learns of a question: never the person's words. */
export function toLogLine(answer: Answer, ms: number): Readonly<Record<string, string | number>> {
  const sections =
    answer.outcome === 'answered'
      ? answer.citations[0].sectionId
      : answer.outcome === 'suggested'
        ? sectionIdsOf(answer).join(' ')
        : '';
  return {
    outcome: answer.outcome,
    language: answer.language,
    sections,
    confidence: Math.round(answer.confidence * 100) / 100,
    ms,
  };
}
