import type { Command, Message, Person } from '../../src/chat/incoming.ts';
import { isLanguage, type Language } from '../../src/language.ts';

/** Somebody who has not signed in. */
export const visitor: Person = { id: 'web:visitor' };

/** The question of a form post, with the line feeds that the person typed (forms send CR LF). */
export function toMessage(
  form: URLSearchParams,
  { conversationId, person, locale }: Pick<Message, 'conversationId' | 'person'> & { readonly locale: Language },
): Message {
  return {
    kind: 'message',
    conversationId,
    person,
    locale,
    text: (form.get('question') ?? '').replaceAll('\r\n', '\n'),
  };
}

/** The page of one document, in the given language. */
export function toRead(documentId: string, conversationId: string, language: Language): Command {
  return {
    kind: 'command',
    name: 'read',
    conversationId,
    person: visitor,
    locale: language,
    options: { section: documentId, language },
  };
}

export function toHelp(conversationId: string, locale: Language): Command {
  return { kind: 'command', name: 'help', conversationId, person: visitor, locale, options: {} };
}

/**
 * The language in which to speak to a person: the one that was chosen, otherwise the first of those that the browser
 * prefers (`Accept-Language`), otherwise English.
 */
export function preferredLanguage(chosen: string | undefined, acceptLanguage: string | undefined): Language {
  if (isLanguage(chosen)) return chosen;
  const accepted = (acceptLanguage ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ language }) => language)
    .find(isLanguage);
  return accepted ?? 'en';
}

export interface SentForm {
  readonly options: Command['options'];
  /** Tells this sending of a form from any other. */
  readonly key?: string;
  readonly files: readonly { readonly name: string; readonly file: File }[];
  /** The fields of the form that are files; what was sent with one before is among the options. */
  readonly fileFields: readonly string[];
}

/**
 * The options of a command that a form gives. Names that begin with an underscore are the room's own: `_once` tells
 * the form from others, `_switch` and `_choices` name the fields that browsers leave out when nothing is ticked, `_file` those
 * for which a file may be chosen.
 */
export function toOptions(fields: readonly (readonly [string, string | File])[]): SentForm {
  const texts = fields.flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name, value: value.replaceAll('\r\n', '\n') }] : [],
  );
  const valuesOf = (name: string) => texts.filter((text) => text.name === name).map(({ value }) => value);
  const key = valuesOf('_once').find((value) => value !== '');
  return {
    options: {
      ...Object.fromEntries(texts.filter(({ name }) => !name.startsWith('_')).map(({ name, value }) => [name, value])),
      ...Object.fromEntries(valuesOf('_switch').map((name) => [name, String(valuesOf(name).includes('true'))])),
      ...Object.fromEntries(valuesOf('_choices').map((name) => [name, valuesOf(name).join(',')])),
      // Where no file was chosen, some browsers send an empty text for it.
      ...Object.fromEntries(
        valuesOf('_file').map((name) => [name, valuesOf(name).find((value) => value !== '') ?? '']),
      ),
    },
    files: fields.flatMap(([name, file]) => (typeof file === 'string' || name.startsWith('_') ? [] : [{ name, file }])),
    fileFields: valuesOf('_file'),
    ...(key === undefined ? {} : { key }),
  };
}
