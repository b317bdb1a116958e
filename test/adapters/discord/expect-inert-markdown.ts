import { expect } from 'vitest';

/**
 * Fails when Discord would make something of a text besides emphasis, lists and the addresses that it shows: a mention,
 * a link whose words hide where it leads, an address that is not https, a picture, a time or an emoji of its own.
 */
export function expectInertMarkdown(text: string): void {
  const outsideCode = text.replace(/```[\s\S]*?```/g, ' ').replace(/(?<!\\)`[^`\n]*`/g, ' ');
  const unescaped = outsideCode.replace(/\\[^0-9A-Za-z\s]/g, '\u25A1');
  expect(unescaped).not.toMatch(/@(?:everyone|here)/);
  expect(unescaped).not.toMatch(/<(?:@|#|:|a:|t:|id:|\/)/);
  expect(unescaped).not.toMatch(/\]\(/);
  expect(unescaped).not.toMatch(/(?<!https):\/\//);
  expect(unescaped.replace(/https:\/\/[^\s>]*/g, '')).not.toMatch(/\|\||:[\w+-]+:/);
  for (const [, address] of unescaped.matchAll(/<([^>\s]*:[^>\s]*)>/g)) expect(address).toMatch(/^https:\/\//);
}
