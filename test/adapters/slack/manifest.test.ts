import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { slackManifest } from '../../../adapters/slack/manifest.ts';
import { botScopes } from '../../../adapters/slack/scopes.ts';
import { catalog } from '../../../src/commands/catalog.ts';

const schemaFile = new URL('../../specs/slack-manifest.schema.json', import.meta.url);
const schema: object = JSON.parse(readFileSync(schemaFile, 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
const commands = catalog.map(({ spec }) => spec);

describe('the manifest of the Slack app', () => {
  test.each([
    ['Socket Mode', slackManifest(commands)],
    ['HTTP', slackManifest(commands, 'https://assistant.example.org/')],
  ])('is one that Slack takes, for %s', (_mode, manifest) => {
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('is refused by the schema when it is not one', () => {
    expect(validate({ ...slackManifest(commands), features: { bot_user: {} } })).toBe(false);
  });

  test('stands in the file as the catalogue of commands makes it; -u writes it anew', async () => {
    const file = '../../../adapters/slack/manifest.json';
    await expect(`${JSON.stringify(slackManifest(commands), undefined, 2)}\n`).toMatchFileSnapshot(file);
  });

  test('offers every command that people give, and none that only buttons give', () => {
    const offered = slackManifest(commands).features.slash_commands.map(({ command }) => command);
    expect(offered).toEqual(commands.filter(({ hidden }) => hidden !== true).map(({ name }) => `/${name}`));
  });

  test('takes no name that is one of Slack’s own commands', () => {
    const own = 'archive away call collapse dm dnd expand feed invite join leave me msg mute open pro remind remove'
      .concat(' rename search shortcuts shrug star status topic unarchive who whois')
      .split(' ');
    expect(commands.filter(({ name }) => own.includes(name))).toEqual([]);
  });

  test('asks for the scopes that the doctor looks for, and for an address over HTTP alone', () => {
    const manifest = slackManifest(commands);
    expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(botScopes));
    expect(JSON.stringify(manifest)).not.toContain('request_url');
    const { settings, features } = slackManifest(commands, 'https://assistant.example.org/');
    expect(settings.socket_mode_enabled).toBe(false);
    const address = 'https://assistant.example.org/slack/events';
    expect(settings.event_subscriptions).toMatchObject({ request_url: address });
    expect(features.slash_commands.every((command) => 'url' in command && command.url === address)).toBe(true);
  });
});
