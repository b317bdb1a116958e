import type { ChatInputCommandInteraction, Client } from 'discord.js';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Language } from '../../src/language.ts';
import { limits } from './limits.ts';
import { postableChannels } from './postable-channels.ts';
import { platform } from './platform.ts';

/** Names of options that only this room has, or that it fills in its own way. */
export const ownOptions = { private: 'private', file: 'file', channel: 'channel', question: 'question' } as const;

/** The options of a command as the core names them, or what is wrong with one of them. */
export type ReadOptions =
  | { readonly ok: true; readonly options: Readonly<Record<string, string>>; readonly isPrivate: boolean }
  | { readonly ok: false; readonly message: string };

/** Reads what was typed; a file is fetched, and a channel that was chosen or typed as `#name` gets the core's name. */
export async function readOptions(interaction: ChatInputCommandInteraction, language: Language): Promise<ReadOptions> {
  const options: Record<string, string> = {};
  let isPrivate = false;
  for (const { name, value, attachment } of interaction.options.data) {
    if (attachment !== undefined && attachment !== null) {
      const file = await readFile(attachment, language);
      if (!file.ok) return file;
      options[name] = file.text;
    } else if (typeof value === 'boolean' && name === ownOptions.private) isPrivate = value;
    else if (value !== undefined)
      options[name] = name === ownOptions.channel ? destinationOf(interaction.client, String(value)) : String(value);
  }
  return { ok: true, options, isPrivate };
}

/** What was typed stays as it is where it does not name exactly one channel: the core says what it wants. */
function destinationOf(client: Client, typed: string): string {
  const [, id] = /^\s*(?:<#)?(\d{5,20})>?\s*$/.exec(typed) ?? [];
  if (id !== undefined) return `${platform}:${id}`;
  const [, name] = /^\s*#(\S+)\s*$/.exec(typed) ?? [];
  const [found, ...others] = postableChannels(client).filter((channel) => channel.name === name);
  return found === undefined || others.length > 0 ? typed : `${platform}:${found.id}`;
}

interface File {
  readonly name: string;
  readonly size: number;
  readonly url: string;
}

async function readFile(
  file: File,
  language: Language,
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }> {
  const { fileTooLarge, fileUnreadable } = messagesIn(language).room;
  if (file.size > limits.fileBytes) return { ok: false, message: fileTooLarge(file.name, file.size, limits.fileBytes) };
  try {
    const response = await fetch(file.url, { signal: AbortSignal.timeout(limits.requestMs) });
    if (!response.ok) return { ok: false, message: fileUnreadable(file.name) };
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > limits.fileBytes)
      return { ok: false, message: fileTooLarge(file.name, bytes.byteLength, limits.fileBytes) };
    // What is no text keeps its signs of it, so that the core can say so.
    return { ok: true, text: new TextDecoder().decode(bytes) };
  } catch {
    return { ok: false, message: fileUnreadable(file.name) };
  }
}
