import { memberObject, messageObject, userObject } from './api-objects.ts';
import type { Interaction } from './interactions.ts';
import { allComponents, type Component } from './rules.ts';
import type { FakeDiscord } from './server.ts';
import { applicationId, bot, guildId, type FakeMessage, type FakeUser } from './state.ts';
import { waitUntil } from '../../contract/wait-until.ts';

export interface TypedCommand {
  readonly name: string;
  readonly options?: Readonly<Record<string, string | boolean>>;
  /** Attached as the option `file`. */
  readonly file?: GivenFile;
}

export interface GivenFile {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** Somebody who uses Discord, in a language and with roles of the server; `closed` to direct messages or not. */
export function createPerson(
  discord: FakeDiscord,
  name: string,
  { locale = 'en-US', roles = [] as readonly string[], closed = false } = {},
) {
  const user: FakeUser = { id: discord.state.newId(), name, roles, closed };
  discord.users.set(user.id, user);
  const directChannel = discord.state.addChannel({ type: 1, recipient: user });

  /** Words in a channel, as the gateway tells them: without the right to read them only where the bot is meant. */
  function write(channelId: string, text: string, replyTo?: FakeMessage): FakeMessage {
    const isDirect = channelId === directChannel;
    const content = {
      content: text,
      ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo.id } }),
    };
    const message = discord.state.write(channelId, user, content);
    if (!('author' in message)) throw new Error(`${name} cannot write this: ${message.message}`);
    const isMeant = new RegExp(`<@!?${bot.id}>`).test(text) || replyTo?.author.id === bot.id;
    const { user: _, ...member } = memberObject(user);
    discord.gateway.dispatch('MESSAGE_CREATE', {
      ...messageObject(message),
      content: isDirect || isMeant ? text : '',
      mentions: isMeant ? [userObject(bot)] : [],
      channel_type: discord.state.channels.get(channelId)?.type ?? 0,
      ...(isDirect ? {} : { guild_id: guildId, member }),
      ...(replyTo === undefined ? {} : { referenced_message: messageObject(replyTo) }),
    });
    return message;
  }

  function interact(type: number, data: object, channelId: string, source?: FakeMessage): Interaction {
    const interaction = discord.interactions.open(user.id, channelId, type === 5, source?.id);
    const isDirect = discord.state.channels.get(channelId)?.recipient !== undefined;
    discord.gateway.dispatch('INTERACTION_CREATE', {
      id: interaction.id,
      application_id: applicationId,
      type,
      data,
      token: interaction.token,
      version: 1,
      channel_id: channelId,
      channel: { id: channelId, type: discord.state.channels.get(channelId)?.type ?? 0 },
      locale,
      app_permissions: '309237713984',
      entitlements: [],
      authorizing_integration_owners: {},
      attachment_size_limit: 10_485_760,
      context: isDirect ? 1 : 0,
      ...(isDirect
        ? { user: userObject(user) }
        : { guild_id: guildId, guild_locale: 'en-US', member: memberObject(user) }),
      ...(source === undefined ? {} : { message: messageObject(source) }),
    });
    return interaction;
  }

  function attach({ name: filename, text }: GivenFile) {
    const id = discord.state.newId();
    const path = `/files/${id}`;
    discord.files.set(path, text);
    const url = discord.origin + path;
    return { id, filename, size: Buffer.byteLength(text), url, proxy_url: url };
  }

  /** A modal filled in: what is not given stays as it was shown. */
  function submit(
    interaction: Interaction,
    values: Readonly<Record<string, string | boolean | readonly string[]>>,
    files: Readonly<Record<string, GivenFile>> = {},
  ): Interaction {
    const { modal } = interaction;
    const attached = Object.entries(files).map(([field, file]) => ({ field, attachment: attach(file) }));
    if (modal === undefined) throw new Error('No modal is shown.');
    const uploads = Object.fromEntries(attached.map(({ field, attachment }) => [field, [attachment.id]]));
    const attachments = Object.fromEntries(attached.map(({ attachment }) => [attachment.id, attachment]));
    const components = modal.components.map((label) => {
      const { component } = label;
      if (component === undefined) return { id: 1, type: label.type };
      return {
        id: 1,
        type: 18,
        component: {
          id: 2,
          type: component.type,
          custom_id: component.custom_id,
          ...filled(component, { ...values, ...uploads }),
        },
      };
    });
    const source = discord.state.messages.find(({ id }) => id === interaction.sourceId);
    return interact(
      5,
      { custom_id: modal.customId, components, resolved: { attachments } },
      interaction.channelId,
      source,
    );
  }

  return {
    user,
    directChannel,
    say: (text: string) => write(directChannel, text),
    write,
    mention: (channelId: string, text: string) => write(channelId, `<@${bot.id}> ${text}`),
    command: (channelId: string, { name: commandName, options = {}, file }: TypedCommand): Interaction => {
      const typed = Object.entries(options).map(([option, value]) => ({
        name: option,
        type: typeof value === 'boolean' ? 5 : 3,
        value,
      }));
      if (file === undefined) return interact(2, { id: '1', type: 1, name: commandName, options: typed }, channelId);
      const attachment = attach(file);
      const withFile = [...typed, { name: 'file', type: 11, value: attachment.id }];
      return interact(
        2,
        {
          id: '1',
          type: 1,
          name: commandName,
          options: withFile,
          resolved: { attachments: { [attachment.id]: attachment } },
        },
        channelId,
      );
    },
    type: (channelId: string, commandName: string, option: string, value: string): Interaction =>
      interact(
        4,
        { id: '1', type: 1, name: commandName, options: [{ name: option, type: 3, value, focused: true }] },
        channelId,
      ),
    askAbout: (channelId: string, message: FakeMessage): Interaction =>
      interact(
        2,
        {
          id: '2',
          type: 3,
          name: 'Ask about this',
          target_id: message.id,
          resolved: { messages: { [message.id]: messageObject(message) } },
        },
        channelId,
      ),
    /** Presses the button with these words (or whose words begin so) under a message. */
    press: (message: FakeMessage, label: string): Interaction => {
      const button = allComponents(message.components).find(
        (one) => one.type === 2 && one.label?.startsWith(label) === true,
      );
      if (button === undefined) throw new Error(`There is no button “${label}”.`);
      return interact(3, { component_type: 2, id: button.id, custom_id: button.custom_id }, message.channelId, message);
    },
    submit,
    /** The message that answers an interaction, once it stands. */
    answerTo: async (interaction: Interaction): Promise<FakeMessage> => {
      await waitUntil('an answer', () => interaction.messageId !== undefined && !interaction.deferred);
      const message = discord.state.messages.find(({ id }) => id === interaction.messageId);
      if (message === undefined) throw new Error('The answer is gone.');
      return message;
    },
    modalOf: async (interaction: Interaction) => {
      await waitUntil('a form', () => interaction.modal !== undefined);
      return interaction;
    },
  };
}

export type FakePerson = ReturnType<typeof createPerson>;

function filled(component: Component, values: Readonly<Record<string, string | boolean | readonly string[]>>): object {
  const given = values[component.custom_id ?? ''];
  if (component.type === 19) return { values: given ?? [] };
  if (component.type === 3) {
    const options = Array.isArray(component['options']) ? component['options'] : [];
    const chosen = options.filter((option) => option.default === true).map((option) => option.value);
    return { values: given ?? chosen };
  }
  return { value: given ?? component['value'] ?? component['default'] ?? '' };
}
