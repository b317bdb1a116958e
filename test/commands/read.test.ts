import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { read } from '../../src/commands/read.ts';
import type { Language } from '../../src/language.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { knowledgeFolder, page } from '../knowledge/knowledge-folder.ts';
import { openSmallKnowledge, smallKnowledge } from './small-knowledge.ts';

async function readSmall(options: Readonly<Record<string, string>>, language: Language = 'en') {
  return read.run({ ...(await openSmallKnowledge()), language }, options).reply;
}

describe('read.run()', () => {
  test('shows a whole page with its anchors and each source once when it is given a page', async () => {
    const reply = await readSmall({ section: 'congresses' });
    const anchors = reply.body.children.flatMap((node) =>
      node.type === 'heading' ? [node.data?.hProperties?.['id']] : [],
    );
    expect(anchors).toEqual(['attendance-brussels', 'attendance-seoul', 'place-2023', 'place-2025']);
    expect(reply.sources?.map(({ title }) => title)).toEqual(['Informe Anual 2023 (Metropolis)']);
    expect(reply.notice).toBeUndefined();
  });

  test('shows one section when it is given page#section', async () => {
    const reply = await readSmall({ section: 'board#treasurer' });
    expect(plainText(reply.body)).toBe(
      'Treasurer of the association\n\nThe treasurer of the association is Ada Lovelace.',
    );
  });

  test.each([
    [{ section: 'board#treasurer', language: 'fr' }, 'fr'],
    [{ section: 'board#treasurer' }, 'es'],
    [{ section: 'board#treasurer', language: 'xx' }, 'es'],
  ] as const)('speaks the language of %j, otherwise that of the person', async (options, expected) => {
    expect((await readSmall(options, 'es')).language).toBe(expected);
  });

  test.each(['nothing', 'board#nothing', '#treasurer', '', 'constructor', '../board'])(
    'says that there is no page %j',
    async (section) => {
      expect(plainText((await readSmall({ section }, 'fr')).body)).toBe(messagesIn('fr').unknownSection);
    },
  );

  test('says so when a page exists in another language only', async () => {
    const files = {
      ...smallKnowledge,
      'es/sola.md': page({ lang: 'es', id: 'sola', body: '## Uno {#uno}\n\nHola.\n' }),
    };
    const knowledge = await loadKnowledge(await knowledgeFolder(files), { now: Date.UTC(2026, 10, 22) });
    const { reply } = read.run({ knowledge, language: 'en' }, { section: 'sola' });
    expect(reply).toMatchObject({ language: 'es', notice: messagesIn('en').shownIn('es') });
    expect(plainText(reply.body)).toContain('Hola.');
  });
});
