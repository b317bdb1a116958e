import type { ChatInputCommandInteraction } from 'discord.js';
import type { Language } from '../../src/language.ts';
import { readFile } from './read-file.ts';
import { destinationOf } from './typed-channel.ts';

/** Names of options that only this room has, or that it fills in its own way. */
export const ownOptions = { private: 'private', file: 'file', channel: 'channel', question: 'question' } as const;

/** The options of a command as the core names them, or what is wrong with one of them. */
export type ReadOptions =
  | { readonly ok: true; readonly options: Readonly<Record<string, string>>; readonly isPrivate: boolean }
  | { readonly ok: false; readonly message: string };

/** Reads what was typed; a file is fetched, and a channel that was chosen or typed gets the core's name. */
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
      options[name] =
        name === ownOptions.channel
          ? destinationOf(interaction, interaction.commandName, String(value))
          : String(value);
  }
  return { ok: true, options, isPrivate };
}
