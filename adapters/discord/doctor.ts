import { z } from 'zod';
import { AppError } from '../../src/errors.ts';
import { createApi, type Api, type ApiOptions } from './api.ts';
import { createChannels } from './channels.ts';
import { checkDestination } from './check-destination.ts';
import { neededPermissions, permission } from './permissions.ts';
import { platform } from './platform.ts';

export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** What to do when it is not. */
  readonly todo?: string;
}

const applicationShape = z.looseObject({ id: z.string(), name: z.string() });
const guildsShape = z.array(z.looseObject({ name: z.string(), permissions: z.string() }));
const gatewayShape = z.looseObject({ session_start_limit: z.looseObject({ remaining: z.number() }) });

const names: Readonly<Record<keyof typeof permission, string>> = {
  administrator: 'Administrator',
  viewChannel: 'View Channels',
  sendMessages: 'Send Messages',
  manageMessages: 'Manage Messages',
  embedLinks: 'Embed Links',
  attachFiles: 'Attach Files',
  readHistory: 'Read Message History',
  mentionEveryone: 'Mention @everyone, @here and All Roles',
  createPublicThreads: 'Create Public Threads',
  sendInThreads: 'Send Messages in Threads',
  createEvents: 'Create Events',
};

/** The address with which the administrator of a server invites the bot, with the permissions that it needs and no others. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: neededPermissions.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}

export interface DoctorOptions extends ApiOptions {
  /** Where questions go that the assistant cannot answer, such as `discord:123456789012345678`; another platform's is left to it. */
  readonly secretariatChannel?: string;
}

/** Whether everything that Discord needs is in order, and what to do where it is not. Never shows the token. */
export async function checkDiscord({ secretariatChannel, ...options }: DoctorOptions): Promise<readonly Finding[]> {
  const api = createApi(options);
  try {
    const { id, name } = await api.request('get', '/applications/@me', applicationShape, 'Discord, token');
    const { session_start_limit: starts } = await api.request('get', '/gateway/bot', gatewayShape, 'Discord, gateway');
    const guilds = await api.request('get', '/users/@me/guilds', guildsShape, 'Discord, servers');
    return [
      { ok: true, what: `Discord: the token is that of the application “${name}”; no privileged intents are needed` },
      {
        ok: starts.remaining > 0,
        what: `Discord: ${starts.remaining} connections are left today`,
        todo: 'Wait until tomorrow, and find out what starts the assistant again and again.',
      },
      { ok: true, what: `Discord: servers invite the bot with ${inviteLink(id)}` },
      ...(guilds.length === 0
        ? [{ ok: false, what: 'Discord: the bot is on no server', todo: 'Open the address above and choose a server.' }]
        : []),
      ...guilds.map(guildFinding),
      ...(secretariatChannel?.startsWith(`${platform}:`) === true ? [await deskFinding(api, secretariatChannel)] : []),
    ];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ ok: false, what: error.message, ...(error.hint === undefined ? {} : { todo: error.hint }) }];
  }
}

async function deskFinding(api: Api, channel: string): Promise<Finding> {
  const {
    ok,
    name = channel,
    reason,
  } = await checkDestination(createChannels(api, platform, Date.now), channel, false);
  return ok
    ? { ok, what: `Discord: questions are passed on to ${name}` }
    : {
        ok,
        what: `Discord: nothing can be passed on to ${name} (${reason ?? 'other'})`,
        todo: 'Check SECRETARIAT_CHANNEL, and give the role of the bot access to the channel, with its history.',
      };
}

function guildFinding(guild: { readonly name: string; readonly permissions: string }): Finding {
  const has = BigInt(guild.permissions);
  const isAdministrator = (has & permission.administrator) !== 0n;
  const missing = Object.entries(permission)
    .filter(([, bit]) => !isAdministrator && (neededPermissions & bit) !== 0n && (has & bit) === 0n)
    .map(([key]) => Object.entries(names).find(([name]) => name === key)?.[1] ?? key);
  return missing.length === 0
    ? { ok: true, what: `Discord: the bot has its permissions on “${guild.name}”` }
    : {
        ok: false,
        what: `Discord: on “${guild.name}” the bot lacks ${missing.map((name) => `“${name}”`).join(', ')}`,
        todo: 'Give them to its role in the settings of the server, or invite it again.',
      };
}
