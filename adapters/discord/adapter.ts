import { randomUUID } from 'node:crypto';
import { Client, Events, GatewayIntentBits, Partials, type Interaction, type Message } from 'discord.js';
import type { Adapter, Core } from '../../src/chat/adapter.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Language } from '../../src/language.ts';
import type { Log } from '../../src/log.ts';
import { apologise, type InteractionContext } from './answering.ts';
import { createActionCodes } from './actions.ts';
import { createApi, type ApiOptions } from './api.ts';
import { choicesFor } from './autocomplete.ts';
import { createCalendar } from './calendar.ts';
import { createChannels } from './channels.ts';
import { toAppError } from './errors.ts';
import { createForms } from './forms.ts';
import { createGroups } from './groups.ts';
import { languageOf, surroundingsOf } from './incoming.ts';
import { answerModal } from './filling.ts';
import { answerAboutMessage, answerButton, answerCommand } from './interactions.ts';
import { limits } from './limits.ts';
import { answerMessage } from './messages.ts';
import { createOutlet } from './outlet.ts';
import { platform } from './platform.ts';
import { register } from './register.ts';
import { changeReport } from './reports.ts';
import { createResponder } from './responder.ts';
import { logFailure, type RoomParts } from './room.ts';
import { settlesWithin } from './settles-within.ts';

export interface DiscordOptions extends ApiOptions {
  /** The channel to which questions go that the assistant cannot answer, such as `discord:123456789012345678`. */
  readonly secretariatChannel?: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Discord has ended the connection for good: only a new start helps. */
  readonly onSilent?: () => void;
}

interface OpenRoom {
  readonly client: Client;
  readonly core: Core;
  readonly groupsOf: (userId: string) => Promise<readonly string[]>;
  /** What is being answered at the moment. */
  readonly underWay: Set<Promise<void>>;
}

const knownPeople = 5000;

/** The room on Discord. Creating it connects to nothing; its outlet works without a connection to the gateway. */
export function createDiscordAdapter({
  secretariatChannel,
  log,
  clock,
  onSilent,
  ...apiOptions
}: DiscordOptions): Adapter {
  const api = createApi(apiOptions);
  const channels = createChannels(api, platform, clock);
  const outlet = createOutlet({ api, channels, clock, log });
  const parts: RoomParts = {
    api,
    channels,
    outlet,
    codes: createActionCodes(),
    forms: createForms(newKey),
    reports: new Map(),
    log,
  };
  const locales = new Map<string, Language>();
  const localeOf = (userId: string) => locales.get(userId);
  let room: OpenRoom | undefined;
  let starting = false;
  let stopping: Promise<void> | undefined;

  async function start(core: Core): Promise<void> {
    if (room !== undefined || starting)
      throw new AppError('unavailable', 'Opening the room on Discord: it is open already.');
    starting = true;
    const client = createClient(apiOptions);
    try {
      await connect(client, apiOptions.token);
      const groupsOf = createGroups({ api, guildIds: () => [...client.guilds.cache.keys()], clock, log });
      const opened = { client, core, groupsOf, underWay: new Set<Promise<void>>() };
      listen(opened);
      room = opened;
      log.info({ room: platform, servers: client.guilds.cache.size }, 'open');
    } catch (error) {
      await client.destroy();
      throw error;
    } finally {
      starting = false;
    }
    // People can ask while this goes on; without it they see the commands of an earlier version.
    await register(api, core.commands).then(
      (result) => log.info({ room: platform, result }, 'commands registered'),
      (error: unknown) => logFailure(log, error, 'the commands could not be registered'),
    );
  }

  function end(): void {
    log.error({ room: platform }, 'Discord has ended the connection for good');
    onSilent?.();
  }

  function listen(opened: OpenRoom): void {
    const { client, underWay } = opened;
    const follow = (work: Promise<void>, what: string) => {
      const done = work.catch((error: unknown) => logFailure(log, error, what)).finally(() => underWay.delete(done));
      underWay.add(done);
    };
    client.on(Events.MessageCreate, (message) => follow(onMessage(opened, message), 'a message was not answered'));
    client.on(Events.InteractionCreate, (interaction) =>
      follow(onInteraction(opened, interaction), 'an interaction was not answered'),
    );
    client.on(Events.Error, (error) =>
      logFailure(log, toAppError(error, 'The connection to Discord'), 'the connection failed'),
    );
    client.on(Events.ShardReconnecting, () => log.info({ room: platform }, 'connecting again'));
    client.on(Events.ShardResume, () => log.info({ room: platform }, 'connected again'));
    client.on(Events.Invalidated, end);
    client.on(Events.ShardDisconnect, end);
  }

  async function onMessage({ core, client, groupsOf }: OpenRoom, message: Message): Promise<void> {
    const botId = client.user?.id;
    if (botId === undefined) return;
    await answerMessage({ parts, core, botId, secretariatChannel, localeOf, groupsOf }, message);
  }

  async function onInteraction({ core, groupsOf }: OpenRoom, interaction: Interaction): Promise<void> {
    const formBy = clock() + limits.formMs;
    const { id, token, applicationId, user } = interaction;
    const respond = createResponder(api, { id, token, applicationId });
    if (interaction.isAutocomplete()) {
      return respond.choose(choicesFor(interaction, core, surroundingsOf(interaction, [])));
    }
    const turn = await core.begin(`${platform}:${id}`);
    if (typeof turn === 'string') return undefined;
    const around = surroundingsOf(interaction, interaction.guildId === null ? await groupsOf(user.id) : []);
    rememberLocale(user.id, languageOf(interaction.locale));
    const context = { parts, core, respond, around, formMs: () => Math.max(0, formBy - clock()) };
    await answerInteraction(context, interaction).catch(async (error: unknown) => {
      logFailure(log, error, 'an interaction was not answered as it should be');
      await apologise(context);
    });
    return turn.finish();
  }

  async function answerInteraction(context: InteractionContext, interaction: Interaction): Promise<void> {
    if (interaction.isChatInputCommand()) await answerCommand(context, interaction);
    else if (interaction.isMessageContextMenuCommand()) await answerAboutMessage(context, interaction);
    else if (interaction.isButton()) await answerButton(context, interaction);
    else if (interaction.isModalSubmit()) await answerModal(context, interaction);
    else log.warn({ room: platform, type: interaction.type }, 'an interaction of a kind that is not offered');
  }

  function rememberLocale(userId: string, language: Language | undefined): void {
    if (language === undefined) return;
    locales.delete(userId);
    locales.set(userId, language);
    const [oldest] = locales.keys();
    if (locales.size > knownPeople && oldest !== undefined) locales.delete(oldest);
  }

  async function close({ client, underWay }: OpenRoom): Promise<void> {
    client.removeAllListeners(Events.MessageCreate);
    client.removeAllListeners(Events.InteractionCreate);
    client.removeAllListeners(Events.ShardDisconnect);
    await settlesWithin(Promise.all(underWay), limits.closeMs);
    await client.destroy();
    room = undefined;
    stopping = undefined;
    log.info({ room: platform }, 'closed');
  }

  return {
    platform,
    outlet,
    calendar: createCalendar({ api, channels, clock }),
    update: async (message, reply) => await changeReport(parts, message, reply),
    start,
    async stop() {
      if (room === undefined) return;
      stopping ??= close(room);
      await stopping;
    },
    status: () => ({ running: room !== undefined, detail: room === undefined ? 'closed' : detailOf(room.client) }),
  };
}

function createClient({ apiUrl, requestMs = limits.requestMs }: ApiOptions): Client {
  return new Client({
    // None of these has to be asked for. Discord shows the words of messages that mention the bot or are sent to it.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { retries: 0, timeout: requestMs, ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/$/, '') }) },
  });
}

async function connect(client: Client, token: string): Promise<void> {
  // Before logging in: the event may come at once.
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token).catch((cause: unknown) => {
    throw toAppError(cause, 'Opening the room on Discord');
  });
  if (await settlesWithin(ready, limits.readyMs)) return;
  throw new AppError('unavailable', 'Opening the room on Discord: its gateway does not answer.', {
    reason: 'unreachable',
    hint: 'Look at https://discordstatus.com, and start again later.',
  });
}

function detailOf(client: Client): string {
  const servers = client.guilds.cache.size;
  return `${client.user?.username ?? 'the bot'}, on ${servers} ${servers === 1 ? 'server' : 'servers'}`;
}

function newKey(): string {
  return randomUUID().replaceAll('-', '').slice(0, 12);
}
