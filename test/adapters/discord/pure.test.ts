import { describe, expect, test } from 'vitest';
import { choiceOf, createActionCodes, type Choice } from '../../../adapters/discord/actions.ts';
import { toBlocks, joinBlocks } from '../../../adapters/discord/dialect.ts';
import { partsOf } from '../../../adapters/discord/forms.ts';
import { withoutMention } from '../../../adapters/discord/incoming.ts';
import { limits } from '../../../adapters/discord/limits.ts';
import { mark, readMark } from '../../../adapters/discord/marker.ts';
import { permission, permissionsIn } from '../../../adapters/discord/permissions.ts';
import { cutText, packBlocks } from '../../../adapters/discord/split.ts';
import type { FormField } from '../../../src/chat/form.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { languages } from '../../../src/language.ts';
import { markdown } from '../../contract/sample-core.ts';

const field = (name: string): FormField => ({ name, label: name, kind: 'line', required: false });
const over = (id: string, allow: bigint, deny: bigint) => ({ id, allow: String(allow), deny: String(deny) });

describe('toBlocks()', () => {
  test.each([
    ['**bold** *soft* ~~gone~~ `code`', '**bold** *soft* ~~gone~~ `code`'],
    ['# Title', '### Title'],
    ['1\\. no list', '1\\. no list'],
    ['3. three\n4. four', '3. three\n4. four'],
    ['- one\n  - two', '- one\n  - two'],
    ['- [x] done', '- ☑ done'],
    ['> said\n> so', '> said so'],
    ['[site](https://example.org/)', 'site (<https://example.org/>)'],
    ['<https://example.org/a>', '<https://example.org/a>'],
    ['[x](https://a:b@evil.example/)', 'x (https\\://a:b\\@evil.example/)'],
    ['[us](mailto:desk@example.org)', 'us (desk\\@example.org)'],
    ['[page](knowledge:a#b)', 'page'],
    ['snake_case * star', 'snake\\_case \\* star'],
    ['<b>raw</b>', 'raw'],
    ['| A | B |\n|---|--:|\n| a | 1 |', '```\nA  B\n─  ─\na  1\n```'],
    ['```js\na < b\n```', '```\na < b\n```'],
    ['---', '───'],
  ])('writes %j as %j', (source, expected) => {
    expect(joinBlocks(toBlocks(markdown(source)))).toBe(expected);
  });

  test('lists the rows of a wide table by the names of its columns', () => {
    const wide = `| Name | Words |\n|---|---|\n| one | ${'long '.repeat(20)}|\n| two | short |`;
    expect(joinBlocks(toBlocks(markdown(wide)))).toBe(
      `- **Name:** one · **Words:** ${'long '.repeat(20).trim()}\n- **Name:** two · **Words:** short`,
    );
  });
});

describe('cutText()', () => {
  test.each([
    ['short', 10, ['short']],
    ['one two three', 8, ['one two', 'three']],
    ['line one\nline two', 10, ['line one', 'line two']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['abc\\*def', 4, ['abc', '\\*de', 'f']],
    ['abc🌍def', 4, ['abc', '🌍de', 'f']],
  ])('cuts %j at %i', (text, limit, expected) => {
    expect(cutText(text, limit)).toEqual(expected);
  });

  test('packBlocks() keeps blocks whole where they fit', () => {
    expect(packBlocks([{ text: 'aaaa' }, { text: 'bb' }, { text: 'cc', tight: true }, { text: 'dddd' }], 9)).toEqual([
      'aaaa\n\nbb',
      'cc\n\ndddd',
    ]);
  });
});

describe('createActionCodes()', () => {
  const long = 'What is it, then? '.repeat(10).trim();
  const choices: readonly Choice[] = [
    { kind: 'ask', question: 'Who? ¿Quién? = & % .' },
    { kind: 'ask', question: long },
    { kind: 'read', sectionId: 'page#section' },
    {
      kind: 'command',
      name: 'announcement',
      options: { action: 'confirm', id: 'a1', digest: 'd'.repeat(64), revision: '3' },
    },
    { kind: 'command', name: 'announcement', options: {} },
    { kind: 'comment', questionId: 'q1' },
    { kind: 'part', key: 'abc', part: 2 },
    { kind: 'submit', key: 'abc' },
  ];

  test.each(choices.map((choice) => [choice]))('decode() gives back %j, in at most 100 characters', (choice) => {
    const codes = createActionCodes();
    const id = codes.encode(choice, 37);
    expect(id.length).toBeLessThanOrEqual(100);
    expect(codes.decode(id)).toEqual(choice);
  });

  test('decode() knows after a restart what fits, and nothing of a question that does not', () => {
    const [, question, , confirm] = choices;
    if (question === undefined || confirm === undefined) throw new Error('no choices');
    const [asked, confirmed] = [createActionCodes().encode(question, 0), createActionCodes().encode(confirm, 0)];
    expect(createActionCodes().decode(asked)).toBeUndefined();
    expect(createActionCodes().decode(confirmed)).toEqual({
      kind: 'command',
      name: 'announcement',
      options: { action: 'confirm', id: 'a1', revision: '3' },
    });
    expect(createActionCodes().decode('somebody else’s button')).toBeUndefined();
  });

  test('choiceOf() follows what an action says', () => {
    expect(choiceOf({ kind: 'ask', label: 'L', question: 'Q' })).toEqual({ kind: 'ask', question: 'Q' });
  });
});

describe('partsOf()', () => {
  test('keeps the texts of one language together and puts no more than five fields into a part', () => {
    const names = [
      'title.en',
      'body.en',
      'title.es',
      'body.es',
      'title.fr',
      'body.fr',
      'audience',
      'publishAt',
      'zone',
      'start',
      'end',
    ];
    expect(partsOf(names.map(field)).map((part) => part.map(({ name }) => name))).toEqual([
      ['title.en', 'body.en', 'title.es', 'body.es'],
      ['title.fr', 'body.fr', 'audience', 'publishAt', 'zone'],
      ['start', 'end'],
    ]);
  });
});

describe('mark()', () => {
  const message = {
    components: [
      {
        type: 17,
        components: [
          { type: 10, content: 'T' },
          { type: 10, content: 'B' },
        ],
      },
    ],
  };

  test.each(['a1', 'k'.repeat(25), 'x'])('lets readMark() know the key %s again, and no other', (key) => {
    for (const crosspost of [true, false]) {
      const marked = mark(message, key, crosspost);
      expect(readMark(marked, key)).toEqual({ crosspost });
      expect(readMark(marked, `${key}0`)).toBeUndefined();
    }
    expect(readMark(message, key)).toBeUndefined();
  });

  test('gives ids that Discord takes and that differ', () => {
    for (let index = 0; index < 5000; index += 1) {
      const [container] = mark(message, `key${index}`, index % 2 === 0).components;
      const ids = [container, container?.components[0]].map((part) =>
        Number(Object.entries(part ?? {}).find(([name]) => name === 'id')?.[1]),
      );
      for (const id of ids) expect(id > 0 && id <= 2_147_483_647 && Number.isInteger(id)).toBe(true);
      expect(ids[0]).not.toBe(ids[1]);
    }
  });
});

describe('permissionsIn()', () => {
  const { viewChannel, sendMessages, administrator } = permission;
  const base = { guildId: 'g', userId: 'u', memberRoles: ['r'] };
  const roles = [
    { id: 'g', permissions: String(viewChannel) },
    { id: 'r', permissions: '0' },
    { id: 'other', permissions: String(administrator) },
  ];

  test.each([
    ['the rights of everybody', [], viewChannel],
    ['what is taken from everybody', [over('g', 0n, viewChannel)], 0n],
    [
      'what is given back to a role',
      [over('g', 0n, viewChannel), over('r', viewChannel | sendMessages, 0n)],
      viewChannel | sendMessages,
    ],
    ['what is taken from the person last', [over('r', sendMessages, 0n), over('u', 0n, sendMessages)], viewChannel],
    ['nothing of another role', [over('other', sendMessages, 0n)], viewChannel],
  ])('gives %s', (_what, overwrites, expected) => {
    expect(permissionsIn({ ...base, roles, overwrites })).toBe(expected);
  });

  test('gives administrators everything', () => {
    const rights = permissionsIn({ ...base, memberRoles: ['other'], roles, overwrites: [over('g', 0n, viewChannel)] });
    expect(rights & viewChannel).toBe(viewChannel);
  });
});

describe('withoutMention()', () => {
  test.each([
    ['<@1> Who?', 'Who?'],
    ['Who? <@!1>', 'Who?'],
    ['Is <@1> here?', 'Is <@1> here?'],
    ['<@1>', ''],
    ['<@2> Who?', '<@2> Who?'],
  ])('makes %j into %j', (text, expected) => {
    expect(withoutMention(text, '1')).toBe(expected);
  });
});

test('every hint of the forms is short enough to be shown whole under its field', () => {
  for (const language of languages) {
    const { announcing, audience, room } = messagesIn(language);
    for (const [name, hint] of [announcing.form, audience, room].flatMap((group) => Object.entries(group))) {
      if (name.endsWith('Hint') && name !== 'followHint' && typeof hint === 'string')
        expect([name, hint.length > limits.labelDescription ? hint : '']).toEqual([name, '']);
    }
  }
});
