import { describe, expect, test } from 'vitest';
import { createActionCodes } from '../../../adapters/discord/actions.ts';
import { createForms, partsOf } from '../../../adapters/discord/forms.ts';
import { formMessages, toModal } from '../../../adapters/discord/modal.ts';
import { renderPost } from '../../../adapters/discord/post.ts';
import { renderReply, renderSingle } from '../../../adapters/discord/render.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languages, type Language } from '../../../src/language.ts';
import { markdown, sampleHandle, samplePerson } from '../../contract/sample-core.ts';
import { samplePosts } from '../../contract/sample-posts.ts';
import { modalBody, modalProblem } from '../../fakes/discord/rules.ts';
import { problemOf } from '../../fakes/discord/schema.ts';
import { announceForm } from './sample-form.ts';

const event = {
  startAt: Date.UTC(2027, 9, 7, 8),
  endAt: Date.UTC(2027, 9, 7, 16),
  zone: 'Europe/Madrid',
  place: 'Harbour Hall',
};

async function replyTo(language: Language, name?: string): Promise<Reply> {
  const envelope = { conversationId: 'one', person: samplePerson, locale: language };
  if (name === undefined)
    return { ...(await sampleHandle({ ...envelope, kind: 'message', text: 'Who?' })), questionId: 'q1' };
  return sampleHandle({ ...envelope, kind: 'command', name, options: { section: 'sample-page' } });
}

const replies: Readonly<Record<string, (language: Language) => Reply | Promise<Reply>>> = {
  answer: (language) => replyTo(language),
  section: (language) => replyTo(language, 'read'),
  help: (language) => replyTo(language, 'help'),
  unsure: (language) => ({
    language,
    body: markdown(messagesIn(language).suggested('desk@example.org')),
    actions: [
      { kind: 'read', label: 'General assembly', sectionId: 'sample-page#assembly' },
      { kind: 'read', label: 'Members', sectionId: 'sample-page#members' },
    ],
    questionId: 'q2',
  }),
  preview: (language) => ({
    language,
    private: true,
    body: markdown('| Channel | When |\n|---|---|\n| #general | now |'),
    previews: [
      {
        platform: 'discord',
        language,
        channels: ['#general'],
        payload: renderPost({ ...samplePosts[language], event }).payload,
        text: '',
      },
      { platform: 'other', language, channels: ['#news', '#board'], payload: '{}', text: '## Title\n\nThe **body**.' },
    ],
    actions: [
      {
        kind: 'command',
        label: 'OK',
        command: 'announcement',
        options: { action: 'confirm', id: 'a1', revision: '1', digest: 'd'.repeat(64) },
        style: 'primary',
      },
      {
        kind: 'command',
        label: '×',
        command: 'announcement',
        options: { action: 'cancel', id: 'a1' },
        style: 'danger',
      },
    ],
  }),
};

const shown = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

describe.each(languages)('what stands on Discord in %s', (language) => {
  test.each(Object.entries(replies))('a reply: %s', async (name, reply) => {
    const messages = renderReply(await reply(language), createActionCodes());
    for (const message of messages) expect(problemOf('POST', '/channels/1/messages', message)).toBeUndefined();
    await expect(shown(messages)).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
  });

  test('a report', async () => {
    const reply: Reply = { language, body: markdown('- #general: ✓\n- #news: …'), reportsOn: 'a1' };
    await expect(shown(renderSingle(reply, createActionCodes()))).toMatchFileSnapshot(`golden/report.${language}.txt`);
  });

  test.each([undefined, 'everyone'] as const)('a post with an event, pinging %s', async (pings) => {
    const rendered = renderPost({
      ...samplePosts[language],
      event,
      notice: messagesIn(language).shownIn('en'),
      ...(pings === undefined ? {} : { pings }),
    });
    const parsed = {
      payload: JSON.parse(rendered.payload),
      plain: JSON.parse(rendered.plainPayload),
      preview: rendered.preview,
    };
    await expect(shown(parsed)).toMatchFileSnapshot(
      `golden/post${pings === undefined ? '' : '-pings'}.${language}.txt`,
    );
  });

  test('a form: as modals, and as it stands in between', async () => {
    const open = createForms(() => 'formkey').open(
      announceForm({ 'title.en': 'Hi', audience: 'all' }, { 'title.en': '“Hi” is too short.' }),
      language,
    );
    const modals = partsOf(open.form.fields).map((_, part) => toModal(open, part));
    for (const modal of modals) {
      expect(problemOf('POST', '/interactions/1/token/callback', { type: 9, data: modal })).toBeUndefined();
      expect(modalProblem(modalBody.parse(modal))).toBeUndefined();
    }
    await expect(shown({ modals, messages: formMessages(open, createActionCodes()) })).toMatchFileSnapshot(
      `golden/form.${language}.txt`,
    );
  });
});
