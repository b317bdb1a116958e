import { discordToken, openDiscord } from '../fakes/discord/server.ts';
import { appToken, botToken, startFakeSlack } from '../fakes/slack/server.ts';
import { seenText } from '../fakes/slack/seen.ts';
import type { Environment } from './instance.ts';

export interface Platforms {
  readonly channels: readonly string[];
  /** What the program needs to find them. */
  readonly environment: Environment;
  /** What people see in a channel, oldest first. */
  visible(channel: string): readonly string[];
  close(): Promise<void>;
}

/** A Slack and a Discord with so many channels altogether. */
export async function openPlatforms(count: number): Promise<Platforms> {
  const slack = await startFakeSlack();
  const discord = await openDiscord();
  const channels = Array.from({ length: count }, (_, index) => {
    if (index % 2 === 1) return `discord:${discord.state.addChannel()}`;
    return `slack:${slack.workspace.addChannel(`C0CRASH${index}`).id}`;
  });
  return {
    channels,
    environment: {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discordToken,
      DISCORD_API_URL: discord.apiUrl,
    },
    visible(channel) {
      const [platform, id = ''] = channel.split(':');
      if (platform === 'discord') return discord.visible(id);
      return slack.workspace.messages
        .filter((message) => message.channel === id && message.onlyFor === undefined)
        .map(seenText);
    },
    async close() {
      await Promise.all([slack.close(), discord.close()]);
    },
  };
}
