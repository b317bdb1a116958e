import type { ChannelCheck } from '../../src/chat/outlet.ts';
import { AppError } from '../../src/errors.ts';
import { channelType, type Channel, type Channels } from './channels.ts';
import { permission } from './permissions.ts';

/**
 * Whether something could be posted there now. Asked of Discord for each channel: what an interaction tells of the bot's
 * permissions is true of the channel in which it happens and not of those that an audience names.
 * @throws AppError when Discord cannot be asked
 */
export async function checkDestination(channels: Channels, to: string, pings: boolean): Promise<ChannelCheck> {
  try {
    return await checkChannel(channels, await channels.get(await channels.resolve(to)), pings);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused') throw error;
    return { ok: false, ...(error.reason === undefined ? {} : { reason: error.reason }) };
  }
}

async function checkChannel(channels: Channels, channel: Channel, pings: boolean): Promise<ChannelCheck> {
  const name = channel.name === undefined || channel.name === null ? {} : { name: `#${channel.name}` };
  if (!channelType.withText.includes(channel.type)) return { ok: false, ...name, reason: 'noSuchChannel' };
  if (channel.thread_metadata?.locked === true) return { ok: false, ...name, reason: 'archived' };
  const rights = await channels.rightsIn(channel);
  if (rights === undefined) return { ok: true, ...name };
  if ((rights & permission.viewChannel) === 0n) return { ok: false, ...name, reason: 'notInChannel' };
  const send = channelType.threads.includes(channel.type) ? permission.sendInThreads : permission.sendMessages;
  const needed = send | permission.readHistory | (pings ? permission.mentionEveryone : 0n);
  return (rights & needed) === needed ? { ok: true, ...name } : { ok: false, ...name, reason: 'noPermission' };
}
