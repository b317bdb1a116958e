import { textBody } from '../answers/answer-reply.ts';
import type { Audience } from '../announcements/announcement.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import { languages } from '../language.ts';
import { addChannel, showAudience } from './audiences/add-channel.ts';
import { audienceAction, listReply } from './audiences/audience-views.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';

/** As many names are listed to somebody who gave a wrong one. */
const namesLimit = 30;

export const audience = {
  spec: {
    name: 'audience',
    role: 'secretariat',
    description: {
      en: 'Groups of channels for announcements: list, show, add, remove.',
      es: 'Grupos de canales para los anuncios: mostrar, añadir, quitar.',
      fr: 'Groupes de canaux pour les annonces : afficher, ajouter, retirer.',
    },
    options: [
      {
        name: 'action',
        description: { en: 'What to do', es: 'Qué hacer', fr: 'Ce qu’il faut faire' },
        required: false,
        choices: ['list', 'show', 'add', 'remove', 'crosspost'],
      },
      {
        name: 'name',
        description: {
          en: 'The audience, such as members-es',
          es: 'La audiencia, como members-es',
          fr: 'Le public, comme members-es',
        },
        required: false,
      },
      {
        name: 'channel',
        description: {
          en: 'The channel, as platform:channel',
          es: 'El canal, como plataforma:canal',
          fr: 'Le canal, sous la forme plateforme:canal',
        },
        required: false,
      },
      {
        name: 'language',
        description: {
          en: 'The language in which the channel reads',
          es: 'La lengua en la que lee el canal',
          fr: 'La langue dans laquelle le canal lit',
        },
        required: false,
        choices: languages,
      },
      {
        name: 'topics',
        description: {
          en: 'What the channel wants to hear of, separated by commas',
          es: 'De qué quiere saber el canal, separado con comas',
          fr: 'Ce qui intéresse le canal, séparé par des virgules',
        },
        required: false,
      },
      {
        name: 'crosspost',
        description: {
          en: 'Whether posts go on to the servers that follow',
          es: 'Si lo publicado se transmite a los servidores que siguen el canal',
          fr: 'Si les publications vont aux serveurs qui suivent le canal',
        },
        required: false,
        choices: ['true', 'false'],
      },
    ],
  },
  run: async (context: CommandContext, options: Command['options']): Promise<CommandResult> => {
    if (options['action'] === 'add') return await addChannel(context, options);
    const all = await context.store.audiences.list();
    if (options['action'] === undefined || options['action'] === '' || options['action'] === 'list') {
      return { reply: listReply(all, context.language) };
    }
    const found = chosen(all, options['name']?.trim() ?? '', context);
    if (typeof found === 'string') return fail(context, found);
    switch (options['action']) {
      case 'remove':
        return await remove(context, found, options);
      case 'crosspost':
        return await setCrosspost(context, found, options['crosspost']);
      default:
        return await showAudience(context, found.name);
    }
  },
} satisfies CommandDefinition;

/** The audience of that name, or what to say when there is none. */
function chosen(all: readonly Audience[], name: string, { language }: CommandContext): Audience | string {
  const messages = messagesIn(language).audience;
  const found = all.find((each) => each.name === name);
  if (found !== undefined) return found;
  const names = all.slice(0, namesLimit).map((each) => each.name);
  const known = names.length === 0 ? messages.noneKnown : names.join(', ');
  return name === '' ? messages.nameMissing(known) : messages.unknown(name.slice(0, 60), known);
}

/** Without a channel the whole audience is meant; that takes `sure`, which only the button of the reply gives. */
async function remove(
  context: CommandContext,
  { name, channels }: Audience,
  { channel = '', sure }: Command['options'],
): Promise<CommandResult> {
  const { store, language } = context;
  const messages = messagesIn(language).audience;
  if (channel === '') {
    if (sure !== String(channels.length)) return confirmRemoval(context, name, channels.length);
    await store.transaction(async (inner) => {
      await inner.audiences.remove(name);
      await audit(inner, context, 'audience.delete', name, { channels: channels.length });
    });
    return say(context, messages.deleted(name));
  }
  const removed = await store.transaction(async (inner) => {
    if (!(await inner.audiences.removeChannel(name, channel))) return false;
    await audit(inner, context, 'audience.remove', name, { channel });
    return true;
  });
  const called = (await store.channels.get(channel))?.name ?? channel.slice(0, 200);
  return await showAudience(context, name, [(removed ? messages.removed : messages.notIn)(called, name)]);
}

function confirmRemoval({ language }: CommandContext, name: string, count: number): CommandResult {
  const messages = messagesIn(language).audience;
  const options = { action: 'remove', name, sure: String(count) };
  return {
    reply: {
      language,
      private: true,
      body: textBody(messages.removeAll(name, count)),
      actions: [
        audienceAction(messages.removeAllButton(name, count), options, 'danger'),
        audienceAction(messages.open(name), { action: 'show', name }),
      ],
    },
  };
}

async function setCrosspost(
  context: CommandContext,
  { name }: Audience,
  value: string | undefined,
): Promise<CommandResult> {
  const messages = messagesIn(context.language).audience;
  if (value !== 'true' && value !== 'false') return fail(context, messages.crosspostMissing);
  const crosspost = value === 'true';
  await context.store.transaction(async (inner) => {
    await inner.audiences.setCrosspost(name, crosspost);
    await audit(inner, context, 'audience.crosspost', name, { crosspost });
  });
  return await showAudience(context, name, [messages.crosspostSet(name, crosspost)]);
}

async function audit(
  { audit: rows }: Pick<CommandContext['store'], 'audit'>,
  { clock, person }: CommandContext,
  action: string,
  subject: string,
  details: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  await rows.append({ at: clock(), personId: person.id, action, subject, details });
}

function fail(context: CommandContext, text: string): CommandResult {
  return { reply: { ...say(context, text).reply, failed: true } };
}

function say({ language }: CommandContext, text: string): CommandResult {
  return { reply: { language, private: true, body: textBody(text) } };
}
