import { expect, test } from 'vitest';
import { citationDetails } from '../../src/chat/citation-text.ts';
import type { Citation } from '../../src/chat/reply.ts';

const citation: Citation = { sectionId: 'page#one', title: 'Report', section: 'One' };

test.each([
  [{ page: '7', date: '2023' }, 'p. 7, 2023'],
  [{ page: '≈8' }, 'p. ≈8'],
  [{ date: '2025-02' }, 'February 2025'],
  [{ date: '2025-02-20' }, '20 February 2025'],
  [{ date: '2025-13-40' }, '2025-13-40'],
  [{ date: 'spring 2025' }, 'spring 2025'],
  [{}, ''],
])('citationDetails() reads well when a citation has %o', (parts, text) => {
  expect(citationDetails({ ...citation, ...parts }, 'en')).toBe(text);
});

test('citationDetails() speaks the language that it is asked for', () => {
  const dated = { ...citation, page: '7', date: '2025-02-20' };
  expect(citationDetails(dated, 'es')).toBe('pág. 7, 20 de febrero de 2025');
  expect(citationDetails(dated, 'fr')).toBe('p. 7, 20 février 2025');
});
