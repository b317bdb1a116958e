import { onTestFinished } from 'vitest';
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
import { openDiscord } from '../../fakes/discord/server.ts';
import { openTestStore, silentLog } from '../../fakes/test-store.ts';
import { adapterOn } from './discord-harness.ts';

const clock = () => Date.now();

/** The program as it is on Discord, with a store, an outbox and reports, and an audience of two channels. */
export async function openWhole() {
  const store = await openTestStore({ clock });
  const discord = await openDiscord();
  const channels = [
    discord.state.addChannel({ name: 'general' }),
    discord.state.addChannel({ name: 'noticias', type: 5 }),
  ];
  const adapter: Adapter = adapterOn(discord);
  const { outlet, calendar, update } = adapter;
  if (outlet === undefined || calendar === undefined || update === undefined) throw new Error('no outlet');
  const outlets = new Map([outlet, calendar].map((one) => [one.platform, one]));
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
  onTestFinished(async () => {
    await Promise.all([dispatcher.stop(), reporter.stop()]);
    await adapter.stop();
    await discord.close();
  });
  const ana = createPerson(discord, 'Ana', { roles: [secretariatRole] });

  /** Presses the newest button of Ana's that begins so, once there is one. */
  async function press(label: RegExp) {
    const find = () => withButton(discord.state.messages, ana, label);
    await waitUntil(`a button ${String(label)}`, () => find() !== undefined);
    const found = find();
    if (found === undefined) throw new Error('gone');
    return ana.press(found.message, found.label);
  }

  return { store, discord, channels, ana, press };
}
