import type { Post } from '../../src/chat/post.ts';
import type { Language } from '../../src/language.ts';
import { hostileText } from './hostile-text.ts';
import { markdown } from './sample-core.ts';

/** An ordinary post, in each language with words that only that one has. */
export const samplePosts: Readonly<Record<Language, Post>> = {
  en: {
    language: 'en',
    title: 'The assembly opens in Riverton',
    body: markdown('The **doors** open early.\n\n- Bring your badge\n- Read [the programme](https://example.org/day)'),
  },
  es: {
    language: 'es',
    title: 'La asamblea se inaugura en Riverton',
    body: markdown('Las **puertas** abren temprano.\n\n- Traiga su acreditación\n- ¿Preguntas? Escríbanos'),
  },
  fr: {
    language: 'fr',
    title: 'L’assemblée s’ouvre à Riverton',
    body: markdown('Les **portes** ouvrent tôt.\n\n- Apportez votre badge\n- Des questions ? Écrivez-nous'),
  },
};

/** What another revision says. */
export const changedPost: Post = {
  ...samplePosts.en,
  title: 'The assembly opens a day later',
  body: markdown('The doors open at noon.'),
};

export const eventPost: Post = {
  ...samplePosts.en,
  notice: 'There is no text in the language of this channel.',
  event: {
    startAt: Date.UTC(2027, 9, 7, 8),
    endAt: Date.UTC(2027, 9, 7, 16),
    zone: 'Europe/Madrid',
    place: 'Harbour Hall',
    link: 'https://example.org/assembly',
  },
};

const shortHostileText = '@everyone <!channel> <@U012AB3CD> \u001B[31m \u202E<b>';

/** Somebody pasted words that would call everybody, or do something on the reader's screen. */
export const hostilePost: Post = {
  language: 'en',
  title: `Title ${shortHostileText}`,
  notice: `Notice ${shortHostileText}`,
  body: markdown(`${hostileText}\n\n> @everyone\n\n- <!channel>\n- <@U012AB3CD> <@&1234567890>\n\nThe end.`),
  event: { startAt: Date.UTC(2027, 9, 7, 8), zone: 'Europe/Madrid', place: `@here ${shortHostileText}` },
};

/** Longer than any platform's message may be. */
export const longPost: Post = {
  ...samplePosts.en,
  body: markdown(Array.from({ length: 4000 }, (_, index) => `Paragraph ${index} goes on to its end.`).join('\n\n')),
};

const otherEvent = { startAt: Date.UTC(2027, 9, 8, 10), zone: 'Europe/Madrid' };

/** The sample posts as an outlet takes them: one for events alone gets them with an event each. */
export function postsFor(takes: 'events' | undefined) {
  const fit = (post: Post): Post => (takes === undefined ? post : { event: otherEvent, ...post });
  return {
    samplePosts: { en: fit(samplePosts.en), es: fit(samplePosts.es), fr: fit(samplePosts.fr) },
    changedPost: fit(changedPost),
    eventPost: fit(eventPost),
    hostilePost: fit(hostilePost),
    longPost: fit(longPost),
  };
}
