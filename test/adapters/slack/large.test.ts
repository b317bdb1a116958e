import { expect, test } from 'vitest';
import { renderReply, renderReport } from '../../../adapters/slack/render.ts';
import { renderPost } from '../../../adapters/slack/render-post.ts';
import { bodyOf, bullets, strong } from '../../../src/chat/blocks.ts';
import { languages, type Language } from '../../../src/language.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { markdown } from '../../contract/sample-core.ts';
import { eventPost } from '../../contract/sample-posts.ts';
import { messageProblem } from '../../fakes/slack/methods.ts';
import { slackLimits } from '../../fakes/slack/limits.ts';
import { seenText } from '../../fakes/slack/seen.ts';

const names = Array.from({ length: 10_000 }, (_, index) => `#channel-${index}`);
const post = { kind: 'command', label: 'Post', command: 'announcement', options: { action: 'confirm' } } as const;

test.each<Language>([...languages])(
  'a preview for 10,000 channels is one message that counts them, in %s',
  (language) => {
    const { payload, preview } = renderPost(eventPost);
    const previews = [{ platform: 'slack', language, channels: names, payload, text: preview }];
    const messages = renderReply({ language, body: markdown('This will be posted.'), previews, actions: [post] });
    expect(messages).toHaveLength(1);
    const [text = ''] = messages.map(({ text: words, blocks }) => seenText({ text: words, blocks: blocks.map(open) }));
    expect(text).toContain(messagesIn(language).announcing.preview.names('#channel-29', 9_970));
    expect(text).not.toContain('#channel-30');
  },
);

test.each<Language>([...languages])(
  'a report on 10,000 channels is one message within every limit, in %s',
  (language) => {
    const body = bodyOf([bullets(names.map((name) => [strong(name), ` – ${'failed, and why '.repeat(6)}`]))]);
    const message = renderReport({ language, title: 'T'.repeat(400), body, actions: [post], reportsOn: 'a1' });
    expect(messageProblem({ ...message }, slackLimits.updateText)).toBeUndefined();
    const text = seenText({ text: message.text, blocks: message.blocks.map(open) });
    expect(text).toContain(messagesIn(language).room.restElsewhere);
    expect(text).toContain('[Post]');
  },
);

function open(block: object): Readonly<Record<string, unknown>> {
  return { ...block };
}
