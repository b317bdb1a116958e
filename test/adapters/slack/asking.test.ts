import { afterEach, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/chat/adapter.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { markdown, sampleCommands, sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { eventEnvelope } from '../../fakes/slack/envelopes.ts';
import { seenText } from '../../fakes/slack/seen.ts';
import { botUser } from '../../fakes/slack/workspace.ts';
import { openSlack, replies, type SlackRoom } from './slack-harness.ts';

const { room: words } = messagesIn('en');
const channel = 'C0GENERAL';
const rooms: SlackRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const commands = [
  ...sampleCommands,
  { name: 'ask', description: { en: 'Ask', es: 'Preguntar', fr: 'Demander' }, options: [] },
];

async function open(mode: 'socket' | 'http', reply: (incoming: Incoming) => Reply, core: Partial<Core> = {}) {
  const heard: Incoming[] = [];
  const handle: Core['handle'] = async (incoming) => {
    heard.push(incoming);
    return reply(incoming);
  };
  const room = await openSlack({ ...sampleCore(handle, commands), ...core }, { mode });
  rooms.push(room);
  room.slack.workspace.addChannel(channel, { name: 'general' });
  const ana = room.person('U0ANA', { name: 'Ana', locale: 'es-ES', tz: 'Europe/Madrid' });
  return { ...room, heard, ana, workspace: room.slack.workspace };
}

const answer = (incoming: Incoming): Reply => ({
  language: 'en',
  body: markdown(incoming.kind === 'message' ? `You said: ${incoming.text}` : `Command ${incoming.name}`),
  ...(incoming.kind === 'message' ? { questionId: 'q1' } : {}),
});

describe.each(['socket', 'http'] as const)('the Slack room over %s', (mode) => {
  test('answers a mention in its thread once, although Slack tells of it twice', async () => {
    const { slack, ana, heard } = await open(mode, answer);
    const ts = await ana.say(channel, `<@${botUser}> Who is <the> treasurer & why?`);
    const [reply, ...more] = await replies(slack, channel, ana.id);
    expect(more).toEqual([]);
    expect(reply?.threadTs).toBe(ts);
    expect(seenText(reply ?? { text: '', blocks: [] })).toContain('treasurer & why?');
    expect(heard).toEqual([
      expect.objectContaining({
        kind: 'message',
        text: 'Who is <the> treasurer & why?',
        channel: `slack:${channel}`,
        conversationId: `slack:${channel}/${ts}`,
        replyTo: `slack:${channel}/${ts}`,
        locale: 'es',
        person: { id: 'slack:U0ANA', name: 'Ana', zone: 'Europe/Madrid' },
      }),
    ]);
  });

  test('goes on in a thread with whoever asked, without another mention, and with nobody else', async () => {
    const { slack, ana, heard, person } = await open(mode, answer);
    const ts = await ana.say(channel, `<@${botUser}> First?`);
    await replies(slack, channel, ana.id);
    const ben = person('U0BEN');
    await ben.say(channel, 'I think so too.', ts);
    await ana.say(channel, '<@U0BEN> thank you', ts);
    await ana.say(channel, 'And second?', ts);
    expect(await replies(slack, channel, ana.id, 2)).toHaveLength(2);
    expect(heard.map((incoming) => incoming.kind === 'message' && incoming.text)).toEqual(['First?', 'And second?']);
    expect(new Set(heard.map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  test('answers in a direct conversation, and hears nothing where nobody speaks to it', async () => {
    const { slack, ana, heard, workspace } = await open(mode, answer);
    const direct = workspace.imOf(ana.id).id;
    await ana.say(channel, 'Good morning, everybody.');
    await ana.say(direct, 'Good morning');
    const [reply] = await replies(slack, direct, ana.id);
    expect(reply?.threadTs).toBeUndefined();
    expect(heard).toHaveLength(1);
    expect(heard[0]).not.toHaveProperty('channel');
  });

  test('answers /ask for the person alone, and shares the same answer when asked to', async () => {
    const { slack, ana, heard, workspace, person } = await open(mode, answer);
    await ana.slash(channel, '/ask', 'Who pays?');
    const [own] = await replies(slack, channel, ana.id);
    const ben = person('U0BEN');
    expect(workspace.visible(channel, ben.id)).toEqual([]);
    if (own === undefined) throw new Error('nothing was answered');
    await ana.press(own, words.share);
    await waitUntil('the shared answer', () => workspace.visible(channel, ben.id).length === 1);
    const [shared] = workspace.visible(channel, ben.id).map(seenText);
    expect(shared).toContain('You said: Who pays?');
    expect(shared).toContain(words.sharedBy('Ana'));
    expect(heard).toHaveLength(1);
  });

  test('says that it cannot write where it was not invited, when an answer is to be shared there', async () => {
    const { slack, ana, workspace } = await open(mode, answer);
    workspace.addChannel('C0CLOSED', { members: [ana.id] });
    await ana.slash('C0CLOSED', '/ask', 'Who pays?');
    const [own] = await replies(slack, 'C0CLOSED', ana.id);
    if (own === undefined) throw new Error('nothing was answered');
    await ana.press(own, words.share);
    const [, told] = await replies(slack, 'C0CLOSED', ana.id, 2);
    expect(seenText(told ?? { text: '', blocks: [] })).toContain(messagesIn('es').room.cannotShare);
  });

  test('asks about a message by its shortcut', async () => {
    const { slack, ana, workspace, heard, person } = await open(mode, answer);
    const ts = await person('U0BEN').say(channel, 'What does the fund pay for?');
    const message = workspace.find(channel, ts);
    if (message === undefined) throw new Error('the message is missing');
    await ana.useShortcut(message);
    const [reply] = await replies(slack, channel, ana.id);
    expect(reply?.onlyFor).toBe(ana.id);
    expect(heard).toMatchObject([
      { kind: 'message', text: 'What does the fund pay for?', person: { id: 'slack:U0ANA' } },
    ]);
  });

  test('does what the buttons of an answer say, for whoever pressed them alone', async () => {
    const { slack, ana, heard } = await open(mode, (incoming) => ({
      ...answer(incoming),
      actions: [
        { kind: 'read', label: 'Read it', sectionId: 'page#one' },
        { kind: 'ask', label: 'Ask that', question: 'What then?' },
        { kind: 'command', label: 'Do it', command: 'forward', options: { question: 'q1' }, style: 'primary' },
      ],
    }));
    await ana.say(channel, `<@${botUser}> First?`);
    const [reply] = await replies(slack, channel, ana.id);
    if (reply === undefined) throw new Error('nothing was answered');
    for (const label of ['Read it', 'Ask that', 'Do it']) await ana.press(reply, label);
    const all = await replies(slack, channel, ana.id, 4);
    expect(all.slice(1).every(({ onlyFor, threadTs }) => onlyFor === ana.id && threadTs === reply.threadTs)).toBe(true);
    expect(heard.slice(1)).toMatchObject([
      { kind: 'command', name: 'read', options: { section: 'page#one' } },
      { kind: 'message', text: 'What then?' },
      { kind: 'command', name: 'forward', options: { question: 'q1' } },
    ]);
  });

  test('takes a judgement of an answer, and a comment on it by a form', async () => {
    const { slack, ana, heard } = await open(mode, answer);
    await ana.say(channel, `<@${botUser}> First?`);
    const [reply] = await replies(slack, channel, ana.id);
    if (reply === undefined) throw new Error('nothing was answered');
    await ana.press(reply, words.notHelpful);
    const [, thanks] = await replies(slack, channel, ana.id, 2);
    if (thanks === undefined) throw new Error('nothing was said');
    await ana.press(thanks, words.addComment);
    await waitUntil('the form', () => ana.modal() !== undefined);
    const said = await ana.submit({ comment: 'It was about something else.' });
    expect(said).toMatchObject({ response_action: 'update' });
    expect(heard.slice(1)).toMatchObject([
      { name: 'feedback', options: { question: 'q1', verdict: 'notHelpful' } },
      { name: 'feedback', options: { question: 'q1', verdict: 'notHelpful', comment: 'It was about something else.' } },
    ]);
  });

  test('ignores what itself and other apps write, and what happened to a message', async () => {
    const { slack, ana, heard, workspace } = await open(mode, answer);
    const direct = workspace.imOf(ana.id).id;
    const event = { type: 'message', channel: direct, channel_type: 'im', text: 'Hello', ts: '1.000001' };
    const ignored = [
      { ...event, user: botUser },
      { ...event, user: ana.id, bot_id: 'B0OTHER' },
      { ...event, subtype: 'bot_message', bot_id: 'B0OTHER' },
      { ...event, subtype: 'message_changed', message: { text: 'Hello', user: ana.id, ts: '1.000001' } },
      { ...event, user: ana.id, subtype: 'channel_join' },
      { ...event, user: ana.id, edited: { user: ana.id, ts: '2.0' } },
    ];
    for (const one of ignored) await ana.deliver(eventEnvelope(one));
    await ana.say(direct, 'Hello');
    await replies(slack, direct, ana.id);
    expect(heard).toHaveLength(1);
  });

  test('shows its home and suggests questions, in the language of whoever comes', async () => {
    const announcements = { name: 'announcements', description: { en: '', es: '', fr: '' }, options: [] };
    const core = { commands: [...commands, announcements], roleOf: () => 'secretariat' as const };
    const home = await open(
      mode,
      (incoming) => ({
        language: incoming.locale ?? 'en',
        body: markdown(incoming.kind === 'command' ? `Command ${incoming.name}` : ''),
        actions: [{ kind: 'ask', label: '¿Quién?', question: '¿Quién preside?' }],
      }),
      core,
    );
    await home.ana.openHome('home');
    await waitUntil('the home', () => home.workspace.homes.has(home.ana.id));
    const shown = JSON.stringify(home.workspace.homes.get(home.ana.id));
    for (const part of [messagesIn('es').room.homeHow, 'Command help', 'Command announcements']) {
      expect(shown).toContain(JSON.stringify(part).slice(1, -1));
    }
    await home.ana.openHome('messages');
    const direct = home.workspace.imOf(home.ana.id).id;
    await waitUntil('the prompts', () => home.workspace.prompts.has(direct));
    expect(home.workspace.prompts.get(direct)).toEqual([{ title: '¿Quién?', message: '¿Quién preside?' }]);
    await home.ana.pressAtHome('¿Quién?');
    expect(await replies(home.slack, direct, home.ana.id)).toHaveLength(1);
  });
});
