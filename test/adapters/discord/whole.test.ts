import { afterEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/chat/adapter.ts';
import { createBot } from '../../../src/bot.ts';
import { createDispatcher } from '../../../src/dispatcher.ts';
import { createReporter } from '../../../src/dispatcher/reporter.ts';
import { AppError } from '../../../src/errors.ts';
import { openSmallKnowledge } from '../../commands/small-knowledge.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { secretariatRole } from '../../fakes/discord/api-objects.ts';
import { withButton } from '../../fakes/discord/find-button.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import { openDiscord, type DiscordTrouble } from '../../fakes/discord/server.ts';
import { textOf } from '../../fakes/discord/state.ts';
import { openTestStore, silentLog } from '../../fakes/test-store.ts';
import { adapterOn } from './discord-harness.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const clock = () => Date.now();

/** The program as it is on Discord, with a store, an outbox and reports, and an audience of two channels. */
async function openWhole() {
  const store = await openTestStore({ clock });
  const discord = await openDiscord();
  const channels = [
    discord.state.addChannel({ name: 'general' }),
    discord.state.addChannel({ name: 'noticias', type: 5 }),
  ];
  const adapter: Adapter = adapterOn(discord);
  const { outlet, update } = adapter;
  if (outlet === undefined || update === undefined) throw new Error('no outlet');
  const outlets = new Map([['discord', outlet]]);
  const knowledge = await openSmallKnowledge();
  const wakes: (() => void)[] = [];
  let count = 0;
  const core = createBot({
    current: () => knowledge,
    contact: 'desk@example.org',
    clock,
    log: silentLog,
    store,
    outlets,
    settings: { zone: 'Europe/Madrid', requireApproval: false, keepQuestions: false, pingRole: 'secretariat' },
    roles: { secretariat: new Set([`discord:${secretariatRole}`]), admin: new Set() },
    newId: () => `n${(count += 1)}`,
    onWake: () => wakes.forEach((wake) => wake()),
  });
  const dispatcher = createDispatcher({ store, outlets, clock, random: () => 0.5, log: silentLog, name: 'one' });
  const reporter = createReporter({
    store,
    updaters: new Map([['discord', update]]),
    report: async (subject, reader) => {
      const reply = await core.handle({ ...reader, kind: 'command', name: 'announcements', options: { id: subject } });
      if (reply.failed === true) throw new AppError('unavailable', 'no report');
      return reply;
    },
    clock,
    log: silentLog,
  });
  wakes.push(
    () => dispatcher.wake(),
    () => reporter.wake(),
  );
  await store.audiences.putChannel('all', { channel: `discord:${channels[0]}`, language: 'en', topics: [] });
  await store.audiences.putChannel('all', { channel: `discord:${channels[1]}`, language: 'es', topics: [] });
  await store.audiences.setCrosspost('all', true);
  await adapter.start(core);
  dispatcher.start();
  reporter.start();
  closing.push(
    () => discord.close(),
    () => adapter.stop(),
    async () => void (await Promise.all([dispatcher.stop(), reporter.stop()])),
  );
  return { store, discord, channels, ana: createPerson(discord, 'Ana', { roles: [secretariatRole] }) };
}

const file = `---
audience: all
---

# en: The assembly opens

Bring your **badge**.

# es: Se abre la asamblea

Traiga su **acreditación**.
`;

describe('the whole program on Discord', () => {
  test.each<readonly (DiscordTrouble | 'none')[]>([
    ['none'],
    ['resetAfter'],
    ['errorAfter'],
    ['hang'],
    ['throttle'],
    ['throttleAll'],
    ['resetBefore'],
  ])(
    'one announcement, one edit and one retraction leave one copy in each channel, with %s on the way',
    async (trouble) => {
      const { discord, channels, ana } = await openWhole();
      const desk = channels[0] ?? '';
      const press = async (label: RegExp) => {
        await waitUntil(
          `a button ${String(label)}`,
          () => withButton(discord.state.messages, ana, label) !== undefined,
        );
        const found = withButton(discord.state.messages, ana, label);
        if (found === undefined) throw new Error('gone');
        return ana.press(found.message, found.label);
      };
      const shown = () => channels.map((channel) => discord.visible(channel));
      ana.command(desk, { name: 'announce', file: { name: 'a.md', text: file } });
      const confirm = await press(/^Post/);
      if (trouble !== 'none') {
        await waitUntil('the confirmation to be taken up', () => confirm.acknowledged);
        discord.trouble(trouble);
      }
      await waitUntil('one copy each', () =>
        shown().every((texts) => texts.filter((text) => /assembly opens|abre la asamblea/.test(text)).length === 1),
      );
      await waitUntil('the report', () => discord.visible(ana.directChannel).some((text) => /2/.test(text)));
      expect(shown().flat().join('\n')).toContain('Traiga su **acreditación**.');
      await waitUntil('the passing on', () =>
        discord.state.in(channels[1] ?? '').every(({ flags }) => (flags & 1) === 1),
      );

      const form = await ana.modalOf(await press(/^Change the text/));
      ana.submit(form, { 'title.en': 'The assembly moves' });
      await press(/^(?:Preview|Show the preview)$/);
      await press(/^Change it in/);
      await waitUntil('the edit', () => shown()[0]?.some((text) => text.includes('The assembly moves')) === true);
      expect(shown().map((texts) => texts.length)).toEqual([1, 1]);
      expect(shown()[1]?.[0]).toContain('Se abre la asamblea');

      await press(/^Take back/);
      await press(/^Yes, take back/);
      await waitUntil('no copy', () => shown().flat().length === 0);
      expect(discord.refused.filter(({ request }) => request.method !== 'DELETE')).toEqual([]);
    },
  );

  test('a question is answered from the knowledge, in the language in which it was asked', async () => {
    const { discord, channels, ana } = await openWhole();
    const answer = await ana.answerTo(
      ana.command(channels[0] ?? '', { name: 'ask', options: { question: '¿Quién es la tesorera?' } }),
    );
    expect(textOf(answer)).toContain('Ada Lovelace');
    expect(textOf(answer)).toContain('Fuentes');
    expect(discord.refused).toEqual([]);
    const typing = ana.type(channels[0] ?? '', 'ask', 'question', 'treas');
    await waitUntil('suggestions', () => typing.choices !== undefined);
    expect(typing.choices?.[0]?.value).toBe('Treasurer of the association');
  });

  test('a member is refused what is the secretariat’s', async () => {
    const { discord, channels } = await openWhole();
    const ben = createPerson(discord, 'Ben');
    const answer = await ben.answerTo(ben.command(channels[0] ?? '', { name: 'announce' }));
    expect(answer.seenBy).toBe(ben.user.id);
    expect(textOf(answer)).toContain('desk@example.org');
  });
});
