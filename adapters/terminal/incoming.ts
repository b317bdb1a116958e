import type { CommandSpec } from '../../src/chat/command-spec.ts';
import type { Incoming } from '../../src/chat/incoming.ts';
import type { ReplyAction } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';

/** What a typed line asks for: something of the room itself, or something of the assistant. */
export type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'language'; readonly value: string }
  | { readonly kind: 'incoming'; readonly incoming: Incoming };

export interface LineContext {
  readonly conversationId: string;
  readonly locale: Language;
  readonly commands: readonly CommandSpec[];
  /** The actions of the last reply, which a number chooses. */
  readonly actions: readonly ReplyAction[];
}

/** Reads one line: a question, the number of an action, or a command after a slash with its options in their order. */
export function parseLine(line: string, context: LineContext): Line {
  const { conversationId, locale } = context;
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };

  const action = /^\d+$/.test(text) ? context.actions[Number(text) - 1] : undefined;
  if (action !== undefined) {
    const incoming: Incoming =
      action.kind === 'ask'
        ? { kind: 'message', conversationId, locale, text: action.question }
        : { kind: 'command', conversationId, locale, name: 'read', options: { section: action.sectionId } };
    return { kind: 'incoming', incoming };
  }

  const command = /^\/(\p{L}[\p{L}-]*)(?:\s+(.*))?$/u.exec(text);
  if (command === null) return { kind: 'incoming', incoming: { kind: 'message', conversationId, locale, text: line } };
  const name = command[1] ?? '';
  const rest = (command[2] ?? '').trim();
  if (name === 'quit') return { kind: 'quit' };
  if (name === 'lang') return { kind: 'language', value: rest };
  const options = optionsInOrder(context.commands.find((spec) => spec.name === name)?.options ?? [], rest);
  return { kind: 'incoming', incoming: { kind: 'command', conversationId, locale, name, options } };
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
