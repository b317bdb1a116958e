import type { z } from 'zod';
import type { Command, Message } from '../../src/chat/incoming.ts';
import { type GivenFiles, parseButton } from './buttons.ts';
import { deliver, say } from './deliver.ts';
import { readText, toTyped } from './incoming.ts';
import { withNames } from './mentions.ts';
import { commentForm, openForm } from './modals.ts';
import { giveMoreRoom } from './more-room.ts';
import {
  type actionsBody,
  envelopeOf,
  languageOf,
  type Origin,
  type shortcutBody,
  type slashBody,
  toOrigin,
} from './origin.ts';
import type { RenderOptions } from './render.ts';
import type { Room } from './room.ts';
import { share } from './share.ts';

export async function onSlash(room: Room, body: z.infer<typeof slashBody>): Promise<void> {
  const name = body.command.replace(/^\//, '');
  const spec = room.core.commands.find((command) => command.name === name);
  const asked = spec === undefined ? ({ kind: 'command', name, options: {} } as const) : toTyped(spec, body.text);
  await act(room, asked, {
    eventId: `slack:trigger:${body.trigger_id}`,
    userId: body.user_id,
    channel: body.channel_id,
    responseUrl: body.response_url,
    triggerId: body.trigger_id,
  });
}

export async function onShortcut(room: Room, body: z.infer<typeof shortcutBody>): Promise<void> {
  const threadTs = body.message.thread_ts;
  await act(
    room,
    { kind: 'message', text: readText(await withNames(room, body.message.text), room.botUser) },
    {
      eventId: `slack:trigger:${body.trigger_id}`,
      userId: body.user.id,
      channel: body.channel.id,
      ...(threadTs === undefined ? {} : { threadTs }),
      responseUrl: body.response_url,
      triggerId: body.trigger_id,
    },
  );
}

export async function onButton(room: Room, body: z.infer<typeof actionsBody>): Promise<void> {
  const origin = toOrigin(body);
  const value = parseButton(body.actions[0]?.value ?? '');
  switch (value?.kind) {
    case undefined:
      return await say(room, origin, ({ noLongerThere }) => noLongerThere);
    case 'ask':
      return await act(room, { kind: 'message', text: value.question }, origin);
    case 'read':
      return await act(room, { kind: 'command', name: 'read', options: { section: value.sectionId } }, origin);
    case 'command':
      return await act(room, { kind: 'command', name: value.command, options: value.options }, origin, {
        files: value.files,
      });
    case 'more':
      return await giveMoreRoom(room, origin.userId, body.view, value);
    case 'feedback': {
      const options = { question: value.questionId, verdict: value.verdict };
      return await act(room, { kind: 'command', name: 'feedback', options }, origin, {
        comment: { kind: 'comment', questionId: value.questionId, verdict: value.verdict },
      });
    }
    case 'comment':
      return await openForm(room, origin, commentForm(value, await languageOf(room, origin)));
    case 'share':
      return await room.turns(origin.eventId, async () => await share(room, origin, value));
  }
}

type Asked = Pick<Message, 'kind' | 'text'> | Pick<Command, 'kind' | 'name' | 'options'>;

interface Beside {
  readonly comment?: RenderOptions['comment'];
  /** Files that belong to a command, by option. */
  readonly files?: GivenFiles | undefined;
}

/** Gives to the core what somebody asked for, and to them what it says. */
async function act(room: Room, asked: Asked, origin: Origin, { comment, files }: Beside = {}): Promise<void> {
  await room.turns(origin.eventId, async (again) => {
    const { about, direct } = await envelopeOf(room, origin);
    const read = await room.files.readAll(new Map(Object.entries(files ?? {})), about.locale ?? 'en');
    if (!read.ok) return await say(room, origin, () => read.problem);
    const incoming =
      asked.kind === 'command'
        ? { ...about, ...asked, options: { ...asked.options, ...read.options } }
        : { ...about, ...asked };
    const reply = await room.core.handle(incoming);
    if (reply.form !== undefined) {
      const askedBy =
        asked.kind === 'command'
          ? { command: asked.name, options: asked.options, ...(files === undefined ? {} : { files }) }
          : reply.form;
      return await openForm(room, origin, { ...reply, form: reply.form }, askedBy);
    }
    const question = asked.kind === 'message' ? asked.text : undefined;
    await deliver(room, origin, { incoming, reply, again, direct, question, comment });
  });
}
