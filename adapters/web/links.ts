import { safeUrl } from '../../src/chat/plain-text.ts';
import type { Language } from '../../src/language.ts';

/** Where a section stands in the reader view; undefined when the id is not of the form `document-id#anchor`. */
export function readerPath(sectionId: string, language: Language): string | undefined {
  const parts = /^([\w-]+)(?:#([\w-]+))?$/.exec(sectionId);
  if (parts === null) return undefined;
  const anchor = parts[2] === undefined ? '' : `#${parts[2]}`;
  return `/k/${parts[1]}?lang=${language}${anchor}`;
}

/** The address to which a link of a reply may lead from a page in this language; undefined for what is not allowed. */
export function linkTarget(address: string, language: Language): string | undefined {
  const scheme = 'knowledge:';
  return address.startsWith(scheme) ? readerPath(address.slice(scheme.length), language) : safeUrl(address);
}
