import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incoming } from '../src/chat/incoming.ts';
import { messagesIn } from '../src/chat/messages.ts';
import { languages } from '../src/language.ts';
import { contact, openBot, textOf } from './bot/open-bot.ts';
import { expectNoControls, hostileText } from './contract/hostile-text.ts';
import { samplePerson } from './contract/sample-core.ts';

describe('createBot() routes', () => {
  test.each([
    ['Who is the treasurer?', 'en', 'The treasurer of the association is Ada Lovelace.'],
    ['¿Quién es la tesorera?', 'es', 'La tesorera de la asociación es Ada Lovelace.'],
    ['Qui est la trésorière ?', 'fr', 'La trésorière de l’association est Ada Lovelace.'],
  ])('a message to an answer in its own language when asked %s', async (question, language, expected) => {
    const { say } = await openBot();
    const reply = await say(question, { locale: language === 'fr' ? 'es' : 'fr' });
    expect(reply.language).toBe(language);
    expect(textOf(reply)).toBe(expected);
    expect(reply.sources?.map(({ sectionId }) => sectionId)).toEqual(['board#treasurer']);
    expect(reply.actions?.map(({ kind }) => kind)).toEqual(['read']);
  });

  test('a message with answerIn to an answer in that language', async () => {
    const { say } = await openBot();
    const reply = await say('Who is the treasurer?', { answerIn: 'fr' });
    expect(textOf(reply)).toBe('La trésorière de l’association est Ada Lovelace.');
  });

  test('a question in a language that it does not write to an answer with a notice', async () => {
    const { say } = await openBot();
    const reply = await say('Quem é a tesoureira?');
    expect(textOf(reply)).toBe('La tesorera de la asociación es Ada Lovelace.');
    expect(reply.notice).toBe(messagesIn('es').answeredIn('es'));
  });

  test('a question about something else to the contact when nothing is known', async () => {
    const { say } = await openBot();
    expect(textOf(await say('What does a giraffe weigh?'))).toBe(messagesIn('en').abstained(contact));
  });

  test('the command ask with its options', async () => {
    const { command } = await openBot();
    const reply = await command('ask', { question: 'Who is the treasurer?', language: 'es' });
    expect(textOf(reply)).toBe('La tesorera de la asociación es Ada Lovelace.');
  });

  test.each(languages)('an unknown command to a sentence in %s that names the known ones', async (locale) => {
    const { command } = await openBot();
    const reply = await command('dance', {}, { locale });
    expect(reply.language).toBe(locale);
    expect(textOf(reply)).toBe(messagesIn(locale).unknownCommand('dance', 'ask, help, read, events'));
  });

  test.each(['constructor', '__proto__', 'toString', ''])('%j to no command', async (name) => {
    const { command } = await openBot();
    expect(textOf(await command(name))).toBe(messagesIn('en').unknownCommand(name, 'ask, help, read, events'));
  });

  test.each(['ask', 'read'])('%s without its option to a sentence that names it', async (name) => {
    const { command } = await openBot();
    const option = name === 'ask' ? 'question' : 'section';
    expect(textOf(await command(name, {}, { locale: 'es' }))).toBe(messagesIn('es').missingOption(option, name));
  });

  test('a language that does not exist to a sentence, in as few of its words as are enough', async () => {
    const { command } = await openBot();
    const reply = await command('ask', { question: 'Who?', language: 'x'.repeat(10_000) });
    expect(textOf(reply)).toBe(messagesIn('en').unknownLanguage('x'.repeat(40)));
  });
});

describe('createBot() with what is no question', () => {
  const { emptyQuestion, noWords } = messagesIn('en');
  describe.each(languages)('in %s', (locale) => {
    const messages = messagesIn(locale);
    test.each([
      ['nothing', '', messages.emptyQuestion],
      ['blanks', ' \t\r\n ', messages.emptyQuestion],
      ['emoji', '🎉🌳👩‍👩‍👧', messages.noWords],
      ['control characters', '\u0000\u0007\u001B\u202E', messages.noWords],
      ['markup', '<b></b><@U012AB3CD> ***', messages.noWords],
      ['punctuation', '???', messages.noWords],
      ['10,000 characters', 'word '.repeat(2_000), messages.tooLong(1_000)],
    ])('says so when the message is %s', async (_, text, expected) => {
      const { say, logged } = await openBot();
      const reply = await say(text, { locale });
      expect(reply.language).toBe(locale);
      expect(textOf(reply)).toBe(expected);
      expect(logged()).toBe('');
    });

    test.each(['@everyone', '@here <!channel>', hostileText, '<script>alert("treasure")</script>'])(
      'claims nothing and repeats nothing when the message is %j',
      async (text) => {
        const { say } = await openBot();
        const reply = await say(text, { locale });
        expect(reply.sources).toBeUndefined();
        expectNoControls(JSON.stringify(reply.body));
        expect(textOf(reply)).not.toMatch(/everyone|@here|channel|script|alert/);
      },
    );
  });

  test('offers questions to begin with when there is no question', async () => {
    const { say } = await openBot();
    const replies = [await say(''), await say('🎉')];
    expect(replies.map((reply) => textOf(reply))).toEqual([emptyQuestion, noWords]);
    for (const { actions } of replies) expect(actions?.every(({ kind }) => kind === 'ask')).toBe(true);
  });

  test('answers what is asked when markup, marks and invisible characters stand around it', async () => {
    const { say } = await openBot();
    const reply = await say('<@U012AB3CD> **Who** is\u0007 the <b>trea\u00ADsurer</b>\u202E?\r\n');
    expect(textOf(reply)).toBe('The treasurer of the association is Ada Lovelace.');
  });
});

describe('createBot() in a conversation', () => {
  test.each([
    ['How many people attended the congress in Brussels?', 'and how many countries?', '82 countries'],
    ['¿Cuántas personas asistieron al congreso de 2023?', '¿y en 2025?', '900 personas'],
    ['Où s’est tenu le congrès de Séoul ?', 'et à Bruxelles ?', 'au Square'],
  ])('after "%s" takes "%s" as going on from it', async (first, second, expected) => {
    const { say } = await openBot();
    await say(first);
    expect(textOf(await say(second))).toContain(expected);
    const elsewhere = await say(second, { conversationId: 'two' });
    expect(textOf(elsewhere)).not.toContain(expected);
  });

  test('takes what stands by itself as it is', async () => {
    const { say } = await openBot();
    await say('How many people attended the congress in Brussels?');
    expect(textOf(await say('Who is the treasurer?'))).toBe('The treasurer of the association is Ada Lovelace.');
  });

  test('goes on from the command ask as from a message', async () => {
    const { say, command } = await openBot();
    await command('ask', { question: 'How many people attended the congress in Brussels?' });
    expect(textOf(await say('and how many countries?'))).toContain('82 countries');
  });

  test('still knows what was asked after help, an empty message and a page', async () => {
    const { say, command } = await openBot();
    await say('How many people attended the congress in Brussels?');
    await command('help');
    await say('');
    await command('read', { section: 'board' });
    expect(textOf(await say('and how many countries?'))).toContain('82 countries');
  });
});

describe('createBot() logs', () => {
  test('one line per question, with outcome, section, confidence and time, and none of its words', async () => {
    const { say, lines, logged } = await openBot();
    await say('Who is the treasurer?');
    await say('What does a giraffe weigh?');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({
        msg: 'question',
        outcome: 'answered',
        language: 'en',
        sections: 'board#treasurer',
        ms: 7,
      }),
      expect.objectContaining({ msg: 'question', outcome: 'abstained', language: 'en', sections: '', ms: 7 }),
    ]);
    expect(logged()).not.toMatch(/who|giraffe|lovelace/i);
  });

  test.each(languages)(
    'the kind of a failure without its message, and answers with a sentence in %s',
    async (locale) => {
      const { say, lines } = await openBot({
        current: () => {
          throw new RangeError('I read "private\n    at my own words"');
        },
      });
      const reply = await say('A private question', { locale });
      expect(reply).toMatchObject({ language: locale });
      expect(textOf(reply)).toBe(messagesIn(locale).failed(contact));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('RangeError at ');
      expect(lines[0]).toContain('bot.test.ts');
      expect(lines[0]).not.toMatch(/private|own words/);
    },
  );
});

test('createBot() replies to any text without control characters', async () => {
  const { handle } = await openBot();
  const locale = constantFrom(...languages);
  const text = oneof(
    string({ unit: 'binary', maxLength: 2_000 }),
    string({ unit: 'grapheme', maxLength: 2_000 }),
    array(constantFrom('treasurer', 'and', 'it', '¿', '<', '>', '2023', '\u0000', '\uD800', '1,400', ' '), {
      maxLength: 300,
    }).map((words) => words.join('')),
  );
  await assert(
    asyncProperty(text, locale, async (typed, of) => {
      const incoming: Incoming[] = [
        { kind: 'message', conversationId: 'any', person: samplePerson, locale: of, text: typed },
        {
          kind: 'command',
          conversationId: 'any',
          person: samplePerson,
          locale: of,
          name: 'ask',
          options: { question: typed, language: of },
        },
        {
          kind: 'command',
          conversationId: 'any',
          person: samplePerson,
          locale: of,
          name: typed,
          options: { [typed]: typed },
        },
        {
          kind: 'command',
          conversationId: 'any',
          person: samplePerson,
          locale: of,
          name: 'read',
          options: { section: typed, language: typed },
        },
      ];
      for (const each of incoming) {
        const reply = await handle(each);
        expectNoControls(textOf(reply));
        expect(textOf(reply)).not.toBe('');
        expect(textOf(reply)).not.toBe(messagesIn(of).failed(contact));
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
