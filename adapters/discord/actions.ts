import { createHash } from 'node:crypto';
import type { ReplyAction } from '../../src/chat/reply.ts';
import { limits } from './limits.ts';

/** What pressing a button means. */
export type Choice =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'read'; readonly sectionId: string }
  | { readonly kind: 'command'; readonly name: string; readonly options: Readonly<Record<string, string>> }
  /** A comment on an answer is wanted. */
  | { readonly kind: 'comment'; readonly questionId: string }
  /** A part of a form is to be shown; the form is to be sent. */
  | { readonly kind: 'part'; readonly key: string; readonly part: number }
  | { readonly kind: 'submit'; readonly key: string };

/** Gives buttons their ids (at most 100 characters) and knows afterwards what they mean. */
export interface ActionCodes {
  /** `index` keeps the ids of one message apart. */
  encode(choice: Choice, index: number): string;
  /** Undefined when it is not known any more. */
  decode(customId: string): Choice | undefined;
}

/**
 * What fits into an id stands in it and outlives restarts. Longer choices are remembered, the oldest forgotten first;
 * a command then still goes with those of its options that fit, and the core asks again for what is missing.
 */
export function createActionCodes(): ActionCodes {
  const remembered = new Map<string, Choice>();

  function remember(choice: Choice): string {
    const key = createHash('sha256').update(JSON.stringify(choice)).digest('base64url').slice(0, 12);
    remembered.delete(key);
    remembered.set(key, choice);
    const [oldest] = remembered.keys();
    if (remembered.size > limits.remembered && oldest !== undefined) remembered.delete(oldest);
    return key;
  }

  return {
    encode(choice, index) {
      const start = `${index.toString(36)}.`;
      const whole = start + direct(choice);
      if (whole.length <= limits.customId) return whole;
      const prefix = `${start}m.${remember(choice)}.`;
      return choice.kind === 'command' ? prefix + shortened(choice, limits.customId - prefix.length) : prefix;
    },
    decode(customId) {
      const [, code = ''] = /^[0-9a-z]+\.([\s\S]*)$/.exec(customId) ?? [];
      const [, key, rest = ''] = /^m\.([\w-]{12})\.([\s\S]*)$/.exec(code) ?? [];
      if (key === undefined) return fromDirect(code);
      return remembered.get(key) ?? (rest === '' ? undefined : fromDirect(rest));
    },
  };
}

/** What choosing an action of a reply means. */
export function choiceOf(action: ReplyAction): Choice {
  switch (action.kind) {
    case 'ask':
      return { kind: 'ask', question: action.question };
    case 'read':
      return { kind: 'read', sectionId: action.sectionId };
    case 'command':
      return { kind: 'command', name: action.command, options: action.options };
  }
}

function direct(choice: Choice): string {
  switch (choice.kind) {
    case 'ask':
      return `a.${choice.question}`;
    case 'read':
      return `r.${choice.sectionId}`;
    case 'command':
      return `c.${choice.name}?${new URLSearchParams(choice.options).toString()}`;
    case 'comment':
      return `n.${choice.questionId}`;
    case 'part':
      return `p.${choice.key}.${choice.part}`;
    case 'submit':
      return `s.${choice.key}`;
  }
}

/** A command with as many of its options as fit, the shortest first. */
function shortened({ name, options }: Extract<Choice, { kind: 'command' }>, room: number): string {
  let code = direct({ kind: 'command', name, options: {} });
  const kept: Record<string, string> = {};
  for (const [option, value] of Object.entries(options).toSorted(([, one], [, other]) => one.length - other.length)) {
    const next = direct({ kind: 'command', name, options: { ...kept, [option]: value } });
    if (next.length > room) break;
    kept[option] = value;
    code = next;
  }
  return code.length <= room ? code : '';
}

function fromDirect(code: string): Choice | undefined {
  const [, kind, rest = ''] = /^([a-z])\.([\s\S]*)$/.exec(code) ?? [];
  switch (kind) {
    case 'a':
      return { kind: 'ask', question: rest };
    case 'r':
      return { kind: 'read', sectionId: rest };
    case 'c': {
      const [, name, query] = /^([a-z-]+)\?(.*)$/.exec(rest) ?? [];
      if (name === undefined) return undefined;
      return { kind: 'command', name, options: Object.fromEntries(new URLSearchParams(query)) };
    }
    case 'n':
      return { kind: 'comment', questionId: rest };
    case 'p': {
      const [, key, part] = /^([\w-]+)\.(\d+)$/.exec(rest) ?? [];
      return key === undefined ? undefined : { kind: 'part', key, part: Number(part) };
    }
    case 's':
      return { kind: 'submit', key: rest };
    default:
      return undefined;
  }
}
