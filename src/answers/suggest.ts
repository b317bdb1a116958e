import type { Suggestion } from '../chat/adapter.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Knowledge, SectionText } from '../knowledge/section.ts';
import type { Language } from '../language.ts';

/** As many as the pickiest platform offers at once. */
const suggestionLimit = 25;
/** A longer heading is no question that could be offered. */
const longestValue = 100;

interface Entry {
  readonly suggestion: Suggestion;
  readonly heading: string;
  readonly title: string;
  readonly keywords: string;
  readonly body: string;
}

/** What was prepared for the knowledge of the moment; when the pages change, there is new knowledge. */
const prepared = new WeakMap<Knowledge, Map<Language, readonly Entry[]>>();

/**
 * What can be asked that fits what was typed so far, best first: sections whose heading or title is just that, begins so,
 * or holds every word, then those whose keywords or text hold every word. With nothing typed: questions to begin with.
 */
export function suggest(knowledge: Knowledge, typed: string, language: Language): readonly Suggestion[] {
  const wanted = fold(typed);
  if (wanted === '')
    return messagesIn(language).sampleQuestions.map((question) => ({ name: question, value: question }));
  const words = wanted.split(' ');
  return entriesOf(knowledge, language)
    .map((entry) => ({ entry, rank: rankOf(entry, wanted, words) }))
    .filter(({ rank }) => rank < unranked)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, suggestionLimit)
    .map(({ entry }) => entry.suggestion);
}

const unranked = 6;

function rankOf({ heading, title, keywords, body }: Entry, wanted: string, words: readonly string[]): number {
  if (title === wanted || heading === wanted) return 0;
  if (title.startsWith(wanted)) return 1;
  if (heading.startsWith(wanted)) return 2;
  const holds = (text: string) => words.every((word) => text.includes(word));
  if (holds(`${title} ${heading}`)) return 3;
  if (holds(`${title} ${heading} ${keywords}`)) return 4;
  return holds(body) ? 5 : unranked;
}

function entriesOf(knowledge: Knowledge, language: Language): readonly Entry[] {
  const byLanguage = prepared.get(knowledge) ?? new Map<Language, readonly Entry[]>();
  prepared.set(knowledge, byLanguage);
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const texts = knowledge.sections.flatMap(({ isPointer, texts: { [language]: text } }) =>
    text === undefined || isPointer === true ? [] : [text],
  );
  const headings = new Map<string, number>();
  for (const { heading } of texts) headings.set(heading, (headings.get(heading) ?? 0) + 1);
  const entries = texts.flatMap((text) => toEntry(text, headings.get(text.heading) === 1));
  byLanguage.set(language, entries);
  return entries;
}

/** A heading that stands on several pages, or is the page's own title, is asked for together with the title. */
function toEntry({ heading, documentTitle, keywords, units }: SectionText, isUnique: boolean): Entry[] {
  const value = isUnique || heading === documentTitle ? heading : `${heading}, ${documentTitle}`;
  if (value.length > longestValue) return [];
  return [
    {
      suggestion: { name: heading === documentTitle ? heading : `${heading} · ${documentTitle}`, value },
      heading: fold(heading),
      title: fold(documentTitle),
      keywords: fold(keywords.join(' ')),
      body: fold(units.map(({ text }) => text).join(' ')),
    },
  ];
}

/** Without capitals, accents and signs. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
