import type { Paragraph } from 'mdast';
import type { Section, Unit } from '../../../src/knowledge/section.ts';
import { isFunctionWord } from '../../../src/retrieval/stop-words.ts';
import { createFunctionWordSource, createWordSource, wordOf } from './generated-words.ts';
import { createRandom, integer, pick, type Random } from './random.ts';

const sectionsPerDocument = 10;
/** Shares of the words of a sentence. */
const shares = { functionWord: 0.45, ofDocument: 0.3, number: 0.03, plural: 0.15 } as const;

/** English-looking sections: two to six sentences of 8 to 25 words under a title; the same for the same seed. */
export function generateSections(size: number, seed: number): Section[] {
  const random = createRandom(seed);
  const functionWord = createFunctionWordSource(random);
  const wordId = createWordSource(random);
  const newWord = () => wordOf(wordId()) + (random() < shares.plural ? 's' : '');
  return Array.from({ length: Math.ceil(size / sectionsPerDocument) }, (_, document) => {
    // A document is about something: some of its words come again and again.
    const own = Array.from({ length: 12 }, newWord);
    const word = () => {
      const drawn = random();
      if (drawn < shares.number) return String(integer(random, 1900, 2030));
      return drawn < shares.number + shares.ofDocument ? pick(random, own) : newWord();
    };
    const sentence = () => {
      const words = Array.from({ length: integer(random, 8, 25) }, () =>
        random() < shares.functionWord ? functionWord() : word(),
      );
      return `${capitalised(words.join(' '))}.`;
    };
    const title = () => capitalised(Array.from({ length: integer(random, 1, 4) }, word).join(' '));
    const documentTitle = title();
    const length = Math.min(sectionsPerDocument, size - document * sectionsPerDocument);
    return Array.from({ length }, (_item, index) =>
      toSection(`d${document}`, `s${index}`, { documentTitle, heading: title() }, sentencesOf(random, sentence)),
    );
  }).flat();
}

function sentencesOf(random: Random, sentence: () => string): string[] {
  return Array.from({ length: integer(random, 2, 6) }, sentence);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function toSection(
  documentId: string,
  anchor: string,
  titles: { readonly documentTitle: string; readonly heading: string },
  sentences: readonly string[],
): Section {
  const nodes = sentences.map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  const units = nodes.map((node, index): Unit => ({
    kind: 'sentence',
    text: sentences[index] ?? '',
    index,
    block: index,
    node,
  }));
  return {
    id: `${documentId}#${anchor}`,
    documentId,
    anchor,
    topic: documentId,
    texts: {
      en: {
        language: 'en',
        ...titles,
        parents: [],
        keywords: [],
        body: { type: 'root', children: nodes },
        units,
        sources: [{ title: titles.documentTitle, date: '2025' }],
      },
    },
  };
}

/** Questions about random sections, each in three to five words of one of their sentences. */
export function generateQuestions(sections: readonly Section[], count: number, seed: number): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const units = pick(random, sections).texts.en?.units ?? [];
    const words = pick(random, units)
      .text.split(/\W+/)
      .filter((word) => word !== '' && !isFunctionWord(word.toLowerCase(), 'en'));
    const start = integer(random, 0, Math.max(0, words.length - 5));
    const [first = '', second = '', ...others] = words.slice(start, start + integer(random, 3, 5));
    return `What is the ${first} ${second} of the ${others.join(' ')}?`;
  });
}
