import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActionCodes } from '../../../adapters/discord/actions.ts';
import { renderPost } from '../../../adapters/discord/post.ts';
import { renderReply, renderSingle } from '../../../adapters/discord/render.ts';
import type { Reply, ReplyAction } from '../../../src/chat/reply.ts';
import { languages } from '../../../src/language.ts';
import { injections } from '../../contract/injections.ts';
import { markdown } from '../../contract/sample-core.ts';
import { allComponents, messageBody, messageProblem } from '../../fakes/discord/rules.ts';
import { problemOf } from '../../fakes/discord/schema.ts';
import { expectInertMarkdown } from './expect-inert-markdown.ts';
import { shownText } from './discord-harness.ts';

const route = '/channels/123456789012345678/messages';

/** The messages as Discord would read them; fails when it would not take them. */
function accepted(messages: readonly unknown[]) {
  return messages.map((message) => {
    expect(problemOf('POST', route, message)).toBeUndefined();
    const body = messageBody.parse(message);
    expect(messageProblem(body, false)).toBeUndefined();
    return body;
  });
}

function contentsOf(messages: readonly unknown[]): string[] {
  return accepted(messages).flatMap(({ components }) =>
    allComponents(components ?? []).flatMap(({ content }) => content ?? []),
  );
}

const everywhere = (text: string): Reply => ({
  language: 'en',
  title: text,
  notice: text,
  body: markdown(`${text}\n\n- ${text}\n\n> ${text}\n\nThe end.`),
  sources: [{ sectionId: 'page#one', title: text, section: text, page: text, date: text, url: text }],
  actions: [
    { kind: 'ask', label: text, question: text },
    { kind: 'read', label: text, sectionId: text },
    { kind: 'command', label: text, command: 'announcement', options: { id: text } },
  ],
  questionId: 'q1',
  previews: [{ platform: 'other', language: 'en', channels: [text], payload: '{}', text }],
});

describe('renderReply()', () => {
  test.each(injections.map((text) => [text]))('lets %j act nowhere', (text) => {
    const contents = contentsOf(renderReply(everywhere(text), createActionCodes()));
    for (const content of contents) expectInertMarkdown(content);
    expect(contents.join('\n')).toContain('The end.');
  });

  test('gives messages that Discord takes, complete, whatever the markdown', () => {
    const word = fc.stringMatching(/^[A-Za-z\u00C0-\u00FF]{1,12}$/);
    const sign = fc.constantFrom(
      '*',
      '_',
      '`',
      '~',
      '|',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '#',
      '\\',
      '@',
      ':',
      '"',
      '!',
      '\n',
      '\n\n',
      '  ',
      '\t',
      '- ',
      '1. ',
      '```\n',
      '---\n',
      '| a | b |\n|---|---|\n',
    );
    const source = fc
      .array(fc.oneof({ weight: 5, arbitrary: word }, sign, fc.constantFrom(...injections)), { maxLength: 400 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(source, (text) => {
        for (const content of contentsOf(renderReply({ language: 'en', body: markdown(text) }, createActionCodes())))
          expectInertMarkdown(content);
      }),
      { numRuns: 150 },
    );
  });

  test('loses no word of paragraphs, lists, quotations, tables and code of any length', () => {
    let count = 0;
    const words = (least: number, most: number) =>
      fc.integer({ min: least, max: most }).map((length) => Array.from({ length }, () => `w${(count += 1)}x`));
    const block = fc.oneof(
      words(1, 900).map((list) => list.join(' ')),
      words(1, 200).map((list) => list.map((one) => `- ${one} **bold** end`).join('\n')),
      words(1, 300).map((list) => `- ${list.join(' ')}\n  - ${list.length}`),
      words(1, 200).map((list) => list.map((one) => `> ${one}`).join('\n')),
      words(2, 200).map((list) => ['| A | B |', '|---|---|', ...list.map((one) => `| ${one} | v |`)].join('\n')),
      words(2, 60).map((list) =>
        ['| A | B |', '|---|---|', ...list.map((one) => `| ${one} | ${'long words '.repeat(9)} |`)].join('\n'),
      ),
      words(1, 300).map((list) => `\`\`\`\n${list.join('\n')}\n\`\`\``),
      words(1, 300).map((list) => `**${list.join(' ')}**`),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (parts) => {
        const source = parts.join('\n\n');
        const shown = contentsOf(renderReply({ language: 'en', body: markdown(source) }, createActionCodes()))
          .map(shownText)
          .join('\n');
        expect(shown.match(/\bw\d+x\b/g)).toEqual(source.match(/\bw\d+x\b/g));
      }),
      { numRuns: 60 },
    );
  });

  test('shows every action when there are more than one message holds, and what is too long for a button in full', () => {
    const actions = Array.from({ length: 80 }, (_, index): ReplyAction => ({
      kind: 'ask',
      label: `Ask ${index} ${'x'.repeat(index * 2)}`,
      question: `q${index}`,
    }));
    const messages = accepted(renderReply({ language: 'en', body: markdown('Choose.'), actions }, createActionCodes()));
    const components = messages.flatMap(({ components: parts }) => allComponents(parts ?? []));
    expect(components.filter(({ type }) => type === 2)).toHaveLength(80);
    const texts = components.flatMap(({ content }) => content ?? []).join('\n');
    expect(texts).toContain(`Ask 79 ${'x'.repeat(158)}`);
  });
});

describe('renderSingle()', () => {
  test('is one message that Discord takes, and says so when it is not all', () => {
    const body = markdown(Array.from({ length: 900 }, (_, index) => `Line ${index}`).join('\n\n'));
    const [text] = contentsOf([renderSingle({ language: 'en', body }, createActionCodes())]);
    expect(text).toContain('Line 0');
    expect(contentsOf([renderSingle({ language: 'en', body }, createActionCodes())])[1]).toContain('does not all fit');
  });
});

describe('renderPost()', () => {
  test.each(languages)('writes the time in words and as every reader sees it, in %s', (language) => {
    const event = {
      startAt: Date.UTC(2027, 9, 7, 8),
      endAt: Date.UTC(2027, 9, 7, 10),
      zone: 'Europe/Madrid',
      place: 'Hall *1*',
      link: 'https://example.org/a',
    };
    const { payload, preview } = renderPost({ language, title: 'T', body: markdown('B'), event });
    expect(payload).toContain('<t:1822896000:F> – <t:1822903200:t>');
    expect(payload).toContain('Europe/Madrid');
    expect(payload).toContain('<https://example.org/a>');
    expect(preview).toContain('Hall \\*1\\*');
    expect(preview).not.toContain('<t:');
  });

  test('counts down to no event that does not take place', () => {
    const event = { startAt: Date.UTC(2027, 9, 7, 8), zone: 'Europe/Madrid', cancelled: true } as const;
    const { payload } = renderPost({ language: 'en', title: 'T', body: markdown('B'), event });
    expect(payload).toContain('7 October 2027');
    expect(payload).not.toContain('<t:');
  });

  test.each([
    ['en', 'Add to your calendar: <https://example.org/a.ics>'],
    ['es', 'Añadir a su calendario: <https://example.org/a.ics>'],
    ['fr', 'Ajouter à votre calendrier : <https://example.org/a.ics>'],
  ] as const)('links below the event to its calendar file, in %s', (language, line) => {
    const event = { startAt: Date.UTC(2027, 9, 7, 8), zone: 'Europe/Madrid', link: 'https://example.org/a' };
    const calendar = { url: 'https://example.org/a.ics' };
    const { payload, plainPayload, preview } = renderPost({
      language,
      title: 'T',
      body: markdown('B'),
      event,
      calendar,
    });
    const texts = [payload, plainPayload].map((json) => contentsOf([JSON.parse(json)]).at(-1));
    for (const text of [...texts, preview]) expect(text?.split('\n').at(-1)).toBe(line);
  });

  test('shows a file in the preview by its name', () => {
    const event = { startAt: Date.UTC(2027, 9, 7, 8), zone: 'Europe/Madrid' };
    const post = renderPost({ language: 'en', title: 'T', body: markdown('B'), event, calendar: { file: 'BEGIN' } });
    expect(post.preview.split('\n').at(-1)).toBe('event.ics');
    const preview = { platform: 'discord', language: 'en', channels: ['#news'], ...post, text: post.preview } as const;
    const reply = { language: 'en', body: markdown(''), previews: [preview] } as const;
    expect(contentsOf(renderReply(reply, createActionCodes())).at(-1)).toBe('📎 event.ics');
  });

  test.each(injections.map((text) => [text]))('lets %j act nowhere in a post', (text) => {
    const { payload, plainPayload } = renderPost({
      language: 'en',
      title: text,
      notice: text,
      body: markdown(text),
      event: { startAt: 0, zone: 'UTC', place: text, link: text },
    });
    for (const content of [...contentsOf([JSON.parse(payload)]), ...contentsOf([JSON.parse(plainPayload)])]) {
      expectInertMarkdown(content.replace(/<t:\d+:F>/g, ''));
    }
  });
});
