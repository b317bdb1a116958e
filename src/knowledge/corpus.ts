import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { AppError } from '../errors.ts';
import { languages } from '../language.ts';
import { decodePage, parseDocument } from './document.ts';
import { parseGlossary, type Glossary } from './glossary.ts';
import { compareText, problem, type Parsed } from './problem.ts';
import type { Problem } from './section.ts';
import { splitSections, type Page } from './sections.ts';

/** The files of the knowledge folder, each read for itself. */
export interface Corpus {
  /** The pages without a mistake, by path, in the order of their paths. */
  readonly pages: ReadonlyMap<string, Page>;
  /** The paths of the pages with a mistake. */
  readonly broken: ReadonlySet<string>;
  /** Absent when the glossary cannot be read at all. */
  readonly glossary?: Glossary;
  /** What is wrong in a single file. */
  readonly problems: readonly Problem[];
  readonly files: Files;
}

/** The content of every page and of the glossary by path; undefined where it cannot be read. */
type Files = ReadonlyMap<string, Buffer | undefined>;

const glossaryPath = 'glossary.md';

/**
 * Reads every page of every language, and the glossary. Pages that have not changed since `previous` are taken from it,
 * and it is returned itself when nothing has changed. Throws AppError (`knowledge`) when the folder cannot be read.
 */
export async function readCorpus(folder: string, previous?: Corpus): Promise<Corpus> {
  const files = await readFiles(folder);
  const hasChanged = (path: string) => !previous?.files.has(path) || !isSame(previous.files.get(path), files.get(path));
  if (previous?.files.size === files.size && ![...files.keys()].some((path) => hasChanged(path))) return previous;

  const pages = new Map<string, Page>();
  const broken = new Set<string>();
  const problems: Problem[] = [];
  for (const [path, bytes] of files) {
    if (path === glossaryPath) continue;
    const known = hasChanged(path) ? undefined : previous?.pages.get(path);
    const parsed = known === undefined ? readPage(path, bytes) : { value: known, problems: [] };
    problems.push(...parsed.problems);
    if (parsed.value === undefined) broken.add(path);
    else pages.set(path, parsed.value);
  }
  const glossary = readGlossary(files.get(glossaryPath));
  problems.push(...glossary.problems);
  return { pages, broken, problems, files, ...(glossary.value && { glossary: glossary.value }) };
}

async function readFiles(folder: string): Promise<Files> {
  const paths = [...(await listPages(folder)), glossaryPath];
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, Buffer | undefined]> => [path, await readBytes(folder, path)]),
    ),
  );
}

/** The paths of all pages, relative to the knowledge folder, in a fixed order. */
async function listPages(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    const lists = await Promise.all(
      languages
        .filter((language) => names.includes(language))
        .map(async (language) => await readdir(join(folder, language), { recursive: true, withFileTypes: true })),
    );
    return lists
      .flat()
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !entry.name.startsWith('.'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .toSorted(compareText);
  } catch (cause) {
    throw new AppError('knowledge', 'Reading the knowledge folder failed', {
      hint: 'Check that the folder exists and may be read.',
      cause,
    });
  }
}

async function readBytes(folder: string, path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(join(folder, path));
  } catch {
    return undefined;
  }
}

function isSame(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

function readPage(path: string, bytes: Buffer | undefined): Parsed<Page> {
  if (bytes === undefined) return unreadable(path);
  const document = parseDocument(path, bytes);
  return document.value === undefined ? { problems: document.problems } : splitSections(document.value);
}

function readGlossary(bytes: Buffer | undefined): Parsed<Glossary> {
  if (bytes === undefined) return unreadable(glossaryPath);
  const text = decodePage({ path: glossaryPath, line: 1 }, bytes);
  if (text.value === undefined) return { problems: text.problems };
  const glossary = parseGlossary(glossaryPath, text.value);
  return { value: glossary, problems: glossary.problems };
}

function unreadable(path: string): Parsed<never> {
  const message = 'The file cannot be read: check that it exists and its permissions';
  return { problems: [problem({ path, line: 1 }, 'unreadable', message)] };
}
