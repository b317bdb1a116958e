import type { Command, Message, Person } from '../../src/chat/incoming.ts';
import { isLanguage, type Language } from '../../src/language.ts';

/** Somebody who has not signed in. */
const visitor: Person = { id: 'web:visitor' };

/** The question of a form post, with the line feeds that the person typed (forms send CR LF). */
export function toMessage(form: URLSearchParams, conversationId: string, locale: Language): Message {
  return {
    kind: 'message',
    conversationId,
    person: visitor,
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
