import { afterEach, describe, expect, test } from 'vitest';
import { checkDiscord, inviteLink } from '../../../adapters/discord/doctor.ts';
import { discordToken, openDiscord, type FakeDiscord } from '../../fakes/discord/server.ts';
import { ordinaryRights } from '../../fakes/discord/state.ts';

const opened: FakeDiscord[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((discord) => discord.close()));
});

async function open() {
  const discord = await openDiscord();
  opened.push(discord);
  return { discord, options: { token: discordToken, apiUrl: discord.apiUrl } };
}

describe('checkDiscord()', () => {
  test('says that the token is wrong without showing it', async () => {
    const { discord } = await open();
    const findings = await checkDiscord({ token: 'a-token-that-is-wrong-and-secret', apiUrl: discord.apiUrl });
    expect(findings).toMatchObject([{ ok: false, todo: expect.stringContaining('DISCORD_TOKEN') }]);
    expect(JSON.stringify(findings)).not.toContain('secret');
  });

  test('says that Discord cannot be reached', async () => {
    const { discord, options } = await open();
    await discord.silence();
    expect(await checkDiscord(options)).toMatchObject([{ ok: false, what: expect.stringContaining('ECONNREFUSED') }]);
  });

  test('names the permissions that are missing on a server, and the address of the invitation', async () => {
    const { discord, options } = await open();
    const findings = await checkDiscord(options);
    expect(JSON.stringify(findings)).toContain('client_id=900000000000000002');
    expect(findings.find(({ ok }) => !ok)?.what).toContain('“Mention @everyone, @here and All Roles”');
    expect(discord.refused).toEqual([]);
  });

  test('names the right to make events where it is missing', async () => {
    const { discord, options } = await open();
    const rights = String(BigInt(ordinaryRights) & ~(1n << 44n));
    discord.state.servers.set('900000000000000203', { name: 'Closed server', rights });
    const what = (await checkDiscord(options)).map((finding) => finding.what);
    expect(what.find((line) => line.includes('Closed server'))).toContain('“Create Events”');
    expect(what.find((line) => line.includes('Sample server'))).not.toContain('“Create Events”');
  });

  test.each([
    ['where the bot may write', (discord: FakeDiscord) => discord.state.addChannel({ name: 'desk' }), true, '#desk'],
    ['that does not exist', () => '123456789012345678', false, 'noSuchChannel'],
    [
      'where the bot may not write',
      (discord: FakeDiscord) =>
        discord.state.addChannel({
          name: 'closed',
          overwrites: [{ id: '900000000000000001', type: 0, allow: '0', deny: String(1n << 11n) }],
        }),
      false,
      '#closed (noPermission)',
    ],
  ])('looks at the secretariat’s channel %s', async (_where, channelOf, ok, words) => {
    const { discord, options } = await open();
    const findings = await checkDiscord({ ...options, secretariatChannel: `discord:${channelOf(discord)}` });
    expect(findings.at(-1)).toMatchObject({ ok, what: expect.stringContaining(words) });
  });

  test('leaves a secretariat’s channel of another platform alone', async () => {
    const { options } = await open();
    const findings = await checkDiscord({ ...options, secretariatChannel: 'slack:C0DESK' });
    expect(findings).toEqual(await checkDiscord(options));
  });

  test('inviteLink() asks for what is needed and no more', () => {
    expect(new URL(inviteLink('1')).searchParams.get('permissions')).toBe(
      String(
        (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 17n) | (1n << 35n) | (1n << 38n) | (1n << 44n),
      ),
    );
  });
});
