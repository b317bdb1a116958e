import { bodyOf, paragraph } from '../../src/chat/blocks.ts';
import type { Form } from '../../src/chat/form.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { bodyBlocks } from './dialect.ts';
import type { SlackFile } from './files.ts';
import { filesIn } from './form-state.ts';
import { envelope, isDirect, type MessageEvent, threadOf } from './incoming.ts';
import { formButton } from './modals.ts';
import { languageOf } from './origin.ts';
import { pack, type SlackMessage } from './pack.ts';
import { renderReply } from './render.ts';
import type { Room } from './room.ts';

/** The command that takes a calendar, and its option for the file. */
const importing = { command: 'import', option: 'file' } as const;

/** The calendar files that somebody sent to the assistant alone, where it can do something with them. */
export function calendarsIn(room: Room, event: MessageEvent): readonly SlackFile[] {
  const canImport = room.core.commands.some(({ name }) => name === importing.command);
  return canImport && isDirect(event) ? event.files.filter(({ name }) => /\.ics$/i.test(name)) : [];
}

/** Gives calendar files to the core, one after the other; the messages say what became of each. */
export async function importCalendars(
  room: Room,
  event: MessageEvent,
  userId: string,
  calendars: readonly SlackFile[],
): Promise<readonly SlackMessage[]> {
  const around = envelope({ ...event, threadTs: threadOf(event) }, await room.people(userId));
  const language = await languageOf(room, { userId });
  const messages: SlackMessage[] = [];
  for (const calendar of calendars) {
    const read = await room.files.read(calendar, language);
    const reply: Reply = read.ok
      ? await room.core.handle({
          ...around,
          kind: 'command',
          name: importing.command,
          options: { [importing.option]: read.text },
        })
      : { language, failed: true, body: bodyOf([paragraph(read.problem)]) };
    messages.push(...(reply.form === undefined ? renderReply(reply) : offeredForm(reply, reply.form, calendar)));
  }
  return messages;
}

/** A form cannot be opened by itself after a message: what it says, and a button that opens it with the same file. */
function offeredForm(reply: Reply, form: Form, { id, name }: SlackFile): SlackMessage[] {
  const { language } = reply;
  const { command, options } = form;
  const { labelled } = messagesIn(language).announcing.form;
  // What is wrong with the file itself is what the reply says.
  const problems = form.fields.flatMap(({ kind, label, problem }) =>
    problem === undefined || kind === 'file' ? [] : [labelled(label, problem)],
  );
  const files = filesIn(form, { [importing.option]: { id, name } });
  const given = { command, options, ...(Object.keys(files).length === 0 ? {} : { files }) };
  return pack([
    ...bodyBlocks(reply.body),
    ...bodyBlocks(bodyOf(problems.map((problem) => paragraph(problem)))),
    ...formButton(given, language),
  ]);
}
