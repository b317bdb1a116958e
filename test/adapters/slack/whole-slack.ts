import { createSlackAdapter } from '../../../adapters/slack/adapter.ts';
import { onTestFinished } from 'vitest';
import type { Outlet } from '../../../src/chat/outlet.ts';
import type { Settings } from '../../../src/commands/command.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { bySocket } from '../../fakes/slack/envelopes.ts';
import { createPerson } from '../../fakes/slack/person.ts';
import { seenText } from '../../fakes/slack/seen.ts';
import { appToken, botToken, startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';
import { botUser, type FakeMessage } from '../../fakes/slack/workspace.ts';
import { openTestStore, silentLog, testFolder } from '../../fakes/test-store.ts';
import { openWholeProgram } from '../whole-program.ts';

const clock = () => Date.now();

/** The channels of the audience `all`, in English and in Spanish. */
export const channels = ['C0GENERAL', 'C0NOTICIAS'] as const;
/** The secretariat’s own channel. */
export const desk = 'C0DESK';

export interface WholeSetting {
  /** Where the database is; the same one twice is the program started again. */
  readonly folder?: string;
  readonly slack?: FakeSlack;
  readonly settings?: Partial<Settings>;
  /** The ways out to other platforms. */
  readonly others?: readonly Outlet[];
}

export type Whole = Awaited<ReturnType<typeof openWhole>>;

/**
 * The program as it is on Slack, with a store, an outbox and reports. Ana and Eva are of the secretariat; Ben is a
 * member.
 */
export async function openWhole({
  folder = testFolder(),
  slack: given,
  settings = {},
  others = [],
}: WholeSetting = {}) {
  const store = await openTestStore({ clock, folder });
  const slack = given ?? (await startFakeSlack());
  if (given === undefined) {
    for (const id of [...channels, desk]) slack.workspace.addChannel(id, { members: [botUser, 'U0ANA', 'U0BEN'] });
    slack.workspace.addUser('U0ANA', { name: 'Ana' });
    slack.workspace.addUser('U0EVA', { name: 'Eva', locale: 'es-ES' });
    slack.workspace.addUser('U0BEN', { name: 'Ben' });
    slack.workspace.groups.set('S0DESK', ['U0ANA', 'U0EVA']);
    onTestFinished(() => slack.close());
  }
  const adapter = createSlackAdapter({
    botToken,
    inbound: { mode: 'socket', appToken },
    apiUrl: slack.apiUrl,
    secretariatChannel: `slack:${desk}`,
    log: silentLog,
    clock,
    timeoutMs: 1_000,
  });
  const program = await openWholeProgram({
    store,
    adapter,
    others,
    settings: { keepQuestions: true, secretariatChannel: `slack:${desk}`, ...settings },
    secretariat: 'slack:S0DESK',
  });
  await store.audiences.putChannel('all', { channel: `slack:${channels[0]}`, language: 'en', topics: [] });
  await store.audiences.putChannel('all', { channel: `slack:${channels[1]}`, language: 'es', topics: [] });
  await program.start();

  const enter = (id: string) => seat(slack, id);
  return {
    store,
    slack,
    core: program.core,
    stop: program.stop,
    ana: enter('U0ANA'),
    eva: enter('U0EVA'),
    ben: enter('U0BEN'),
    /** What people read in the channels of the audience. */
    shown: () => channels.map((channel) => slack.workspace.visible(channel, 'U0NOBODY').map(seenText)),
  };
}

/** Somebody at Slack, and what they see of the assistant in their direct conversation. */
function seat(slack: FakeSlack, id: string) {
  const person = createPerson(slack, bySocket(slack.socketMode), id);
  const direct = slack.workspace.imOf(id).id;
  const visible = (channel: string) => slack.workspace.visible(channel, id);

  /** The newest message there with a button that begins so. */
  function withButton(channel: string, label: RegExp): { message: FakeMessage; label: string } | undefined {
    for (const message of visible(channel).toReversed()) {
      const found = [...seenText(message).matchAll(/\[([^\]]+)\]/g)]
        .map(([, words = '']) => words)
        .find((words) => label.test(words));
      if (found !== undefined) return { message, label: found };
    }
    return undefined;
  }

  return {
    ...person,
    direct,
    visible,
    /** What stands in the direct conversation, oldest first. */
    reads: () => visible(direct).map(seenText),
    async pressIn(channel: string, label: RegExp): Promise<void> {
      await waitUntil(`a button ${String(label)}`, () => withButton(channel, label) !== undefined);
      const found = withButton(channel, label);
      if (found === undefined) throw new Error('gone');
      await person.press(found.message, found.label);
    },
  };
}
