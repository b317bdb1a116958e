import type { CommandSpec, OptionSpec } from '../../src/chat/command-spec.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Language } from '../../src/language.ts';
import { z } from 'zod';
import { createApi, type Api, type ApiOptions } from './api.ts';
import { limits } from './limits.ts';
import { ownOptions } from './options.ts';
import { labelOf } from './render.ts';

const commandType = { typed: 1, message: 3 } as const;
const optionType = { text: 3, yesOrNo: 5, file: 11 } as const;
const contextType = { guild: 0, direct: 1 } as const;
/** Who may manage the server; a server's administrators can choose others, and the core asks again. */
const manageGuild = 1 << 5;

/** Discord's locales for the languages in which commands are named and described. */
const locales: Readonly<Record<string, Language>> = {
  'en-US': 'en',
  'en-GB': 'en',
  'es-ES': 'es',
  'es-419': 'es',
  fr: 'fr',
};

type Texts = Readonly<Record<Language, string>>;

function localized(texts: Texts): Record<string, string> {
  return Object.fromEntries(Object.entries(locales).map(([locale, language]) => [locale, texts[language]]));
}

function textsOf(of: (language: Language) => string): Texts {
  return { en: of('en'), es: of('es'), fr: of('fr') };
}

function nameOf(name: string, table: 'commandNames' | 'optionNames'): Texts {
  return textsOf((language) => {
    const names: Readonly<Record<string, string>> = messagesIn(language).room[table];
    return names[name] ?? name;
  });
}

function described(description: Texts) {
  const short = textsOf((language) => labelOf(description[language], limits.commandDescription));
  return { description: short.en, description_localizations: localized(short) };
}

/** The commands of the catalogue as Discord offers them, and the command on messages. Hidden ones are not among them. */
export function toRegistrations(commands: readonly CommandSpec[]): object[] {
  const about = textsOf((language) => messagesIn(language).room.askAbout);
  return [
    ...commands.filter(({ hidden }) => hidden !== true).map(toRegistration),
    {
      type: commandType.message,
      name: about.en,
      name_localizations: localized(about),
      contexts: [contextType.guild, contextType.direct],
      integration_types: [0],
    },
  ];
}

function toRegistration(spec: CommandSpec): object {
  const own = spec.name === 'ask' ? [privateOption()] : [];
  const options = [...spec.options.map((option) => toOption(spec, option)), ...own];
  return {
    type: commandType.typed,
    name: spec.name,
    name_localizations: localized(nameOf(spec.name, 'commandNames')),
    ...described(spec.description),
    // Discord wants what is required to come first.
    options: options
      .toSorted((one, other) => Number(other.required) - Number(one.required))
      .slice(0, limits.commandOptions),
    contexts: spec.role === undefined ? [contextType.guild, contextType.direct] : [contextType.guild],
    integration_types: [0],
    ...(spec.role === undefined ? {} : { default_member_permissions: manageGuild }),
  };
}

function toOption(spec: CommandSpec, { name, description, required, choices }: OptionSpec) {
  const names = { name, name_localizations: localized(nameOf(name, 'optionNames')) };
  if (name === ownOptions.file) return { type: optionType.file, ...names, ...described(description), required };
  const suggests = name === ownOptions.channel || (spec.name === 'ask' && name === ownOptions.question);
  return {
    type: optionType.text,
    ...names,
    ...described(description),
    required,
    ...(suggests ? { autocomplete: true } : {}),
    ...(choices === undefined || choices.length > limits.autocompleteChoices
      ? {}
      : { choices: choices.map((choice) => ({ name: choice, value: choice })) }),
  };
}

function privateOption() {
  const name = ownOptions.private;
  return {
    type: optionType.yesOrNo,
    name,
    name_localizations: localized(nameOf(name, 'optionNames')),
    ...described(textsOf((language) => messagesIn(language).room.privateOption)),
    required: false,
  };
}

const applicationShape = z.looseObject({ id: z.string() });
const listShape = z.array(z.looseObject({ name: z.string() }));
/** What Discord says of a command and we do not, or says in another form. */
const meaningful = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'contexts',
  'integration_types',
  'default_member_permissions',
]);

/** A command in the one form in which two can be compared. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((part) => typeof part === 'number')
      ? value.toSorted((one, other) => one - other)
      : value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, part]) => (meaningful.has(key) || key in locales) && part !== null && part !== false && part !== '')
    .filter(([key, part]) => !(key === 'options' && Array.isArray(part) && part.length === 0))
    .map(([key, part]) => [key, key === 'default_member_permissions' ? String(part) : canonical(part)] as const);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function isSame(one: readonly object[], other: readonly object[]): boolean {
  return linesOf(one) === linesOf(other);
}

function linesOf(commands: readonly object[]): string {
  return commands
    .map((command) => JSON.stringify(canonical(command)))
    .toSorted()
    .join('\n');
}

/**
 * Writes the commands where they differ from what is registered: Discord allows 200 new ones a day.
 * @throws AppError as the outlet does
 */
export async function register(api: Api, commands: readonly CommandSpec[]): Promise<'same' | 'written'> {
  const { id } = await api.request('get', '/applications/@me', applicationShape, 'Looking at the application');
  const route = `/applications/${id}/commands` as const;
  const query = { with_localizations: 'true' };
  const registered = await api.request('get', route, listShape, 'Reading the registered commands', { query });
  const wanted = toRegistrations(commands);
  if (isSame(registered, wanted)) return 'same';
  await api.request('put', route, listShape, 'Registering the commands', { body: wanted });
  return 'written';
}

/** Registers the commands and says in a sentence what was done. */
export async function registerWith(options: ApiOptions, commands: readonly CommandSpec[]): Promise<string> {
  const result = await register(createApi(options), commands);
  const count = toRegistrations(commands).length;
  return result === 'same'
    ? `The ${count} commands are registered with Discord as they are; nothing was written.`
    : `The ${count} commands are registered with Discord. People may have to restart their Discord to see them.`;
}
