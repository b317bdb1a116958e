import { expect, test } from 'vitest';
import { createApi } from '../../../adapters/discord/api.ts';
import { createGroups } from '../../../adapters/discord/groups.ts';
import { secretariatRole } from '../../fakes/discord/api-objects.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import { discordToken, openDiscord } from '../../fakes/discord/server.ts';
import { guildId } from '../../fakes/discord/state.ts';
import { silentLog } from './outlet-harness.ts';

test('createGroups() remembers no failure, and believes old roles rather than none', async () => {
  const discord = await openDiscord();
  const now = { at: 0 };
  const api = createApi({ token: discordToken, apiUrl: discord.apiUrl });
  const groupsOf = createGroups({ api, guildIds: () => [guildId], clock: () => now.at, log: silentLog });
  const { user } = createPerson(discord, 'Ana', { roles: [secretariatRole] });
  await discord.silence();
  expect(await groupsOf(user.id)).toEqual([]);
  await discord.listen();
  const roles = await groupsOf(user.id);
  expect(roles).toContain(secretariatRole);
  now.at += 3_600_000;
  await discord.silence();
  expect(await groupsOf(user.id)).toEqual(roles);
  await discord.close();
});
