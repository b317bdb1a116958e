import { parseGlossary } from '../../src/knowledge/glossary.ts';
import { parseMarkdown } from '../../src/chat/markdown.ts';
import type { Section, SectionText } from '../../src/knowledge/section.ts';
import { toUnits } from '../../src/knowledge/units.ts';
import type { Language } from '../../src/language.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { glossaryHead } from '../knowledge/knowledge-folder.ts';

interface Surroundings {
  readonly language?: Language;
  readonly heading?: string;
  /** The glossary's text, with its headings and tables. */
  readonly glossary?: string;
  readonly sourceTitle?: string;
}

/** One section of markdown, among a few others, as ranking sees it, and questions as they are read beside it. */
export function readMarkdown(
  markdown: string,
  { language = 'en', heading = '', glossary = glossaryHead, sourceTitle = 'Annual report' }: Surroundings = {},
) {
  const text = (of: string): SectionText => ({
    language,
    documentTitle: '',
    heading,
    parents: [],
    keywords: [],
    body: parseMarkdown(of),
    units: toUnits(parseMarkdown(of), language),
    sources: [{ title: sourceTitle, date: '2023' }],
  });
  const section = (anchor: string, of: string): Section => ({
    id: `page#${anchor}`,
    documentId: 'page',
    anchor,
    topic: 'report',
    texts: { [language]: text(of) },
  });
  const read = section('read', markdown);
  const retriever = createRetriever({
    // What stands in most sections tells nothing, so there are others.
    sections: [read, ...['one', 'two', 'three'].map((anchor) => section(anchor, `Other ${anchor}.`))],
    concepts: parseGlossary('glossary.md', glossary).concepts,
  });
  return {
    indexed: retriever.textOf(read, language),
    parse: (question: string) => retriever.parse(question, language, language),
    search: (question: string) => retriever.search(retriever.parse(question, language, language)),
  };
}
