import { afterEach, describe, expect, test } from 'vitest';
import type { Adapter, Handle } from '../../src/chat/adapter.ts';
import type { CommandSpec } from '../../src/chat/command-spec.ts';
import type { Incoming } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { languages } from '../../src/language.ts';
import { hostileText } from './hostile-text.ts';
import { markdown, sampleCommands, sampleCore, sampleHandle } from './sample-core.ts';
import { waitUntil } from './wait-until.ts';

/** One person in the room. */
export interface Conversation {
  /** Resolves with everything that the room sent for it, as it was sent. */
  say(text: string): Promise<string>;
}

export interface Room {
  readonly adapter: Adapter;
  /** Another person comes in. */
  enter(): Promise<Conversation>;
  close(): Promise<void>;
}

/** What the suite has to know about a room. */
export interface AdapterHarness {
  readonly platform: string;
  /** A room that has not been started yet is started with this core. */
  open(handle: Handle, commands: readonly CommandSpec[]): Promise<Room>;
  /** What a person reads in what was sent. */
  textOf(sent: string): string;
  /** Fails when something in what was sent could act on the reader's screen. */
  expectInert(sent: string): void;
}

/** What every room promises, whatever its platform. */
export function describeAdapterContract(harness: AdapterHarness): void {
  const readable = (sent: string): string => harness.textOf(sent).replace(/\s+/g, ' ');

  describe(`the ${harness.platform} room keeps the contract of adapters`, () => {
    const rooms: Room[] = [];
    afterEach(async () => {
      await Promise.all(rooms.splice(0).map((room) => room.close()));
    });

    async function open(handle: Handle): Promise<Room> {
      const room = await harness.open(handle, sampleCommands);
      rooms.push(room);
      return room;
    }

    /** A room whose every message gets what `reply` makes of it. */
    async function openWith(reply: (text: string) => Reply) {
      const heard: Extract<Incoming, { kind: 'message' }>[] = [];
      const room = await open(async (incoming) => {
        if (incoming.kind !== 'message') return sampleHandle(incoming);
        heard.push(incoming);
        return reply(incoming.text);
      });
      return { room, heard };
    }

    test('say() reaches the core exactly once with its text intact', async () => {
      const { room, heard } = await openWith((text) => ({ language: 'en', body: markdown(`heard ${text.length}`) }));
      const person = await room.enter();
      const question = 'How many members? ¿Cuántos – “154” & 100 % + <b>é</b> &amp; 🌍 = ?';
      expect(readable(await person.say(question))).toContain(`heard ${question.length}`);
      expect(heard.map(({ text }) => text)).toEqual([question]);
    });

    test('a reply is shown whole when it has a notice, a body, sources and actions', async () => {
      const { room } = await openWith(() => ({
        language: 'en',
        notice: 'The notice stands first.',
        body: markdown(
          'The **body** comes `next`.\n\n1. one\n2. two\n\n| Year | Host |\n|---|---|\n| 2023 | Brussels |\n',
        ),
        sources: [
          { sectionId: 'page#one', title: 'Annual Report', section: 'First section', page: '7', date: '2023' },
          {
            sectionId: 'page#two',
            title: 'Statutes',
            section: 'Second section',
            url: 'https://www.example.org/statutes',
          },
        ],
        actions: [
          { kind: 'ask', label: 'Ask the next thing', question: 'What next?' },
          { kind: 'read', label: 'Read it all', sectionId: 'page#one' },
        ],
      }));
      const sent = await (await room.enter()).say('Tell me');
      const text = readable(sent);
      const parts = ['The notice stands first.', 'The body comes next.', 'one', 'two', '2023', 'Brussels'];
      const sources = ['Sources', 'Annual Report', 'First section', 'p. 7, 2023', 'Statutes', 'Second section'];
      for (const part of [...parts, ...sources, 'Ask the next thing', 'Read it all']) expect(text).toContain(part);
      expect(sent).toContain('example.org');
    });

    test('nothing of a body is lost when the reply is long', async () => {
      const numbers = Array.from({ length: 400 }, (_, index) => index);
      const body = [
        ...numbers.map(
          (number) => `Paragraph p${number}x has a sentence that goes on for a while, up to its end e${number}x.`,
        ),
        numbers.map((number) => `- item i${number}x`).join('\n'),
        ['| Column | Other |', '|---|---|', ...numbers.map((number) => `| r${number}x | c${number}x |`)].join('\n'),
      ].join('\n\n');
      const { room } = await openWith(() => ({ language: 'en', body: markdown(body) }));
      const text = readable(await (await room.enter()).say('Tell me everything'));
      const expected = [
        ...numbers.flatMap((number) => [`p${number}x`, `e${number}x`]),
        ...numbers.map((number) => `i${number}x`),
        ...numbers.flatMap((number) => [`r${number}x`, `c${number}x`]),
      ];
      expect(text.match(/\b[peirc]\d+x\b/g)).toEqual(expected);
    });

    test('hostile text is inert when it stands in the question and everywhere in the reply', async () => {
      const { room, heard } = await openWith(() => ({
        language: 'en',
        title: hostileText,
        notice: hostileText,
        body: markdown(
          `${hostileText}\n\n# ${hostileText}\n\n- ${hostileText}\n\n\`\`\`\n${hostileText}\n\`\`\`\n\nThe end.`,
        ),
        sources: [
          { sectionId: hostileText, title: hostileText, section: hostileText, url: 'javascript:alert(1)' },
          { sectionId: 'page#"x', title: 'T', section: 'S', page: hostileText, date: hostileText, url: hostileText },
        ],
        actions: [
          { kind: 'ask', label: hostileText, question: 'What next?' },
          { kind: 'read', label: hostileText, sectionId: 'javascript:alert(1)' },
        ],
      }));
      const sent = await (await room.enter()).say(hostileText);
      harness.expectInert(sent);
      expect(readable(sent)).toContain('The end.');
      expect(heard).toHaveLength(1);
    });

    test('two conversations do not mix when they take turns', async () => {
      const { room, heard } = await openWith((text) => ({ language: 'en', body: markdown(`Answer to ${text}`) }));
      const [one, other] = [await room.enter(), await room.enter()];
      const sent = [await one.say('apples'), await other.say('pears'), await one.say('plums')].map(readable);
      expect(sent[0]).toContain('Answer to apples');
      expect(sent[1]).toContain('Answer to pears');
      expect(sent[1]).not.toMatch(/apples|plums/);
      expect(sent[2]).toContain('Answer to plums');
      expect(sent[2]).not.toContain('pears');
      const [first, second, third] = heard.map(({ conversationId }) => conversationId);
      expect(first).toBe(third);
      expect(first).not.toBe(second);
    });

    test.each(languages)('a reply brings the words around it in its own language when that is %s', async (language) => {
      const { room } = await openWith(() => ({
        language,
        body: markdown('¿Qué? – Où ? – Who?'),
        sources: [{ sectionId: 'page#one', title: 'Informe', section: 'Sección', page: '7', date: '2025-02-20' }],
      }));
      const text = readable(await (await room.enter()).say('Tell me'));
      expect(text).toContain('¿Qué? – Où ? – Who?');
      expect(text).toContain(messagesIn(language).sources);
      expect(text).toContain(messagesIn(language).page('7'));
      expect(text).toContain({ en: '20 February 2025', es: '20 de febrero de 2025', fr: '20 février 2025' }[language]);
    });

    test('stop() lets a reply under way finish', async () => {
      const asked = Promise.withResolvers<void>();
      const ready = Promise.withResolvers<Reply>();
      const room = await open(async (incoming) => {
        if (incoming.kind !== 'message') return sampleHandle(incoming);
        asked.resolve();
        return ready.promise;
      });
      const person = await room.enter();
      const sent = person.say('Tell me');
      await asked.promise;
      const stopped = room.adapter.stop();
      ready.resolve({ language: 'en', body: markdown('Just in time.') });
      expect(readable(await sent)).toContain('Just in time.');
      await stopped;
    });

    test('status() tells whether the room is open, and stop() may be called twice', async () => {
      const { room } = await openWith(() => ({ language: 'en', body: markdown('Yes.') }));
      expect(room.adapter.platform).toBe(harness.platform);
      expect(room.adapter.status().running).toBe(true);
      expect(room.adapter.status().detail).not.toBe('');
      await Promise.all([room.adapter.stop(), room.adapter.stop()]);
      await room.adapter.stop();
      await waitUntil('the room to be closed', () => !room.adapter.status().running);
    });

    test('start() is refused when the room is open, and opens it again after stop()', async () => {
      const { room } = await openWith(() => ({ language: 'en', body: markdown('First.') }));
      await expect(room.adapter.start(sampleCore())).rejects.toMatchObject({ code: 'unavailable' });
      expect(readable(await (await room.enter()).say('Which?'))).toContain('First.');
      await room.adapter.stop();
      await room.adapter.start(sampleCore());
      expect(room.adapter.status().running).toBe(true);
    });
  });
}
