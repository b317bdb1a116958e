import { expect } from 'vitest';
import { createSlackAdapter, type SlackOptions } from '../../../adapters/slack/adapter.ts';
import type { Core } from '../../../src/chat/adapter.ts';
import { createLog } from '../../../src/log.ts';
import { bySocket, byHttp, type Transport } from '../../fakes/slack/envelopes.ts';
import { createPerson, type FakePerson } from '../../fakes/slack/person.ts';
import { appToken, botToken, startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';
import { waitUntil } from '../../contract/wait-until.ts';

export const signingSecret = 'fake-signing-secret';
export const silentLog = createLog('silent', { write: () => undefined });

export interface SlackRoom {
  readonly slack: FakeSlack;
  readonly adapter: ReturnType<typeof createSlackAdapter>;
  readonly transport: Transport;
  readonly person: (id: string, user?: Parameters<FakeSlack['workspace']['addUser']>[1]) => FakePerson;
  readonly close: () => Promise<void>;
}

export interface RoomSetting extends Partial<Omit<SlackOptions, 'inbound'>> {
  readonly mode?: 'socket' | 'http';
  readonly slack?: FakeSlack;
}

/** The room in a workspace of its own: real SDK, real connections on this machine. */
export async function openSlack(core: Core, { mode = 'socket', ...setting }: RoomSetting = {}): Promise<SlackRoom> {
  const slack = setting.slack ?? (await startFakeSlack());
  const { slack: _, ...options } = setting;
  const adapter = createSlackAdapter({
    botToken,
    inbound: mode === 'socket' ? { mode, appToken } : { mode, signingSecret, port: 0 },
    apiUrl: slack.apiUrl,
    log: silentLog,
    clock: Date.now,
    timeoutMs: 1_000,
    ...options,
  });
  await adapter.start(core);
  const late: number[] = [];
  const transport: Transport = async (sent) => {
    if (mode === 'socket') return await bySocket(slack.socketMode)(sent);
    const url = adapter.status().detail.replace('HTTP, ', '');
    return await byHttp({ url, signingSecret }, late)(sent);
  };
  return {
    slack,
    adapter,
    transport,
    person(id, user = {}) {
      slack.workspace.addUser(id, user);
      for (const channel of slack.workspace.channels.values()) {
        if (channel.kind !== 'im') channel.members.add(id);
      }
      slack.workspace.imOf(id);
      return createPerson(slack, transport, id);
    },
    async close() {
      await adapter.stop();
      await slack.close();
      // Slack must never have had to refuse anything for its form, nor to wait for longer than three seconds.
      expect(
        slack.refused.filter(({ answer }) => /invalid|too_long|no_text|missing_scope/.test(answer.error ?? '')),
      ).toEqual([]);
      expect([...slack.socketMode.late, ...late]).toEqual([]);
    },
  };
}

/** Waits for so many messages that the assistant has written in a channel, as this person sees it. */
export async function replies(slack: FakeSlack, channel: string, viewer: string, count = 1) {
  const own = () => slack.workspace.visible(channel, viewer).filter(({ botId }) => botId !== undefined);
  await waitUntil(`${count} messages in ${channel}`, () => own().length >= count);
  return own();
}
