import { describe, expect, test } from 'vitest';
import { boardOf, commandPath, linkTarget } from '../../../adapters/web/links.ts';

describe('commandPath()', () => {
  test.each([
    ['announcements', {}, '/announcements'],
    ['announcements', { id: 'a1' }, '/announcements/a1'],
    ['announce', {}, '/announcements/new'],
    ['announce', { id: 'a1' }, '/announcements/a1/edit'],
    ['announcement', { action: 'show', id: 'a1' }, '/announcements/a1'],
    ['announcement', { action: 'preview', id: 'a1' }, '/announcements/a1/preview'],
    ['audience', { action: 'list' }, '/audiences'],
    ['announcement', { action: 'confirm', id: 'a1' }, undefined],
    ['announcement', { action: 'show', id: 'a1', revision: '2' }, undefined],
    ['announcements', { id: '../x' }, undefined],
    ['announce', { 'title.en': 'T' }, undefined],
    ['audience', { action: 'show', name: 'all' }, undefined],
    ['feedback', {}, undefined],
  ])('knows where %s with %o is shown', (command, options, path) => {
    expect(commandPath({ command, options })).toBe(path);
  });
});

describe('linkTarget()', () => {
  test.each([
    ['https://example.org/x', 'https://example.org/x'],
    ['knowledge:page#a', '/k/page?lang=es#a'],
    ['http://127.0.0.1:3000/news#a1', '/news#a1'],
    ['http://localhost/news/members-es#a1', '/news/members-es#a1'],
    ['/news#a1', '/news#a1'],
    ['http://127.0.0.1:3000/announcements', undefined],
    ['http://127.0.0.1:3000/news/../announcements', undefined],
    ['http://127.0.0.1.evil.example/news#a1', undefined],
    ['//evil.example/news', undefined],
    ['javascript:alert(1)//http://localhost/news', undefined],
  ])('leads from %s to %s', (address, target) => {
    expect(linkTarget(address, 'es')).toBe(target);
  });
});

describe('boardOf()', () => {
  test.each([
    ['web:news', 'news'],
    ['web:members-es', 'members-es'],
    ['web:-x', undefined],
    [`web:${'x'.repeat(65)}`, undefined],
    ['other:news', undefined],
  ])('reads %s as %s', (channel, board) => {
    expect(boardOf(channel)).toBe(board);
  });
});
