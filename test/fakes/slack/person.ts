import { fileObject } from './files.ts';
import { type Filled, stateOf } from './modal-state.ts';
import { eventEnvelope, type Sent, type Transport } from './envelopes.ts';
import type { FakeSlack } from './server.ts';
import type { Delivered } from './socket-mode.ts';
import { botUser, teamId, type FakeMessage } from './workspace.ts';

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const labelOf = (value: unknown): string => (isObject(value) ? String(value['text']) : '');

/** A press of a button: the element, as Slack tells of it. */
interface Pressed {
  readonly action_id: unknown;
  readonly value: unknown;
  readonly type: unknown;
}

export type FakePerson = ReturnType<typeof createPerson>;

/** Somebody in the workspace: what they do reaches the app as Slack would tell of it. */
export function createPerson(slack: FakeSlack, transport: Transport, id: string) {
  const { workspace } = slack;
  const trigger = (): string => `${id}.${Date.now()}.${workspace.nextTs()}`;
  const user = { id, username: id.toLowerCase(), team_id: teamId };

  /** The events that tell of one message: what mentions the app comes as two of them. */
  function eventsOf(message: FakeMessage): Sent[] {
    const channel = workspace.channels.get(message.channel);
    const common = {
      user: message.user,
      ts: message.ts,
      event_ts: message.ts,
      channel: message.channel,
      text: message.text,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    };
    const kinds = { public: 'channel', private: 'group', im: 'im' } as const;
    const event = eventEnvelope({ ...common, type: 'message', channel_type: kinds[channel?.kind ?? 'public'] });
    const mentions = message.text.includes(`<@${botUser}>`) && channel?.kind !== 'im';
    return mentions ? [eventEnvelope({ ...common, type: 'app_mention' }), event] : [event];
  }

  /** Writes without the app hearing of it yet. */
  function write(channel: string, typed: string, threadTs?: string): { ts: string; events: Sent[] } {
    // Slack's clients turn a name that was chosen into a mention, and escape whatever was typed.
    const text = typed
      .split(/(<(?:@U|#C|!subteam\^S)\w+\|?>)/)
      .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
      .join('');
    const message: FakeMessage = {
      channel,
      ts: workspace.nextTs(),
      user: id,
      text,
      blocks: [],
      ...(threadTs === undefined ? {} : { threadTs }),
    };
    workspace.messages.push(message);
    return { ts: message.ts, events: eventsOf(message) };
  }

  async function interact(payload: Json): Promise<Delivered> {
    return await transport({
      type: 'interactive',
      payload: { ...payload, user, team: { id: teamId }, token: 'unused' },
    });
  }

  return {
    id,
    write,
    /** Writes in a channel; resolves when the app has acknowledged all that tells of it. */
    async say(channel: string, typed: string, threadTs?: string): Promise<string> {
      const { ts, events } = write(channel, typed, threadTs);
      await Promise.all(events.map(transport));
      return ts;
    },
    deliver: transport,
    /** Gives a command; `escaped` is a text that already is as Slack writes it, with its links. */
    async slash(channel: string, command: string, text = '', form: 'typed' | 'escaped' = 'typed'): Promise<Delivered> {
      return await transport({
        type: 'slash_commands',
        payload: {
          command,
          text: form === 'escaped' || text.startsWith('<') ? text : escaped(text),
          user_id: id,
          user_name: user.username,
          team_id: teamId,
          channel_id: channel,
          channel_name: workspace.channels.get(channel)?.kind === 'im' ? 'directmessage' : 'general',
          trigger_id: trigger(),
          response_url: slack.responseUrl(channel, id),
          api_app_id: 'A0APP',
        },
      });
    },
    async press(message: FakeMessage, label: string): Promise<Delivered> {
      const { channel, ts, threadTs, onlyFor } = message;
      return await interact({
        type: 'block_actions',
        api_app_id: 'A0APP',
        trigger_id: trigger(),
        channel: { id: channel, name: 'general' },
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: channel,
          is_ephemeral: onlyFor !== undefined,
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        },
        ...(onlyFor === undefined
          ? { message: { ts, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) } }
          : {}),
        response_url: slack.responseUrl(channel, id, threadTs),
        actions: [buttonIn(message.blocks, label)],
      });
    },
    async pressAtHome(label: string): Promise<Delivered> {
      return await interact({
        type: 'block_actions',
        api_app_id: 'A0APP',
        trigger_id: trigger(),
        container: { type: 'view', view_id: 'V0HOME' },
        actions: [buttonIn(workspace.homes.get(id)?.['blocks'], label)],
      });
    },
    async useShortcut({ channel, ts, text, threadTs }: FakeMessage): Promise<Delivered> {
      return await interact({
        type: 'message_action',
        callback_id: 'ask_about',
        trigger_id: trigger(),
        response_url: slack.responseUrl(channel, id),
        channel: { id: channel, name: 'general' },
        message: { type: 'message', ts, text, user: id, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) },
      });
    },
    async openHome(tab: 'home' | 'messages'): Promise<Delivered> {
      const channel = workspace.imOf(id).id;
      return await transport(eventEnvelope({ type: 'app_home_opened', user: id, channel, tab, event_ts: '1.1' }));
    },
    /** Presses a button in the open modal, with what was filled in so far. */
    async pressInModal(label: string, values: Filled = {}): Promise<Delivered> {
      const view = workspace.views.get(id);
      if (view === undefined) throw new Error('No modal is open.');
      return await interact({
        type: 'block_actions',
        api_app_id: 'A0APP',
        trigger_id: trigger(),
        container: { type: 'view', view_id: view['id'] },
        view: { ...view, state: { values: stateOf(workspace, view, values, 'so far') } },
        actions: [buttonIn(view['blocks'], label)],
      });
    },
    /** Gives Slack a file, for a form or a message; gives its id. */
    upload(name: string, bytes: string | Buffer): string {
      const content = Buffer.from(bytes);
      return workspace.addFile({ name, user: id, length: content.byteLength, bytes: content, state: 'shared' }).id;
    },
    /** Writes with files; resolves when the app has acknowledged it. */
    async sayWithFiles(channel: string, files: readonly string[], typed = ''): Promise<string> {
      const { ts, events } = write(channel, typed);
      const objects = files
        .flatMap((file) => workspace.files.get(file) ?? [])
        .map((file) => fileObject(workspace, file));
      const told = events.map((sent) => {
        const { event } = sent.payload;
        const withFiles = { ...(isObject(event) ? event : {}), subtype: 'file_share', files: objects };
        return { ...sent, payload: { ...sent.payload, event: withFiles } };
      });
      await Promise.all(told.map(transport));
      return ts;
    },
    /** The modal that stands open before this person. */
    modal: (): Json | undefined => workspace.views.get(id),
    /** Sends the open modal with these values, by field; the modal does what the app answers. */
    async submit(values: Filled): Promise<Json> {
      const view = workspace.views.get(id);
      if (view === undefined) throw new Error('No modal is open.');
      const state = stateOf(workspace, view, values, 'complete');
      const { body } = await interact({
        type: 'view_submission',
        api_app_id: 'A0APP',
        trigger_id: trigger(),
        view: { ...view, state: { values: state } },
        response_urls: [],
      });
      if (body['response_action'] === undefined) workspace.views.delete(id);
      const wrong = isObject(body['errors']) ? Object.keys(body['errors']) : [];
      const unknown = wrong.find((name) => !(name in state));
      if (unknown !== undefined) throw new Error(`Slack would not show the problem of “${unknown}”: no such field.`);
      if (body['response_action'] === 'update' && isObject(body['view'])) {
        workspace.views.set(id, { ...body['view'], id: view['id'], hash: workspace.nextTs() });
      }
      return body;
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The button with this label in some blocks. */
function buttonIn(blocks: unknown, label: string): Pressed {
  for (const element of list(blocks).flatMap((block) => list(block['elements']))) {
    if (labelOf(element['text']) === label) {
      return { action_id: element['action_id'], value: element['value'], type: element['type'] };
    }
    for (const part of [element['positive_button'], element['negative_button']].filter(isObject)) {
      if (labelOf(part['text']) === label) {
        return { action_id: element['action_id'], value: part['value'], type: 'feedback_buttons' };
      }
    }
  }
  throw new Error(`There is no button “${label}”.`);
}
