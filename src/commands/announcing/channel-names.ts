import type { ChannelCheck } from '../../chat/outlet.ts';
import { platformOf } from '../../chat/destination.ts';
import type { ChannelRecord, Records } from '../../store/store.ts';

/**
 * What people call the channels: the name that the platform gives, with the platform where there is a name, since
 * channels of several platforms often have the same.
 */
export function channelNames(
  channels: readonly string[],
  known: ReadonlyMap<string, ChannelRecord>,
  checks: ReadonlyMap<string, ChannelCheck> = new Map(),
): ReadonlyMap<string, string> {
  return new Map(
    channels.map((channel) => {
      const name = checks.get(channel)?.name ?? known.get(channel)?.name;
      return [channel, name === undefined ? channel : `${name} (${platformOf(channel)})`];
    }),
  );
}

/** Keeps the names that the platforms have just given, for reports. */
export async function keepNames(
  store: Pick<Records, 'channels'>,
  known: ReadonlyMap<string, ChannelRecord>,
  checks: ReadonlyMap<string, ChannelCheck>,
): Promise<void> {
  for (const [channel, { name }] of checks) {
    if (name !== undefined && name !== known.get(channel)?.name) await store.channels.put(channel, { name });
  }
}
