import { describe, expect, it } from 'vitest';
import { eventChange } from '../../src/announcements/event-change.ts';
import { toUpdate } from '../../src/announcements/to-update.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { PostEvent } from '../../src/chat/post.ts';
import { languages, type Language } from '../../src/language.ts';
import { sampleContent } from './sample-content.ts';

const { event } = sampleContent;
if (event === undefined) throw new Error('The sample has an event.');
const day = 24 * 3_600_000;
const moved: PostEvent = { ...event, startAt: event.startAt + day, endAt: (event.endAt ?? 0) + day };
const { place: _, ...nowhere } = event;
const off: PostEvent = { ...event, cancelled: true };
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

function update(before: PostEvent, after: PostEvent, language: Language = 'en') {
  const change = eventChange(before, after);
  const post = change && toUpdate({ ...sampleContent, event: after, missing: 'en' }, language, change);
  if (post === undefined) throw new Error('There is nothing to say.');
  return post;
}

describe('toUpdate()', () => {
  it('toUpdate() says what the time was, and has the event as it is now', () => {
    const post = update(event, moved);
    expect(post.title).toBe('Changed: General Assembly');
    expect(plain(plainText(post.body))).toBe(
      'It takes place at another time. So far it was planned for: Thursday, 7 October 2027, 10:00–18:00 (Europe/Madrid, UTC+2).',
    );
    expect(post.event).toEqual(moved);
  });

  it.each<[string, PostEvent, PostEvent, string]>([
    [
      'the place',
      event,
      { ...event, place: 'Montréal' },
      'It takes place elsewhere. So far it was planned for: Barcelona.',
    ],
    ['that there is a place', nowhere, event, 'It is known now where it takes place.'],
    ['that the place is open', event, nowhere, 'It takes place elsewhere. So far it was planned for: Barcelona.'],
    ['that it is cancelled', event, off, 'This event does not take place.'],
    ['that it takes place', off, event, 'This event had been cancelled. It takes place after all.'],
  ])('toUpdate() says %s', (_name, before, after, words) => {
    expect(plain(plainText(update(before, after).body))).toBe(words);
  });

  it('toUpdate() says time and place, and what becomes of what was cancelled, in a paragraph each', () => {
    const { body } = update(off, { ...moved, place: 'Montréal' });
    expect(body.children).toHaveLength(3);
  });

  it('toUpdate() tells of a cancelled event as it was known, whatever else has changed', () => {
    expect(update(event, { ...moved, cancelled: true }).event).toEqual(off);
  });

  it.each(languages)('toUpdate() in %s notifies nobody and says something else of each change', (language) => {
    const posts = [update(event, moved, language), update(event, off, language), update(off, event, language)];
    expect(new Set(posts.map(({ title }) => title)).size).toBe(3);
    for (const post of posts) expect(post).not.toHaveProperty('pings');
  });

  it('toUpdate() is in the language of the text, with a notice where that is not the channel’s', () => {
    const post = update(event, moved, 'fr');
    expect(post).toMatchObject({ language: 'en', title: 'Changed: General Assembly' });
    expect(plain(post.notice ?? '')).toBe('Cette annonce n’est disponible qu’en anglais.');
    expect(update(event, moved, 'es').title).toBe('Cambio: Asamblea General');
  });

  it('toUpdate() shortens a title that leaves no room for its own words', () => {
    const change = eventChange(event, off);
    const title = 'x'.repeat(150);
    const post =
      change && toUpdate({ ...sampleContent, texts: { en: { title, body: 'B' } }, event: off }, 'en', change);
    expect(post?.title).toHaveLength(150);
    expect(post?.title).toMatch(/^Cancelled: x+…$/);
  });

  it('toUpdate() lets nothing through that acts on a screen', () => {
    const { body } = update({ ...event, place: '\u001B[31mHall' }, event);
    expect(plainText(body)).toContain('[31mHall.');
    expect(plainText(body)).not.toContain('\u001B');
  });
});
