import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The heading row of every glossary. */
export const glossaryHead = '| EN | ES | FR | CA | PT | Also |\n|---|---|---|---|---|---|\n';

interface PageParts {
  readonly lang?: string;
  readonly id?: string;
  readonly head?: string;
  readonly body?: string;
}

/** A page without a mistake, or with the one that `head` (further or replaced keys) or `body` brings. */
export function page({
  lang = 'en',
  id = 'board',
  head = '',
  body = '## Treasurer {#treasurer}\n\nText.\n',
}: PageParts = {}): string {
  const keys = new Map([
    ['id', id],
    ['title', 'Board'],
    ['lang', lang],
    ['topic', 'report'],
    ['source', '\n  title: Informe Anual 2023 (Metropolis)\n  page: 16\n  date: 2023'],
    ['owner', 'Secretariat General'],
    ['reviewBy', '2027-06-30'],
  ]);
  const replaced = head.split('\n').map((line) => line.split(':', 1)[0] ?? '');
  const kept = [...keys].filter(([key]) => !replaced.includes(key)).map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${kept.join('')}${head === '' ? '' : `${head}\n`}---\n\n${body}`;
}

/** A new folder that holds the files and a glossary, removed after the test. */
export async function knowledgeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  const all = { 'glossary.md': `${glossaryHead}| city | ciudad | ville | | | |\n`, ...files };
  for (const [path, content] of Object.entries(all)) await writePage(folder, path, content);
  return folder;
}

export async function writePage(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

/** The same page in the three languages, each with its own text. */
export function inThreeLanguages(bodies: Readonly<Record<'en' | 'es' | 'fr', string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(bodies).map(([lang, body]) => [`${lang}/board.md`, page({ lang, body })]));
}
