import type { AutocompleteInteraction, Client } from 'discord.js';
import type { Core } from '../../src/chat/adapter.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Language } from '../../src/language.ts';
import type { Surroundings } from './incoming.ts';
import { limits } from './limits.ts';
import { ownOptions } from './options.ts';
import { calendarPlatform, platform } from './platform.ts';
import { postableChannels, serverCalendars } from './postable-channels.ts';
import { labelOf } from './render.ts';
import { audienceCommand } from './typed-channel.ts';

/** As many calendars have a place beside however many channels. */
const calendarsShown = 5;

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What can be chosen for the option that is being typed, from memory: questions, or channels that can be posted to. */
export function choicesFor(interaction: AutocompleteInteraction, core: Core, around: Surroundings): readonly Choice[] {
  const { name, value } = interaction.options.getFocused(true);
  const found =
    name === ownOptions.channel
      ? channelChoices(interaction, value, around.locale ?? 'en')
      : (core.suggest?.(value, around.locale ?? 'en') ?? []);
  return found
    .filter((choice) => choice.value.length <= limits.choice && choice.value !== '')
    .slice(0, limits.autocompleteChoices)
    .map((choice) => ({ name: labelOf(choice.name, limits.choice), value: choice.value }));
}

function channelChoices({ client, commandName }: AutocompleteInteraction, typed: string, locale: Language): Choice[] {
  const wanted = typed.replace(/^#/, '').toLowerCase();
  const channels = postableChannels(client)
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ id, name, server }) => ({ name: `#${name} · ${server}`, value: `${platform}:${id}` }));
  const calendars = commandName === audienceCommand ? calendarChoices(client, wanted, locale) : [];
  const room = limits.autocompleteChoices - Math.min(calendars.length, calendarsShown);
  return [...channels.slice(0, room), ...calendars];
}

function calendarChoices(client: Client, wanted: string, locale: Language): Choice[] {
  const { serverCalendar } = messagesIn(locale).room;
  return serverCalendars(client)
    .map(({ guildId, server }) => ({ name: serverCalendar(server), value: `${calendarPlatform}:${guildId}` }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
}
