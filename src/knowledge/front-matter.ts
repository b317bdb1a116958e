import { z } from 'zod';
import { firstYamlLine, readYaml } from '../front-matter.ts';
import { languages } from '../language.ts';
import { findKeyLine } from '../yaml-lines.ts';
import { eventFields, type PageEvent } from './event-front-matter.ts';
import { problem, type Parsed } from './problem.ts';
import type { Problem, Source } from './section.ts';

const topics = ['report', 'association', 'clearing-house', 'care', 'metropolitan-day'] as const;

/** Small letters, digits and single hyphens: the form of ids and anchors. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const missing = (wanted: string) => (issue: { readonly input: unknown }) =>
  issue.input === undefined ? `is missing: ${wanted}` : `is wrong: ${wanted}`;

const text = (wanted: string) =>
  z
    .union([z.string(), z.number()], { error: missing(wanted) })
    .transform((value) => String(value).trim())
    .refine((value) => value !== '', `is empty: ${wanted}`);

const slug = (wanted: string) => z.string({ error: missing(wanted) }).regex(slugPattern, `is wrong: ${wanted}`);

const writeDate = 'write a year (2023), a month (2025-02) or a day (2025-02-20)';
const date = (pattern: RegExp, wanted: string) =>
  z
    .union([z.string(), z.number()], { error: missing(wanted) })
    .transform((value) => String(value).replace(/^(\d{4}-\d{2}-\d{2})[Tt ].*$/, '$1'))
    .refine((value) => pattern.test(value) && isInCalendar(value), `is wrong: ${wanted}`);

const sourceFields = {
  title: text('write the name under which the source was published'),
  section: text('write the part of the source, or leave the key out').optional(),
  page: text('write the page, with ≈ in front where it is not printed, or leave the key out').optional(),
  url: z
    .string({ error: missing('write an address that begins with https://, or leave the key out') })
    .refine(isHttps, 'is wrong: write an address that begins with https://, or leave the key out')
    .optional(),
  date: date(/^\d{4}(?:-\d{2}){0,2}$/, writeDate),
};

const sectionSource = z
  .strictObject({ ...sourceFields, title: sourceFields.title.optional(), date: sourceFields.date.optional() })
  .refine((entry) => entry.title === undefined || entry.date !== undefined, {
    path: ['date'],
    message: `is missing: a source with a title of its own stands alone; ${writeDate}`,
  });

const aWord = 'write a word or a few, or remove the hyphen';

// Pages hold tens of thousands of these words: looking at a list at once takes a small part of the time that a schema for
// each word takes.
const words = z
  .array(z.unknown(), { error: missing('write a list of words: [turnout, visitors]') })
  .min(1, 'is empty: write at least one word')
  .transform((list, context) =>
    list.map((item, index) => {
      const isText = typeof item === 'string' || (typeof item === 'number' && Number.isFinite(item));
      const word = isText ? String(item).trim() : '';
      if (word === '') {
        const message = isText ? `is empty: ${aWord}` : `is wrong: ${aWord}`;
        context.addIssue({ code: 'custom', path: [index], message });
      }
      return word;
    }),
  );

const schema = z.strictObject({
  id: slug('write the same id in the three languages, in small letters, digits and hyphens'),
  title: text("write the page's title in the page's language"),
  lang: z.enum(languages, { error: missing(`write ${languages.join(', ')}`) }),
  topic: z.enum(topics, { error: missing(`write one of ${topics.join(', ')}`) }),
  source: z.strictObject(sourceFields, { error: missing('say where the facts come from, with title and date') }),
  sections: z
    .record(
      z.string(),
      z
        .array(sectionSource, { error: missing('write a list of sources, each after a hyphen') })
        .min(1, 'is empty: name at least one source'),
      { error: missing('write anchors, each with its list of sources') },
    )
    .optional(),
  keywords: z.record(z.string(), words, { error: missing('write anchors, each with its list of words') }).optional(),
  event: eventFields.optional(),
  owner: text('name the team that keeps the page right'),
  reviewBy: date(/^\d{4}-\d{2}-\d{2}$/, 'write the day on which the owner looks again (2027-06-30)'),
});

/** The head of a page, with dates as text and each section's own sources completed from the page's. */
export interface FrontMatter {
  readonly id: string;
  readonly title: string;
  readonly lang: (typeof languages)[number];
  readonly topic: string;
  readonly source: Source;
  /** By anchor: the sections that have other sources than the page. */
  readonly sections: ReadonlyMap<string, readonly Source[]>;
  /** By anchor: words under which members look for a section and which it does not use itself. */
  readonly keywords: ReadonlyMap<string, readonly string[]>;
  /** What takes place, where the page tells of an event. */
  readonly event?: PageEvent;
  readonly owner: string;
  /** A day: `2027-06-30`. */
  readonly reviewBy: string;
}

/**
 * Reads the lines between the two `---` of a page. Only YAML is read and nothing is ever executed. Reports every problem
 * at once.
 */
export function parseFrontMatter(path: string, lines: readonly string[]): Parsed<FrontMatter> {
  const reading = readYaml(lines, ['date', 'reviewBy', 'start', 'end']);
  if (!reading.ok) {
    const message = `The front matter is not YAML (${reading.reason}): correct the line; text that holds ": " or begins with a special character goes in quotes`;
    return { problems: [problem({ path, line: firstYamlLine + reading.line }, 'front-matter', message)] };
  }
  const result = schema.safeParse(reading.data);
  if (result.success) return { value: toFrontMatter(result.data), problems: [] };
  return { problems: result.error.issues.flatMap((issue) => toProblems(issue, path, lines)) };
}

function toFrontMatter({ sections, keywords, source, event, ...rest }: z.output<typeof schema>): FrontMatter {
  const page = toSource(source);
  const entries = Object.entries(sections ?? {}).map(([anchor, sources]): [string, Source[]] => [
    anchor,
    sources.map((entry) => inheritSource(entry, page)),
  ]);
  return {
    ...rest,
    source: page,
    sections: new Map(entries),
    keywords: new Map(Object.entries(keywords ?? {})),
    ...(event !== undefined && { event }),
  };
}

/** A source with a title of its own stands alone; another takes from the page's what it leaves out. */
function inheritSource(
  { title, section, page, url, date: published }: z.output<typeof sectionSource>,
  from: Source,
): Source {
  if (title !== undefined) return toSource({ title, section, page, url, date: published ?? from.date });
  return toSource({
    title: from.title,
    section: section ?? from.section,
    page: page ?? from.page,
    url: url ?? from.url,
    date: published ?? from.date,
  });
}

type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined };

function toSource(fields: Pick<Source, 'title' | 'date'> & Loose<Omit<Source, 'title' | 'date'>>): Source {
  const { title, section, page, url, date: published } = fields;
  return {
    title,
    ...(section !== undefined && { section }),
    ...(page !== undefined && { page }),
    ...(url !== undefined && { url }),
    date: published,
  };
}

function toProblems(issue: z.core.$ZodIssue, path: string, lines: readonly string[]): Problem[] {
  const at = (keyPath: readonly PropertyKey[]) => ({ path, line: firstYamlLine + findKeyLine(lines, keyPath) });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const keyPath = [...issue.path, key];
      return problem(
        at(keyPath),
        'front-matter',
        `${keyPath.join('.')} is not a key of the front matter: correct its name or remove it`,
      );
    });
  }
  const name = issue.path.length === 0 ? 'The front matter' : issue.path.join('.');
  return [problem(at(issue.path), 'front-matter', `${name} ${issue.message}`)];
}

function isHttps(value: string): boolean {
  return URL.canParse(value) && new URL(value).protocol === 'https:';
}

function isInCalendar(value: string): boolean {
  const day = `${value}${'-01'.repeat(3 - value.split('-').length)}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
