import type { Root } from 'mdast';
import type { Citation } from '../chat/reply.ts';
import type { Language } from '../language.ts';
import type { QuestionLanguage } from '../retrieval/stop-words.ts';

interface AnswerBase {
  /** The language in which people are addressed. */
  readonly language: Language;
  /** The language of the question, where it is none in which the assistant writes. */
  readonly askedIn?: QuestionLanguage;
  /** How probable it is, from 0 to 1, that the nearest section answers the question. */
  readonly confidence: number;
}

/** What is said to a question. Nothing is claimed without a citation; not knowing is an outcome of its own. */
export type Answer = AnswerBase &
  (
    | {
        readonly outcome: 'answered';
        readonly excerpt: Root;
        /** The question is when something takes place, or will the next time. */
        readonly asksWhen?: true;
        /** The language of the excerpt, where it is not written in the one in which people are addressed. */
        readonly shownIn?: Language;
        readonly citations: readonly [Citation, ...Citation[]];
      }
    | { readonly outcome: 'suggested'; readonly suggestions: readonly [Citation, ...Citation[]] }
    | {
        readonly outcome: 'abstained';
        /** The section that comes nearest without answering, for those who look for gaps in the knowledge. */
        readonly nearest?: string;
      }
  );
