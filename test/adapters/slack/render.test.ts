import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { formView, wordsView } from '../../../adapters/slack/form-view.ts';
import { payloadOf } from '../../../adapters/slack/payload.ts';
import { renderPost } from '../../../adapters/slack/render-post.ts';
import { renderReply, renderReport, type RenderOptions } from '../../../adapters/slack/render.ts';
import type { Form, FormField } from '../../../src/chat/form.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Post } from '../../../src/chat/post.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languages, type Language } from '../../../src/language.ts';
import { expectNoControls } from '../../contract/hostile-text.ts';
import { injections } from '../../contract/injections.ts';
import { markdown } from '../../contract/sample-core.ts';
import { eventPost, samplePosts } from '../../contract/sample-posts.ts';
import { viewProblems } from '../../fakes/slack/check-blocks.ts';
import { messageProblem } from '../../fakes/slack/methods.ts';
import { slackLimits } from '../../fakes/slack/limits.ts';
import { mentionsIn, seenText } from '../../fakes/slack/seen.ts';

const asPosted = ({ text, blocks }: ReturnType<typeof renderReport>) => ({
  text,
  blocks: blocks.map((block) => ({ ...block })),
});

const everywhere = (text: string): Reply => ({
  language: 'en',
  title: text,
  notice: text,
  body: markdown(`${text}\n\n- ${text}\n\n> ${text}\n\nThe end.`),
  sources: [{ sectionId: 'page#one', title: text, section: text, page: text, date: text, url: text }],
  actions: [
    { kind: 'ask', label: text, question: text },
    { kind: 'command', label: text, command: 'forward', options: { question: text } },
  ],
  previews: [{ platform: 'web', language: 'en', channels: [text], payload: '{}', text }],
  questionId: 'q1',
});

/** Every link of some blocks: its words and where it leads. */
function linksIn(value: unknown): { readonly text?: string; readonly url: string; readonly after: string }[] {
  if (!Array.isArray(value)) {
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linksIn) : [];
  }
  return value.flatMap((item: unknown, index) => {
    const next: unknown = value[index + 1];
    const isLink = typeof item === 'object' && item !== null && 'url' in item && typeof item.url === 'string';
    if (!isLink) return linksIn(item);
    const after = typeof next === 'object' && next !== null && 'text' in next ? String(next.text) : '';
    const text = 'text' in item ? { text: String(item.text) } : {};
    return [{ url: String(item.url), after, ...text }];
  });
}

describe('what somebody slipped in', () => {
  test('is a corpus of at least 40', () => {
    expect(injections.length).toBeGreaterThanOrEqual(40);
  });

  test.each(injections)('calls nobody, hides no target and acts on no screen: %j', (text) => {
    const post = renderPost({
      ...samplePosts.en,
      title: text.slice(0, slackLimits.header),
      notice: text,
      body: markdown(`${text}\n\n- ${text}\n\n> ${text}`),
      event: { startAt: Date.UTC(2027, 9, 7, 8), zone: 'Europe/Madrid', place: text, link: text },
    });
    const { text: postText, blocks }: { text: string; blocks: Record<string, unknown>[] } = JSON.parse(post.payload);
    const { text: plain }: { text: string } = JSON.parse(post.plainPayload);
    const messages = [
      ...renderReply(everywhere(text)).map(asPosted),
      asPosted(renderReport(everywhere(text))),
      { text: postText, blocks },
      { text: plain, blocks: [] },
    ];
    for (const message of messages) {
      expect(messageProblem(message, slackLimits.updateText)).toBeUndefined();
      expect(mentionsIn(message)).toEqual([]);
      expect(mentionsIn({ text: message.text, blocks: [] })).toEqual([]);
      expectNoControls(seenText(message));
      for (const { url, text: words, after } of linksIn(message.blocks)) {
        expect(url).toMatch(/^(?:https:|mailto:)/);
        const shown = words ?? url;
        const isOpen = [url, url.replace('https://', ''), url.replace('mailto:', '')]
          .map((form) => form.replace(/\/$/, ''))
          .includes(shown.replace(/\/$/, ''));
        expect(isOpen || after.startsWith(' (')).toBe(true);
      }
    }
  });
});

const table =
  '| Year | Host | People |\n| --- | --- | ---: |\n| 2021 | Riverton | 900 |\n| 2023 | Port Example | 1,400 |';
const wide = `| What | Where it is found, in many words, so that it is wide |\n| --- | --- |\n| One | See [the page](https://example.org/one) |`;

const bodies: Readonly<Record<string, { readonly markdown: string; readonly seen: readonly string[] }>> = {
  'a narrow table': { markdown: table, seen: ['Year  Host          People', '2023  Port Example   1,400'] },
  'a wide table': { markdown: wide, seen: ['• What: One; Where it is found', 'the page (https://example.org/one)'] },
  'lists in lists': {
    markdown: '3. three\n   - inner\n     1. innermost\n4. four',
    seen: ['3. three', '  • inner', '    1. innermost', '4. four'],
  },
  'a list that goes on after one in it': { markdown: '- one\n\n  - two\n\n  three', seen: ['• one\n• two\nthree'] },
  tasks: { markdown: '- [x] done\n- [ ] open', seen: ['• ☑ done', '• ☐ open'] },
  code: { markdown: '```\n<a> & *b*\n```', seen: ['<a> & *b*'] },
  'a quotation': { markdown: '> one\n>\n> - two', seen: ['one\n• two'] },
  'a link that says where it leads': { markdown: '<https://example.org/a>', seen: ['https://example.org/a'] },
  'a link to a page of the knowledge': { markdown: '[members](knowledge:page#members)', seen: ['members'] },
  'an image': { markdown: '![The hall](https://example.org/hall.png)', seen: ['The hall'] },
};

test.each(Object.entries(bodies))('renderReply() shows %s', (_name, { markdown: source, seen }) => {
  const body: Root = markdown(source);
  const text = renderReply({ language: 'en', body })
    .map((message) => seenText(asPosted(message)))
    .join('\n');
  for (const part of seen) expect(text).toContain(part);
});

const words: Readonly<Record<Language, { readonly text: string; readonly label: string }>> = {
  en: { text: 'The association has **163 members** in 2025.', label: 'Read the whole section' },
  es: { text: 'La asociación tiene **163 miembros** en 2025.', label: 'Leer toda la sección' },
  fr: { text: 'L’association compte **163 membres** en 2025.', label: 'Lire toute la section' },
};

const command = (name: string, style: 'primary' | 'danger') =>
  ({ kind: 'command', label: name, command: 'announcement', options: { action: name, id: 'a1' }, style }) as const;

function repliesIn(language: Language): Readonly<Record<string, Reply>> {
  const { text, label } = words[language];
  const sources = [
    {
      sectionId: 'members#count',
      title: 'Annual Report',
      section: 'Members',
      page: '7',
      date: '2025-02-20',
      url: 'https://example.org/report.pdf',
    },
  ];
  const read = { kind: 'read', label, sectionId: 'members#count' } as const;
  const { payload, preview } = renderPost({ ...eventPost, ...samplePosts[language], pings: 'everyone' });
  const base = { language, body: markdown(text) };
  return {
    answered: { ...base, notice: messagesIn(language).shownIn('en'), sources, actions: [read], questionId: 'q1' },
    suggested: { ...base, actions: [read, { kind: 'ask', label: text.repeat(3), question: text }], questionId: 'q2' },
    section: { ...base, title: 'Members', body: markdown(`## A\n\n${text}\n\n${table}\n\n---\n\n> ${text}`), sources },
    preview: {
      ...base,
      previews: [{ platform: 'slack', language, channels: ['#general'], payload, text: preview }],
      actions: [command('confirm', 'primary'), command('cancel', 'danger')],
    },
    report: { ...base, reportsOn: 'a1', actions: [command('retract', 'danger')] },
  };
}

describe.each(languages)('what people get in %s', (language) => {
  test.each(Object.entries(repliesIn(language)))('is kept as a file for the reply “%s”', async (name, reply) => {
    const messages = reply.reportsOn === undefined ? renderReply(reply) : [renderReport(reply)];
    for (const message of messages) expect(messageProblem({ ...message }, slackLimits.updateText)).toBeUndefined();
    await expect(`${JSON.stringify(messages, undefined, 2)}\n`).toMatchFileSnapshot(`golden/${name}.${language}.json`);
  });

  test('is kept as a file for an answer that somebody may share, may comment on, and has shared', async () => {
    const { answered } = repliesIn(language);
    if (answered === undefined) throw new Error('no reply');
    const options: readonly RenderOptions[] = [
      { share: { kind: 'share', key: 'k1', question: words[language].text } },
      { comment: { kind: 'comment', questionId: 'q1', verdict: 'notHelpful' } },
      { sharedBy: 'Ana' },
    ];
    const shown = options.map((each) => renderReply(answered, each));
    for (const message of shown.flat()) {
      expect(messageProblem({ ...message }, slackLimits.updateText)).toBeUndefined();
    }
    await expect(`${JSON.stringify(shown, undefined, 2)}\n`).toMatchFileSnapshot(`golden/shared.${language}.json`);
  });

  test('is kept as a file for a form, empty, filled in and with what is wrong', async () => {
    const { text, label } = words[language];
    const choices = [{ value: 'all', label }];
    const formOf = (field: Partial<FormField>): Form => ({
      command: 'announce',
      options: { id: 'a1' },
      title: label,
      submit: label,
      fields: (['line', 'text', 'choice', 'choices', 'switch', 'file'] as const).map((kind) => ({
        name: kind,
        kind,
        label,
        hint: text,
        choices,
        required: kind === 'line',
        maxLength: 20_000,
        ...field,
      })),
    });
    const reply = { language, body: markdown(text) };
    const forms = [formOf({}), formOf({ value: 'all' }), formOf({ value: 'true', problem: text })];
    const views = [...forms.map((form) => formView(form, reply)), wordsView(reply)];
    for (const view of views) expect(viewProblems(view)).toEqual([]);
    await expect(`${JSON.stringify(views, undefined, 2)}\n`).toMatchFileSnapshot(`golden/form.${language}.json`);
  });

  test('is kept as a file for a post', async () => {
    const { payload, plainPayload } = renderPost({ ...eventPost, ...samplePosts[language], pings: 'everyone' });
    const posted: unknown[] = [JSON.parse(payload), JSON.parse(plainPayload)];
    await expect(`${JSON.stringify(posted, undefined, 2)}\n`).toMatchFileSnapshot(`golden/post.${language}.json`);
  });

  test('is kept as a file for posts of events', async () => {
    const { event } = eventPost;
    if (event === undefined) throw new Error('no event');
    const post = { ...eventPost, ...samplePosts[language], event };
    const url = `https://assistant.example.org/events/announcement-a1.ics?lang=${language}`;
    const posts: readonly Post[] = [
      { ...post, calendar: { url } },
      { ...post, calendar: { file: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } },
      { ...post, event: { ...event, cancelled: true } },
    ];
    const posted = posts.map((each) => {
      const { payload, preview } = renderPost(each);
      return { payload: payloadOf(payload), preview: preview.split('\n') };
    });
    await expect(`${JSON.stringify(posted, undefined, 2)}\n`).toMatchFileSnapshot(`golden/event.${language}.json`);
  });
});
