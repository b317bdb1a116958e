import { afterEach, describe, expect, test } from 'vitest';
import type { Post } from '../../../src/chat/post.ts';
import { eventPost } from '../../contract/sample-posts.ts';
import { openDiscord, type FakeDiscord } from '../../fakes/discord/server.ts';
import { outletOf } from './outlet-harness.ts';

const opened: FakeDiscord[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((discord) => discord.close()));
});

const everybody = '900000000000000001';
const noFiles = [{ id: everybody, type: 0, allow: '0', deny: String(1n << 15n) }];
const fileOf = (revision: number) => `BEGIN:VCALENDAR\r\nSUMMARY:Asamblea nº ${revision}\r\nEND:VCALENDAR\r\n`;
const post = (revision: number): Post => ({ ...eventPost, calendar: { file: fileOf(revision) } });

async function open(overwrites: typeof noFiles = []) {
  const discord = await openDiscord();
  opened.push(discord);
  const outlet = outletOf(discord);
  const channelId = discord.state.addChannel({ overwrites });
  return {
    discord,
    outlet,
    channel: `discord:${channelId}`,
    files: () =>
      discord.state.in(channelId).map(({ attachments }) => attachments.map(({ name, text }) => [name, text])),
  };
}

describe('the calendar file of a post', () => {
  test.each([['payload'], ['plainPayload']] as const)(
    'send() attaches it (%s), and the key still finds the post',
    async (form) => {
      const { discord, outlet, channel, files } = await open();
      const sent = await outlet.send(channel, outlet.render(post(1))[form], 'a1');
      expect(files()).toEqual([[['event.ics', fileOf(1)]]]);
      expect((await outlet.find(channel, 'a1'))?.messageId).toBe(sent.messageId);
      expect(await outlet.send(channel, outlet.render(post(1))[form], 'a1')).toEqual(sent);
      expect(discord.refused).toEqual([]);
    },
  );

  test('edit() puts the new one in the place of the old one, and takes it away with the event', async () => {
    const { discord, outlet, channel, files } = await open();
    const sent = await outlet.send(channel, outlet.render(post(1)).payload, 'a1');
    await outlet.edit(sent, outlet.render(post(2)).payload);
    await outlet.edit(sent, outlet.render(post(2)).payload);
    expect(files()).toEqual([[['event.ics', fileOf(2)]]]);
    await outlet.edit(sent, outlet.render({ ...eventPost, calendar: { url: 'https://example.org/a.ics' } }).payload);
    expect(files()).toEqual([[]]);
    expect(discord.refused).toEqual([]);
  });

  test('send() and edit() go without it where the bot may attach nothing', async () => {
    const { discord, outlet, channel, files } = await open(noFiles);
    const sent = await outlet.send(channel, outlet.render(post(1)).payload, 'a1');
    await outlet.edit(sent, outlet.render({ ...post(2), title: 'The assembly moves' }).payload);
    expect(files()).toEqual([[]]);
    expect(discord.visible(channel.replace('discord:', ''))).toEqual([expect.stringContaining('The assembly moves')]);
  });

  test('send() tries no second time after another trouble', async () => {
    const { discord, outlet, channel } = await open();
    discord.trouble('errorAfter');
    await expect(outlet.send(channel, outlet.render(post(1)).payload, 'a1')).rejects.toMatchObject({ code: 'unknown' });
    expect(discord.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});
