import type { CommandSpec } from '../../src/chat/command-spec.ts';
import type { Incoming, Person } from '../../src/chat/incoming.ts';
import type { ReplyAction } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';

/** What a typed line asks for: something of the room itself, or something of the assistant. */
export type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'language'; readonly value: string }
  /** A command that takes the text of a file. */
  | { readonly kind: 'file'; readonly command: string; readonly path: string }
  | { readonly kind: 'incoming'; readonly incoming: Incoming };

export interface LineContext {
  readonly conversationId: string;
  readonly person: Person;
  readonly locale: Language;
  readonly commands: readonly CommandSpec[];
  /** The actions of the last reply, which a number chooses. */
  readonly actions: readonly ReplyAction[];
}

/** Reads one line: a question, the number of an action, or a command after a slash with its options in their order. */
export function parseLine(line: string, context: LineContext): Line {
  const { conversationId, person, locale } = context;
  const envelope = { conversationId, person, locale };
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };

  const action = /^\d+$/.test(text) ? context.actions[Number(text) - 1] : undefined;
  if (action !== undefined) {
    return { kind: 'incoming', incoming: { ...envelope, ...chosen(action) } };
  }

  const command = /^\/(\p{L}[\p{L}-]*)(?:\s+(.*))?$/u.exec(text);
  if (command === null) return { kind: 'incoming', incoming: { ...envelope, kind: 'message', text: line } };
  const name = command[1] ?? '';
  const rest = (command[2] ?? '').trim();
  if (name === 'quit') return { kind: 'quit' };
  if (name === 'lang') return { kind: 'language', value: rest };
  const specs = context.commands.find((spec) => spec.name === name)?.options ?? [];
  if (rest !== '' && specs.some((spec) => spec.name === 'file')) {
    return { kind: 'file', command: name, path: withoutQuotes(rest) };
  }
  const options = optionsInOrder(specs, rest);
  return { kind: 'incoming', incoming: { ...envelope, kind: 'command', name, options } };
}

/** What choosing an action says. */
function chosen(action: ReplyAction) {
  switch (action.kind) {
    case 'ask':
      return { kind: 'message', text: action.question } as const;
    case 'read':
      return { kind: 'command', name: 'read', options: { section: action.sectionId } } as const;
    case 'command':
      return { kind: 'command', name: action.command, options: action.options } as const;
  }
}

/** The last option takes all that is left, so that it may hold spaces. */
function optionsInOrder(specs: CommandSpec['options'], text: string): Record<string, string> {
  const options: Record<string, string> = {};
  let rest = text;
  for (const [index, spec] of specs.entries()) {
    const cut = index === specs.length - 1 ? -1 : rest.search(/\s/);
    const value = cut === -1 ? rest : rest.slice(0, cut);
    rest = cut === -1 ? '' : rest.slice(cut).trim();
    if (value !== '') options[spec.name] = value;
  }
  return options;
}

/** Terminals put quotes around the path of a file that is dragged onto them. */
export function withoutQuotes(path: string): string {
  return /^(['"])(.*)\1$/.exec(path)?.[2] ?? path;
}
