import { randomUUID } from 'node:crypto';
import { createInterface, type Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Adapter, Core } from '../../src/chat/adapter.ts';
import type { Incoming, Person } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { ReplyAction } from '../../src/chat/reply.ts';
import { AppError } from '../../src/errors.ts';
import { isLanguage, type Language } from '../../src/language.ts';
import { paperOf } from './dialect.ts';
import { parseLine } from './incoming.ts';
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

    async function answer(incoming: Incoming): Promise<void> {
      const reply = await handle(incoming);
      actions = reply.actions ?? [];
      print(renderReply(reply, paperOf(output)));
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
      const line = parseLine(next.value, { conversationId, person, locale, commands, actions });
      if (line.kind === 'quit') break;
      if (line.kind === 'language') {
        if (isLanguage(line.value)) locale = line.value;
        const { terminal, unknownLanguage } = messagesIn(locale);
        say(isLanguage(line.value) ? terminal.languageSet : unknownLanguage(inertText(line.value)));
      }
      if (line.kind === 'incoming') await answer(line.incoming);
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
