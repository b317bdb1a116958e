import { describe, expect, it } from 'vitest';
import { toPost, toReminder } from '../../src/announcements/to-post.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { sampleContent } from './sample-content.ts';

describe('toPost()', () => {
  it('toPost() gives the text in the language of the channel, with the event', () => {
    const post = toPost(sampleContent, 'en');
    expect(post).toMatchObject({ language: 'en', title: 'General Assembly', event: sampleContent.event });
    expect(post?.body.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
    expect(post).not.toHaveProperty('notice');
    expect(post).not.toHaveProperty('pings');
  });

  it('toPost() gives another text with a notice in the language of the channel when the author chose that', () => {
    expect(toPost({ ...sampleContent, missing: 'es' }, 'fr')).toMatchObject({
      language: 'es',
      title: 'Asamblea General',
      notice: 'Cette annonce n’est disponible qu’en espagnol.',
    });
  });

  it.each([undefined, 'hold', 'fr'] as const)(
    'toPost() gives nothing for want of a text when missing is %s',
    (missing) => {
      expect(toPost({ ...sampleContent, ...(missing && { missing }) }, 'fr')).toBeUndefined();
    },
  );

  it('toPost() notifies everybody only when the author wants it', () => {
    expect(toPost({ ...sampleContent, pings: true }, 'en')?.pings).toBe('everyone');
  });

  it('toPost() reads tables and bare addresses', () => {
    const body = '| a | b |\n| - | - |\n| 1 | 2 |\n\nSee https://example.org/a, ~100 of ~200.';
    const post = toPost({ ...sampleContent, texts: { en: { title: 'T', body } } }, 'en');
    expect(post?.body.children[0]?.type).toBe('table');
    expect(JSON.stringify(post?.body.children[1])).toContain('"url":"https://example.org/a"');
    expect(JSON.stringify(post?.body)).not.toContain('"delete"');
  });
});

describe('toReminder()', () => {
  it.each([
    ['en', '7d', 'Reminder (in one week): General Assembly'],
    ['en', '1d', 'Reminder (tomorrow): General Assembly'],
    ['es', '1h', 'Recordatorio (dentro de una hora): Asamblea General'],
  ] as const)('toReminder() in %s, %s before, is called %j', (language, offset, title) => {
    expect(toReminder(sampleContent, language, offset)?.title).toBe(title);
  });

  it('toReminder() has the first paragraph and the event, and notifies nobody', () => {
    const reminder = toReminder({ ...sampleContent, pings: true }, 'en', '1d');
    expect(reminder && plainText(reminder.body)).toBe('Please register by Friday.');
    expect(reminder?.event).toEqual(sampleContent.event);
    expect(reminder).not.toHaveProperty('pings');
  });

  it('toReminder() keeps the addresses of the links in the first paragraph', () => {
    const body = '# Head\n\nSee [the page][1].\n\nMore.\n\n[1]: https://example.org/';
    const reminder = toReminder({ ...sampleContent, texts: { en: { title: 'T', body } } }, 'en', '1d');
    expect(reminder?.body.children.map(({ type }) => type)).toEqual(['paragraph', 'definition']);
  });

  it('toReminder() shortens a title that leaves no room for its own words', () => {
    const title = 'x'.repeat(150);
    const reminder = toReminder({ ...sampleContent, texts: { en: { title, body: 'B' } } }, 'en', '7d');
    expect(reminder?.title).toHaveLength(150);
    expect(reminder?.title).toMatch(/^Reminder \(in one week\): x+…$/);
  });

  it.each([
    ['en', 'Cancelled: General Assembly'],
    ['es', 'Cancelado: Asamblea General'],
  ] as const)('toPost() and toReminder() say in %s that the event is cancelled', (language, title) => {
    const { event } = sampleContent;
    const off = { ...sampleContent, ...(event && { event: { ...event, cancelled: true as const } }) };
    expect(toPost(off, language)).toMatchObject({ title, event: { cancelled: true } });
    expect(toReminder(off, language, '7d')?.title).toBe(title);
  });

  it('toReminder() gives nothing without an event, and where there is no text', () => {
    const { event: _, ...rest } = sampleContent;
    expect(toReminder(rest, 'en', '1d')).toBeUndefined();
    expect(toReminder(sampleContent, 'fr', '1d')).toBeUndefined();
  });
});
