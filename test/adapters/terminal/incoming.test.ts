import { describe, expect, test } from 'vitest';
import { parseLine, type LineContext } from '../../../adapters/terminal/incoming.ts';
import { sampleCommands, samplePerson } from '../../contract/sample-core.ts';

const context: LineContext = {
  conversationId: 'c',
  person: samplePerson,
  locale: 'es',
  commands: sampleCommands,
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
  ])('keeps %j in the room', (line, expected) => {
    expect(parseLine(line, context)).toEqual(expected);
  });
});
