import { describe, expect, test } from 'vitest';
import { parseLine, type LineContext } from '../../../adapters/terminal/incoming.ts';
import { sampleCommands, samplePerson } from '../../contract/sample-core.ts';

const context: LineContext = {
  conversationId: 'c',
  person: samplePerson,
  locale: 'es',
  commands: [
    ...sampleCommands,
    {
      name: 'announce',
      description: { en: 'Announce', es: 'Anunciar', fr: 'Annoncer' },
      options: [{ name: 'file', description: { en: 'File', es: 'Archivo', fr: 'Fichier' }, required: false }],
    },
  ],
  actions: [
    { kind: 'ask', label: 'Ask', question: 'Who is a member?' },
    { kind: 'read', label: 'Read', sectionId: 'page#one' },
  ],
};
const envelope = { conversationId: 'c', person: samplePerson, locale: 'es' };

describe('parseLine()', () => {
  test.each([
    ['Who are you?', { kind: 'message', text: 'Who are you?' }],
    ['1', { kind: 'message', text: 'Who is a member?' }],
    ['2', { kind: 'command', name: 'read', options: { section: 'page#one' } }],
    ['3', { kind: 'message', text: '3' }],
    ['0', { kind: 'message', text: '0' }],
    ['/help', { kind: 'command', name: 'help', options: {} }],
    ['/read page#one', { kind: 'command', name: 'read', options: { section: 'page#one' } }],
    ['/read  page#one  fr', { kind: 'command', name: 'read', options: { section: 'page#one', language: 'fr' } }],
    ['/announce', { kind: 'command', name: 'announce', options: {} }],
    ['/unknown thing', { kind: 'command', name: 'unknown', options: {} }],
    ['/', { kind: 'message', text: '/' }],
    ['  Who? ', { kind: 'message', text: '  Who? ' }],
    ['24/7 help?', { kind: 'message', text: '24/7 help?' }],
  ])('takes %j to the core', (line, incoming) => {
    expect(parseLine(line, context)).toEqual({ kind: 'incoming', incoming: { ...envelope, ...incoming } });
  });

  test.each([
    ['', { kind: 'nothing' }],
    ['   ', { kind: 'nothing' }],
    ['/quit', { kind: 'quit' }],
    ['/lang fr', { kind: 'language', value: 'fr' }],
    ['/lang', { kind: 'language', value: '' }],
    ['/announce news/my file.md', { kind: 'file', command: 'announce', path: 'news/my file.md' }],
    ["/announce 'my file.md'", { kind: 'file', command: 'announce', path: 'my file.md' }],
  ])('keeps %j in the room', (line, expected) => {
    expect(parseLine(line, context)).toEqual(expected);
  });
});
