import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { registerWith, toRegistrations } from '../../../adapters/discord/register.ts';
import { catalog } from '../../../src/commands/catalog.ts';
import { discordToken, openDiscord, type FakeDiscord } from '../../fakes/discord/server.ts';
import { announceSpecs } from './sample-form.ts';

const opened: FakeDiscord[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((discord) => discord.close()));
});

async function open() {
  const discord = await openDiscord();
  opened.push(discord);
  return { discord, options: { token: discordToken, apiUrl: discord.apiUrl } };
}

const specs = catalog.map(({ spec }) => spec);
const texts = z.record(z.string(), z.string()).optional();
const shape = z.looseObject({
  name: z.string(),
  name_localizations: texts,
  description: z.string().optional(),
  description_localizations: texts,
  options: z
    .array(
      z.looseObject({ name: z.string(), description: z.string(), required: z.boolean(), name_localizations: texts }),
    )
    .optional(),
});

describe('registerWith()', () => {
  test('writes the commands of the catalogue, which Discord accepts, and nothing the second time', async () => {
    const { discord, options } = await open();
    expect(await registerWith(options, specs)).toContain('are registered');
    expect(await registerWith(options, specs)).toContain('nothing was written');
    expect(discord.commands.writes).toBe(1);
    expect(discord.refused).toEqual([]);
  });

  test('writes again when a description changes', async () => {
    const { discord, options } = await open();
    await registerWith(options, announceSpecs);
    const changed = announceSpecs.map((spec) =>
      spec.name === 'announce' ? { ...spec, description: { ...spec.description, fr: 'Autre' } } : spec,
    );
    await registerWith(options, changed);
    expect(discord.commands.writes).toBe(2);
  });
});

describe('toRegistrations()', () => {
  test('names nothing twice, hides what is hidden, and stays within the limits in every language', () => {
    const commands = toRegistrations(specs).map((command) => shape.parse(command));
    const hidden = specs.filter((spec) => spec.hidden === true).map(({ name }) => name);
    expect(commands.map(({ name }) => name)).not.toEqual(expect.arrayContaining(hidden.length === 0 ? ['-'] : hidden));
    for (const locale of ['en-US', 'es-ES', 'es-419', 'fr']) {
      const names = commands.map((command) => command.name_localizations?.[locale]);
      expect(new Set(names).size).toBe(commands.length);
    }
    for (const command of commands) {
      const names = [command, ...(command.options ?? [])].flatMap((one) => Object.values(one.name_localizations ?? {}));
      for (const name of names.filter((one) => one !== command.name)) expect(name.length).toBeLessThanOrEqual(32);
      if (command.description !== undefined) {
        for (const name of names) expect(name).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
        for (const name of names) expect(name).toBe(name.toLowerCase());
      }
      const required = (command.options ?? []).map((option) => option.required);
      expect(required).toEqual(required.toSorted((one, other) => Number(other) - Number(one)));
      expect(JSON.stringify(command.description_localizations ?? {}).length).toBeLessThan(8000);
    }
  });

  test('offers what needs rights to who manages the server, and suggestions for questions', () => {
    const [, , ask, announce] = toRegistrations(announceSpecs);
    expect(announce).toMatchObject({
      name: 'announce',
      default_member_permissions: 32,
      contexts: [0],
      options: [{ type: 11, name: 'file' }],
    });
    expect(ask).toMatchObject({
      options: [
        { name: 'question', autocomplete: true },
        { name: 'private', type: 5 },
      ],
    });
  });
});
