import type { AutocompleteInteraction, Client } from 'discord.js';
import type { Core } from '../../src/chat/adapter.ts';
import type { Surroundings } from './incoming.ts';
import { limits } from './limits.ts';
import { ownOptions } from './options.ts';
import { platform } from './platform.ts';
import { postableChannels } from './postable-channels.ts';
import { labelOf } from './render.ts';

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What can be chosen for the option that is being typed, from memory: questions, or channels that can be posted to. */
export function choicesFor(interaction: AutocompleteInteraction, core: Core, around: Surroundings): readonly Choice[] {
  const { name, value } = interaction.options.getFocused(true);
  const found =
    name === ownOptions.channel
      ? channelChoices(interaction.client, value)
      : (core.suggest?.(value, around.locale ?? 'en') ?? []);
  return found
    .filter((choice) => choice.value.length <= limits.choice && choice.value !== '')
    .slice(0, limits.autocompleteChoices)
    .map((choice) => ({ name: labelOf(choice.name, limits.choice), value: choice.value }));
}

function channelChoices(client: Client, typed: string): Choice[] {
  const wanted = typed.replace(/^#/, '').toLowerCase();
  return postableChannels(client)
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ id, name, server }) => ({ name: `#${name} · ${server}`, value: `${platform}:${id}` }));
}
