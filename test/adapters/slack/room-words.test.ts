import { afterEach, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Language } from '../../../src/language.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { seenText } from '../../fakes/slack/seen.ts';
import { botId, botUser } from '../../fakes/slack/workspace.ts';
import { openSlack, replies, type SlackRoom } from './slack-harness.ts';

const rooms: SlackRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const settings = new Map<string, Language>([['slack:C0FRENCH', 'fr']]);

async function open(channel: string, locale: string) {
  const ask = { name: 'ask', description: { en: 'Ask', es: 'Preguntar', fr: 'Demander' }, options: [] };
  const core = sampleCore(async ({ locale: language = 'en' }) => ({ language, body: markdown('The answer.') }), [ask]);
  const room = await openSlack({ ...core, languageIn: async (where) => settings.get(where) });
  rooms.push(room);
  room.slack.workspace.addChannel(channel, { members: [botUser] });
  return { ...room, ana: room.person('U0ANA', { locale }) };
}

const cases: readonly (readonly [locale: string, channel: string, language: Language])[] = [
  ['es-ES', 'C0FRENCH', 'es'],
  ['de-DE', 'C0FRENCH', 'fr'],
  ['de-DE', 'C0OTHER', 'en'],
];

test.each(cases)(
  'to somebody whose Slack is in %s, in %s, a button that is too old says so in %s',
  async (locale, channel, language) => {
    const { slack, ana } = await open(channel, locale);
    const element = { type: 'button', action_id: 'old', text: { type: 'plain_text', text: 'Old' }, value: '{}' };
    const blocks = [{ type: 'actions', elements: [element] }];
    const message = { channel, ts: slack.workspace.nextTs(), user: botUser, botId, text: 'Old', blocks };
    slack.workspace.messages.push(message);
    await ana.press(message, 'Old');
    const told = (await replies(slack, channel, ana.id, 2)).at(-1);
    expect(told?.onlyFor).toBe(ana.id);
    expect(seenText(told ?? message)).toBe(messagesIn(language).room.noLongerThere);
  },
);

test.each(cases)(
  'to somebody whose Slack is in %s, in %s, an answer that cannot be shared is said to be so in %s',
  async (locale, channel, language) => {
    const { slack, ana } = await open(channel, locale);
    slack.workspace.channels.get(channel)?.members.delete(botUser);
    await ana.slash(channel, '/ask', 'Who?');
    const [answer] = await replies(slack, channel, ana.id);
    if (answer === undefined) throw new Error('nothing was answered');
    const shown = locale === 'es-ES' ? 'es' : 'en';
    await ana.press(answer, messagesIn(shown).room.share);
    const told = (await replies(slack, channel, ana.id, 2)).at(-1);
    expect(seenText(told ?? answer)).toBe(messagesIn(language).room.cannotShare);
  },
);
