import { afterEach, describe, expect, test } from 'vitest';
import { samplePosts } from '../../contract/sample-posts.ts';
import { openDiscord, type FakeDiscord } from '../../fakes/discord/server.ts';
import { outletOf } from './outlet-harness.ts';

const opened: FakeDiscord[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((discord) => discord.close()));
});

async function open() {
  const discord = await openDiscord();
  opened.push(discord);
  return { discord, outlet: outletOf(discord) };
}

const everybody = '900000000000000001';
const without = (bits: bigint) => [{ id: everybody, type: 0, allow: '0', deny: String(bits) }];
const crossposts = (discord: FakeDiscord) => discord.requests.filter(({ path }) => path.endsWith('/crosspost')).length;

describe('the outlet on Discord', () => {
  test('send() passes a post on where the audience says so and the channel has followers, and only there', async () => {
    const { discord, outlet } = await open();
    const [news, general] = [discord.state.addChannel({ type: 5 }), discord.state.addChannel()];
    const passedOn = outlet.render({ ...samplePosts.en, crosspost: true }).payload;
    await outlet.send(`discord:${news}`, passedOn, 'a1');
    await outlet.send(`discord:${general}`, passedOn, 'a2');
    await outlet.send(`discord:${news}`, outlet.render(samplePosts.en).payload, 'a3');
    expect(crossposts(discord)).toBe(1);
    expect(discord.state.in(news).map(({ flags }) => flags & 1)).toEqual([1, 0]);
    expect(discord.refused).toEqual([]);
  });

  test('send() does not fail when passing on does, and find() makes up for it', async () => {
    const { discord, outlet } = await open();
    const news = discord.state.addChannel({ type: 5 });
    const { payload } = outlet.render({ ...samplePosts.en, crosspost: true });
    discord.trouble('late', 'malformed');
    const sent = await outlet.send(`discord:${news}`, payload, 'a1');
    expect(discord.state.in(news)[0]?.flags).toBe(32_768);
    expect((await outlet.find(`discord:${news}`, 'a1'))?.messageId).toBe(sent.messageId);
    expect(discord.state.in(news)[0]?.flags).toBe(32_769);
  });

  test('send() under the same key is one message as long as Discord knows it', async () => {
    const { discord, outlet } = await open();
    const channel = discord.state.addChannel();
    const { payload } = outlet.render(samplePosts.en);
    const first = await outlet.send(`discord:${channel}`, payload, 'a1');
    expect(await outlet.send(`discord:${channel}`, payload, 'a1')).toEqual(first);
    expect(first.url).toBe(`https://discord.com/channels/${everybody}/${first.messageId}`);
    discord.state.nonces.clear();
    expect(await outlet.find(`discord:${channel}`, 'a1')).toEqual(first);
  });

  test('send() reaches a thread, and a person by their number', async () => {
    const { discord, outlet } = await open();
    const channel = discord.state.addChannel();
    const thread = discord.state.addChannel({ type: 11, parentId: channel });
    const { payload } = outlet.render(samplePosts.en);
    await outlet.send(`discord:${channel}/${thread}`, payload, 'a1');
    const { messageId } = await outlet.send('discord:@123456789012345678', payload, 'a2');
    expect(discord.visible(thread)).toHaveLength(1);
    expect(discord.state.channels.get(messageId.split('/')[0] ?? '')?.recipient?.id).toBe('123456789012345678');
  });

  test.each(['discord:general', 'discord:../users/@me', 'discord:', 'slack:C012AB3CD', 'discord:1/2/3'])(
    'send() to %s asks Discord nothing',
    async (to) => {
      const { discord, outlet } = await open();
      const sent = outlet.send(to, outlet.render(samplePosts.en).payload, 'a1');
      await expect(sent).rejects.toMatchObject({ code: 'refused', reason: 'noSuchChannel' });
      expect(discord.requests).toEqual([]);
    },
  );

  test('find() does not say that there is nothing where it may not read', async () => {
    const { discord, outlet } = await open();
    const channel = discord.state.addChannel({ overwrites: without(1n << 16n) });
    await outlet.send(`discord:${channel}`, outlet.render(samplePosts.en).payload, 'a1');
    await expect(outlet.find(`discord:${channel}`, 'a1')).rejects.toMatchObject({
      code: 'unknown',
      reason: 'unverified',
    });
  });

  test('find() gives up aloud when too much has been written since', async () => {
    const { discord, outlet } = await open();
    const channel = discord.state.addChannel();
    for (let index = 0; index < 1001; index += 1) {
      discord.state.write(channel, { id: '1', name: 'Ana' }, { content: `${index}`, allowed_mentions: { parse: [] } });
    }
    await expect(outlet.find(`discord:${channel}`, 'a1')).rejects.toMatchObject({
      code: 'unknown',
      reason: 'unverified',
    });
  });

  test.each([
    ['seeing the channel', 1n << 10n, false, 'notInChannel'],
    ['sending', 1n << 11n, false, 'noPermission'],
    ['reading what was sent', 1n << 16n, false, 'noPermission'],
    ['calling everybody', 1n << 17n, true, 'noPermission'],
  ])('check() names what keeps the bot from %s', async (_what, bits, pings, reason) => {
    const { discord, outlet } = await open();
    const channel = discord.state.addChannel({ name: 'news', overwrites: without(bits) });
    expect(await outlet.check(`discord:${channel}`, pings, 'en')).toMatchObject({ ok: false, reason });
    if (pings) expect(await outlet.check(`discord:${channel}`, false, 'en')).toEqual({ ok: true, name: '#news' });
  });

  test('a limit for the whole bot pauses the platform, one for a channel does not', async () => {
    const { discord, outlet } = await open();
    const channel = `discord:${discord.state.addChannel()}`;
    const { payload } = outlet.render(samplePosts.en);
    discord.trouble('throttle');
    await expect(outlet.send(channel, payload, 'a1')).rejects.toMatchObject({ code: 'throttled', scope: 'channel' });
    discord.trouble('throttleAll');
    await expect(outlet.send(channel, payload, 'a1')).rejects.toMatchObject({ code: 'throttled', scope: 'platform' });
    await expect(outlet.send(channel, payload, 'a1')).rejects.toMatchObject({ code: 'throttled', scope: 'platform' });
    expect(discord.state.in(channel.replace('discord:', ''))).toEqual([]);
  });

  test('a wrong token is told once and never in an error', async () => {
    const { discord, outlet } = await open();
    const channel = `discord:${discord.state.addChannel()}`;
    discord.trouble('unauthorized');
    const error: unknown = await outlet
      .send(channel, outlet.render(samplePosts.en).payload, 'a1')
      .catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'unauthorized', reason: 'unauthorized' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/fake\.token|assembly/);
  });
});
