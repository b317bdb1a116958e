import { catalog } from '../commands/catalog.ts';
import { AppError } from '../errors.ts';
import type { World } from './world.ts';

/**
 * Registers the commands with Discord where they differ from what is registered, and says what was done.
 * @throws AppError `configuration` when no token is configured
 */
export async function registerCommands({ config, stdout }: World): Promise<number> {
  if (config.discord === undefined) {
    throw new AppError('configuration', 'DISCORD_TOKEN is not set.', {
      hint: 'docs/discord.md explains how to get it.',
    });
  }
  const { registerWith } = await import('../../adapters/discord/register.ts');
  stdout.write(
    `${await registerWith(
      config.discord,
      catalog.map(({ spec }) => spec),
    )}\n`,
  );
  return 0;
}
