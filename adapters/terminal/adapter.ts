import { randomUUID } from 'node:crypto';
import { createInterface, type Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Adapter, Core } from '../../src/chat/adapter.ts';
import type { Incoming, Person } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Reply, ReplyAction } from '../../src/chat/reply.ts';
import { AppError } from '../../src/errors.ts';
import { isLanguage, type Language } from '../../src/language.ts';
import { paperOf } from './dialect.ts';
import { beginFilling, fillIn, fillInFile, type Filled, type FilledAtOnce, type Filling } from './fill-form.ts';
import { parseLine, type Line } from './incoming.ts';
import { renderField, renderFormTitle } from './render-form.ts';
import { renderReply } from './render.ts';
import { wrap } from './wrap.ts';

const prompt = '› ';

/** Whoever sits at the machine. */
const person: Person = { id: 'terminal:local' };

export interface TerminalOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** In which language the room speaks until the person chooses another. */
  readonly language: Language;
  /** Whether to greet and to prompt; by default only where a person sits at the input. */
  readonly interactive?: boolean;
  /**
   * The text of a file that a person names instead of filling in a form; rejects when it cannot be read. Absent: no file
   * is read.
   */
  readonly readFile?: (path: string) => Promise<string>;
  /** Called once when the person leaves (`/quit`, end of input); not when the room is stopped. */
  readonly onEnd?: () => void;
}

/** A conversation on a terminal, one line a message; also reads questions from a pipe and then prints only replies. */
export function createTerminalAdapter(options: TerminalOptions): Adapter {
  const { input, output } = options;
  const interactive = options.interactive ?? input.isTTY === true;
  const stopping = new WeakSet<Interface>();
  let room: { readonly lines: Interface; readonly ended: Promise<void> } | undefined;

  async function start(core: Core): Promise<void> {
    if (room !== undefined) throw new AppError('unavailable', 'Opening the terminal: it is open already.');
    if (input.readableEnded || input.destroyed) {
      throw new AppError('unavailable', 'Opening the terminal: its input has ended.', {
        hint: 'Start the program again in a terminal.',
      });
    }
    const lines = createInterface({ input, output, prompt, terminal: interactive && output.isTTY === true });
    const ended = converse(lines, core).finally(() => {
      lines.close();
      room = undefined;
    });
    room = { lines, ended };
  }

  /** Resolves when the person has left or the room was stopped. */
  async function converse(lines: Interface, { handle, commands }: Core): Promise<void> {
    const conversationId = randomUUID();
    let locale = options.language;
    let actions: readonly ReplyAction[] = [];
    let filling: Filling | undefined;

    async function answer(incoming: Incoming): Promise<void> {
      const reply = await handle(incoming);
      actions = reply.actions ?? [];
      print(renderReply(reply, paperOf(output)));
      if (reply.form !== undefined) beginForm(reply.form);
    }

    function beginForm(form: NonNullable<Reply['form']>): void {
      if (!interactive) {
        say(messagesIn(locale).terminal.formElsewhere);
        return;
      }
      filling = beginFilling(form);
      if (filling === undefined) return;
      print(renderFormTitle(filling, locale, paperOf(output)));
      print(renderField(filling, locale, paperOf(output)));
    }

    async function fill(current: Filling, typed: string): Promise<void> {
      const filled = await withFile(fillIn(current, typed, locale));
      filling = filled.kind === 'asking' ? filled.filling : undefined;
      if (filled.kind === 'cancelled') say(messagesIn(locale).terminal.cancelled);
      if (filled.kind === 'asking') {
        if (filled.complaint !== undefined) say(filled.complaint);
        else if (filled.filling.text === undefined) print(renderField(filled.filling, locale, paperOf(output)));
      }
      if (filled.kind === 'filled') {
        const { command: name } = current.form;
        await answer({ kind: 'command', conversationId, person, locale, name, options: filled.options });
      }
    }

    /** Reads the file that was named for a field; a path that leads to no text is asked for again. */
    async function withFile(filled: Filled): Promise<FilledAtOnce> {
      if (filled.kind !== 'file') return filled;
      const read = await readFile(filled.path);
      return read.ok
        ? fillInFile(filled.filling, read.text)
        : { kind: 'asking', filling: filled.filling, complaint: read.complaint };
    }

    async function readFile(path: string): Promise<{ ok: true; text: string } | { ok: false; complaint: string }> {
      const { terminal } = messagesIn(locale);
      if (options.readFile === undefined) return { ok: false, complaint: terminal.formElsewhere };
      try {
        return { ok: true, text: await options.readFile(path) };
      } catch (error) {
        const shown = inertText(path);
        return {
          ok: false,
          complaint: isMissing(error) ? terminal.fileMissing(shown) : terminal.fileUnreadable(shown),
        };
      }
    }

    /** Gives the command with the text of the file; a path that leads to no text is said to the person alone. */
    async function takeFile({ command, path }: Extract<Line, { kind: 'file' }>): Promise<void> {
      const read = await readFile(path);
      if (!read.ok) {
        say(read.complaint);
        return;
      }
      const { text: file } = read;
      await answer({ kind: 'command', conversationId, person, locale, name: command, options: { file } });
    }

    const typed = lines[Symbol.asyncIterator]();
    if (interactive) {
      await answer({ kind: 'command', conversationId, person, locale, name: 'help', options: {} });
      say(messagesIn(locale).terminal.instructions);
      lines.prompt();
    }
    for (;;) {
      const next = await typed.next();
      if (next.done === true) break;
      if (filling !== undefined && next.value.trim() !== '/quit') {
        await fill(filling, next.value);
        if (!stopping.has(lines)) lines.prompt();
        continue;
      }
      const line = parseLine(next.value, { conversationId, person, locale, commands, actions });
      if (line.kind === 'quit') break;
      if (line.kind === 'language') {
        if (isLanguage(line.value)) locale = line.value;
        const { terminal, unknownLanguage } = messagesIn(locale);
        say(isLanguage(line.value) ? terminal.languageSet : unknownLanguage(inertText(line.value)));
      }
      if (line.kind === 'incoming') await answer(line.incoming);
      if (line.kind === 'file') await takeFile(line);
      if (interactive && !stopping.has(lines)) lines.prompt();
    }
    if (stopping.has(lines)) return;
    if (interactive) say(messagesIn(locale).terminal.goodbye);
    options.onEnd?.();
  }

  function say(text: string): void {
    print(wrap(text, paperOf(output).width).join('\n'));
  }

  function print(text: string): void {
    output.write(interactive ? `\n${text}\n\n` : `${text}\n\n`);
  }

  return {
    platform: 'terminal',
    start,
    async stop() {
      if (room === undefined) return;
      const { lines, ended } = room;
      stopping.add(lines);
      lines.close();
      await ended;
    },
    status: () => ({ running: room !== undefined, detail: room === undefined ? 'closed' : 'standard input' }),
  };
}

/** Whether a failure, or what it came from, is that there is no such file. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'ENOENT') || isMissing(error.cause);
}
