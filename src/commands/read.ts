import type { Heading, Root } from 'mdast';
import { citationsOf } from '../answers/answer-question.ts';
import { textBody } from '../answers/answer-reply.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Citation } from '../chat/reply.ts';
import type { Section, SectionText } from '../knowledge/section.ts';
import { isLanguage, type Language } from '../language.ts';
import { textIn } from '../retrieval/retriever.ts';
import type { AnswerContext, CommandDefinition, CommandResult } from './command.ts';

export const read = {
  spec: {
    name: 'read',
    description: {
      en: 'Read a page or one section of it.',
      es: 'Lea una página o una de sus secciones.',
      fr: 'Lire une page ou l’une de ses sections.',
    },
    options: [
      {
        name: 'section',
        description: {
          en: 'The name of a page, or page#section',
          es: 'El nombre de una página, o página#sección',
          fr: 'Le nom d’une page, ou page#section',
        },
        required: true,
      },
      {
        name: 'language',
        description: { en: 'en, es or fr', es: 'en, es o fr', fr: 'en, es ou fr' },
        required: false,
      },
    ],
  },
  run: (
    { knowledge, language: preferred }: Pick<AnswerContext, 'knowledge' | 'language'>,
    { section: id = '', language: wanted }: Command['options'],
  ): CommandResult => {
    const language = isLanguage(wanted) ? wanted : preferred;
    const sections = knowledge.sections.filter((section) => section.id === id || section.documentId === id);
    const [first] = sections;
    if (first === undefined) return { reply: { language, body: textBody(messagesIn(language).unknownSection) } };
    const texts = sections.map((section) => textIn(section, language));
    const shown = textIn(first, language);
    return {
      reply: {
        language: shown.language,
        title: shown.documentTitle,
        ...(shown.language === language ? {} : { notice: messagesIn(language).shownIn(shown.language) }),
        body: { type: 'root', children: sections.flatMap((section, index) => withHeading(section, texts[index])) },
        sources: sourcesOf(sections, language),
      },
    };
  },
} satisfies CommandDefinition;

function withHeading({ anchor }: Section, text: SectionText | undefined): Root['children'] {
  if (text === undefined) return [];
  const heading: Heading = {
    type: 'heading',
    depth: text.parents.length === 0 ? 2 : 3,
    children: [{ type: 'text', value: text.heading }],
    data: { hProperties: { id: anchor } },
  };
  return [heading, ...text.body.children];
}

/** Each source document once, with the first of its pages that is quoted. */
function sourcesOf(sections: readonly Section[], language: Language): Citation[] {
  const sources = new Map<string, Citation>();
  for (const citation of sections.flatMap((section) => citationsOf(section, language))) {
    const key = `${citation.title} ${citation.url ?? ''}`;
    if (!sources.has(key)) sources.set(key, citation);
  }
  return [...sources.values()];
}
