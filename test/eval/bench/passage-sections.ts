import type { Paragraph } from 'mdast';
import type { Section } from '../../../src/knowledge/section.ts';
import { splitSentences } from '../../../src/knowledge/sentences.ts';
import type { Language } from '../../../src/language.ts';
import type { Passage } from './question-set.ts';

/** A passage as a section of its article: one paragraph under the article's title. */
export function toSection({ id, doc, title, text }: Passage, language: Language): Section {
  const sentences = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
  const paragraphs = sentences.map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  return {
    id,
    documentId: doc,
    anchor: id,
    topic: title,
    texts: {
      [language]: {
        language,
        documentTitle: title,
        heading: '',
        parents: [],
        keywords: [],
        body: { type: 'root', children: paragraphs },
        units: sentences.map((sentence, index) => ({
          kind: 'sentence',
          text: sentence,
          index,
          block: 0,
          node: { type: 'paragraph', children: [{ type: 'text', value: sentence }] },
        })),
        sources: [{ title, date: '2020' }],
      },
    },
  };
}

/** The positions of the sentences in which answers begin; none where no answer has a place. */
export function sentencesAt(text: string, language: Language, starts: readonly number[]): ReadonlySet<number> {
  const spans = splitSentences(text, language);
  return new Set(
    starts.map((at) =>
      Math.max(
        0,
        spans.findLastIndex(({ start }) => start <= at),
      ),
    ),
  );
}
