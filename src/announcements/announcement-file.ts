import { messagesIn } from '../chat/messages.ts';
import { splitFrontMatter, type FrontMatterSplit } from '../front-matter.ts';
import { fieldNames } from './announcement-fields.ts';
import { readParticulars, type Particulars } from './announcement-file-particulars.ts';
import { readTextParts, type TextParts } from './announcement-file-texts.ts';
import { quoted, type Parsed, type ParseOptions } from './input-problem.ts';
import { parseAnnouncement } from './parse-announcement.ts';

/** In bytes of UTF-8. A longer file is no announcement. */
export const largestFile = 256 * 1024;

/**
 * Reads an announcement from a markdown file: front matter in YAML (audience, publishAt, zone, event with start, end, place,
 * link and cancelled, reminders, pings, missing), then for each language a heading `# en: Title` with the text below it. Executes
 * nothing; gives everything that is wrong at once, with line numbers.
 */
export function parseAnnouncementFile(text: string, options: ParseOptions): Parsed {
  const messages = messagesIn(options.language).delivery.problems.file;
  const bytes = Buffer.byteLength(text);
  if (bytes > largestFile) return refuse(messages.tooLarge(bytes, largestFile));
  if (/[\0\uFFFD]/.test(text)) return refuse(messages.binary);
  const parts = splitFrontMatter(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'));
  if (parts.found !== 'yaml') return refuse(whyNotCut(parts, messages));
  const particulars = readParticulars(parts.lines, options.language);
  const texts = readTextParts(parts.body, parts.bodyLine, options.language);
  const problems = [...particulars.problems, ...texts.problems];
  // What a file leaves out is not there, also where it replaces an announcement that has it.
  const nothing = Object.fromEntries(fieldNames.map((name) => [name, '']));
  const parsed = parseAnnouncement({ ...nothing, ...particulars.fields, ...texts.fields }, options);
  if (parsed.ok && problems.length === 0) return parsed;
  for (const problem of parsed.ok ? [] : parsed.problems) {
    const { field } = problem;
    if (isNews(field, particulars, texts)) {
      problems.push({ ...problem, line: texts.lineOf(field) ?? particulars.lineOf(field) });
    }
  }
  return { ok: false, problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function refuse(message: string): Parsed {
  return { ok: false, problems: [{ field: 'file', line: 1, message }] };
}

/** Nothing is said to be missing where it may stand among what could not be read. */
function isNews(field: string, particulars: Particulars, texts: TextParts): boolean {
  if (field in particulars.fields || field in texts.fields) return true;
  return texts.lineOf(field) === undefined ? particulars.readable : texts.problems.length === 0;
}

function whyNotCut(
  parts: Exclude<FrontMatterSplit, { found: 'yaml' }>,
  messages: ReturnType<typeof messagesIn>['delivery']['problems']['file'],
): string {
  switch (parts.found) {
    case 'nothing':
      return messages.noFrontMatter;
    case 'noEnd':
      return messages.noEnd;
    case 'anotherFormat':
      return messages.anotherFormat(quoted(parts.format));
  }
}
