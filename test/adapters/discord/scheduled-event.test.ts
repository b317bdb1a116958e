import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasReference, referenceOf, renderScheduledEvent } from '../../../adapters/discord/scheduled-event.ts';
import type { Post, PostEvent } from '../../../src/chat/post.ts';
import { expectNoControls } from '../../contract/hostile-text.ts';
import { markdown } from '../../contract/sample-core.ts';
import { postsFor } from '../../contract/sample-posts.ts';
import { problemOf } from '../../fakes/discord/schema.ts';

const { eventPost, longPost, hostilePost } = postsFor('events');

const shape = z.object({
  name: z.string(),
  description: z.string(),
  scheduled_start_time: z.string(),
  scheduled_end_time: z.string(),
  privacy_level: z.number(),
  entity_type: z.number(),
  entity_metadata: z.object({ location: z.string() }),
});

function entryOf(post: Post) {
  const { payload, plainPayload } = renderScheduledEvent(post);
  for (const text of [payload, plainPayload])
    expect(problemOf('POST', '/guilds/900000000000000001/scheduled-events', JSON.parse(text))).toBeUndefined();
  return { ...shape.parse(JSON.parse(payload)), plain: shape.parse(JSON.parse(plainPayload)).description };
}

const withEvent = (event: Partial<PostEvent>): Post => ({
  ...eventPost,
  event: { startAt: Date.UTC(2027, 9, 7, 8), zone: 'Europe/Madrid', ...event },
});

describe('renderScheduledEvent()', () => {
  test('makes an event at a place of its own, for members of the server', () => {
    expect(entryOf(eventPost)).toMatchObject({
      name: 'The assembly opens in Riverton',
      scheduled_start_time: '2027-10-07T08:00:00.000Z',
      scheduled_end_time: '2027-10-07T16:00:00.000Z',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Harbour Hall' },
    });
  });

  test('says what the post says, and links to the event', () => {
    const { description, plain } = entryOf({ ...eventPost, language: 'es' });
    for (const text of [description, plain]) {
      expect(text.startsWith('There is no text in the language of this channel.')).toBe(true);
      expect(text).toContain('Bring your badge');
      expect(text.split('\n').at(-1)).toBe('Enlace: <https://example.org/assembly>');
    }
    expect(description).toContain('**doors**');
    expect(plain).not.toContain('**');
  });

  test('gives an event without an end an hour', () => {
    expect(entryOf(withEvent({})).scheduled_end_time).toBe('2027-10-07T09:00:00.000Z');
  });

  test.each([
    ['its link, where it has no place', { link: 'https://example.org/call' }, 'https://example.org/call'],
    [
      'a hint at the description, for a long link',
      { link: `https://example.org/${'y'.repeat(90)}` },
      'See description',
    ],
    ['a hint at the description, where it has neither', {}, 'See description'],
    ['the beginning of a long place', { place: 'x'.repeat(200) }, `${'x'.repeat(99)}…`],
    ['a place on one line', { place: 'Hall\n 1\u202E' }, 'Hall 1'],
  ])('puts where the place stands %s', (_what, event, location) => {
    expect(entryOf(withEvent(event)).entity_metadata.location).toBe(location);
  });

  test('says a place that was shortened in full', () => {
    expect(entryOf(withEvent({ place: 'x'.repeat(200) })).description).toContain(`Where: ${'x'.repeat(200)}`);
  });

  test('shortens a long text so that the links and the reference have room, and says so with “…”', () => {
    const { description } = entryOf({
      ...longPost,
      ...withEvent({ link: `https://example.org/${'y'.repeat(480)}` }),
      body: longPost.body,
    });
    expect(description).toMatch(/Paragraph 0 .* …\n\nLink: <https:\/\/example\.org\/y+>$/s);
    expect(description.length).toBeLessThanOrEqual(1000 - '\n\n'.length - referenceOf('a').length);
    expect(description.length).toBeGreaterThan(900);
    expect(renderScheduledEvent(longPost).problems).toEqual([]);
  });

  test('leaves no markup open where it cuts', () => {
    const body = markdown(`**${'bold words '.repeat(150)}**\n\n\`\`\`\n${'code\n'.repeat(100)}\`\`\``);
    expect(entryOf({ ...eventPost, body }).description).not.toMatch(/\*\*|```/);
  });

  test('does not take a title of more than 100 characters', () => {
    const { problems } = renderScheduledEvent({ ...eventPost, title: 'x'.repeat(101) });
    expect(problems).toEqual([{ part: 'title', limit: 100, length: 101 }]);
  });

  test('does not take a link that leaves no room for the text, and does not hang on it', () => {
    const { problems } = renderScheduledEvent(withEvent({ link: `https://example.org/${'é'.repeat(480)}` }));
    expect(problems).toEqual([{ part: 'whole', limit: 1000, length: expect.any(Number) }]);
  });

  test('shows in the preview when, where and what, as it will stand there', () => {
    const { notice: _, ...post } = withEvent({ place: 'Harbour Hall' });
    const { preview } = renderScheduledEvent(post);
    expect(preview).toMatch(/^## The assembly opens in Riverton\n\nWhen: .*10:00–11:00.*\n\nWhere: Harbour Hall\n\n/);
    expect(preview).toContain('Bring your badge');
  });

  test('takes nothing without an event', () => {
    const { event: _, ...post } = eventPost;
    expect(() => renderScheduledEvent(post)).toThrow(expect.objectContaining({ name: 'AppError', code: 'malformed' }));
  });

  test('shows nothing that acts', () => {
    const { name, entity_metadata, description } = entryOf(hostilePost);
    for (const text of [name, entity_metadata.location, description]) expectNoControls(text);
    expect(description).not.toMatch(/(?<!\\)<@|(?<!\\)@everyone/);
  });
});

describe('referenceOf()', () => {
  test('gives each key a reference of its own, the same every time', () => {
    const keys = Array.from({ length: 500 }, (_, index) => `k${index}`);
    expect(new Set(keys.map(referenceOf)).size).toBe(500);
    expect(referenceOf('k1')).toBe(referenceOf('k1'));
    expect(referenceOf('k1')).toMatch(/^#[0-9a-z]{12}$/);
  });

  test.each([
    ['Text\n\n#abcdefghjkmn', true],
    ['#abcdefghjkmn', true],
    ['Text\n#abcdefghjkmn \nmore', true],
    ['Text #abcdefghjkmn', false],
    ['Text\n\n#abcdefghjkmnp', false],
    ['', false],
  ])('is found in %j: %s', (description, found) => {
    expect(hasReference(description, '#abcdefghjkmn')).toBe(found);
  });
});
