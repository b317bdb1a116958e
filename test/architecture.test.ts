import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each part may import of ours, besides itself and the foundation. `main` and its programs may import everything. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  chat: [],
  events: ['chat', 'announcements'],
  knowledge: ['events', 'announcements', 'chat'],
  retrieval: ['knowledge'],
  answers: ['retrieval', 'knowledge', 'chat'],
  announcements: ['chat'],
  store: ['announcements', 'chat'],
  commands: ['events', 'answers', 'announcements', 'retrieval', 'knowledge', 'chat', 'store'],
  bot: ['commands', 'answers', 'announcements', 'chat', 'store'],
  dispatcher: ['announcements', 'chat', 'store'],
  config: ['chat'],
  adapters: ['chat'],
};

/** Files at the top of `src` that everybody may import and that import nothing of ours but each other. */
const foundation = ['language', 'errors', 'log', 'clock', 'front-matter', 'yaml-lines', 'edit-distance'];

/** The only place where a library may be imported, and the libraries that no other place knows. */
const homes: Readonly<Record<string, RegExp>> = {
  minisearch: /^src\/retrieval\/section-index\.ts$/,
  '@orama/stemmers': /^src\/retrieval\/stem\.ts$/,
  'gray-matter': /^src\/front-matter\.ts$/,
  kysely: /^src\/store\//,
  pg: /^src\/store\//,
  'node:sqlite': /^src\/store\//,
  'temporal-polyfill': /^src\/(?:announcements|events)\//,
  'rrule-temporal': /^src\/events\/recurrence\.ts$/,
  'ical-generator': /^src\/events\/calendar-feed\.ts$/,
  'ical.js': /^src\/events\/import\/vtimezone\.ts$/,
  '@slack/bolt': /^adapters\/slack\//,
  '@slack/web-api': /^adapters\/slack\//,
  'discord.js': /^adapters\/discord\//,
  pino: /^src\/log\.ts$/,
  hono: /^adapters\/web\//,
  '@hono/node-server': /^adapters\/web\//,
  'mdast-util-to-hast': /^adapters\/web\//,
  'hast-util-to-html': /^adapters\/web\//,
};

const longestFile = 250;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const file = join(folder, path);
      const text = readFileSync(file, 'utf8');
      return { path: file, text, imports: importsOf(text) };
    });
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '');
}

/** `src/chat/reply.ts` belongs to `chat`, `src/bot.ts` to `bot`, `adapters/web/app.ts` to `adapters/web`. */
function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'adapters' ? `adapters/${second}` : second.replace(/\.ts$/, '');
}

function mayImport(from: string, to: string): boolean {
  if (from === to || from === 'main' || from === 'programs') return true;
  if (foundation.includes(to)) return true;
  if (to.startsWith('adapters/')) return false;
  return (allowed[from.startsWith('adapters/') ? 'adapters' : from] ?? []).includes(to);
}

const files = [...sourceFiles('src'), ...sourceFiles('adapters')];

describe('the house', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('$path imports only what its part may import', ({ path, imports }) => {
    const wrong = imports
      .filter((name) => name.startsWith('.'))
      .map((name) => normalize(join(dirname(path), name)))
      .filter((target) => !mayImport(partOf(path), partOf(target)));
    expect(wrong).toEqual([]);
  });

  it.each(files)('$path imports libraries only where they are at home', ({ path, imports }) => {
    const wrong = imports.filter((name) => {
      const home = Object.entries(homes).find(([library]) => name === library || name.startsWith(`${library}/`))?.[1];
      return home !== undefined && !home.test(path);
    });
    expect(wrong).toEqual([]);
  });

  it.each(files)('$path fits on two screens', ({ text }) => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(longestFile);
  });

  it('reads the environment in main alone', () => {
    const readers = files.filter(({ text }) => text.includes('process.env')).map(({ path }) => path);
    expect(readers).toEqual(['src/main.ts']);
  });

  it('has one class, no enum, no default export and no leftovers', () => {
    const wrong = files
      .filter(({ text }) =>
        /^\s*(?:export )?(?:abstract )?class (?!AppError\b)|^\s*(?:export )?(?:const )?enum |^export default|\bTODO\b|\bFIXME\b/m.test(
          text,
        ),
      )
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('knows no platform in the core', () => {
    const wrong = files
      .filter(({ path }) => path.startsWith('src/') && !['main', 'programs', 'config'].includes(partOf(path)))
      .filter(({ text }) => /\b(?:slack|discord)\b/i.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('is imported by nobody at its root: main', () => {
    expect(
      files.filter(({ imports }) => imports.some((name) => name.endsWith('/main.ts'))).map(({ path }) => path),
    ).toEqual([]);
  });
});
