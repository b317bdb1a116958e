import { describe, expect, test } from 'vitest';
import { readText, toTyped } from '../../../adapters/slack/incoming.ts';
import { toMessagePlace, toPlace, toPosted } from '../../../adapters/slack/message-id.ts';

const texts: readonly (readonly [string, string])[] = [
  ['<@U0BOT> Who is the treasurer?', 'Who is the treasurer?'],
  ['Hello <@U0BOT>', 'Hello'],
  ['&lt;b&gt; &amp;amp; &amp; more', '<b> &amp; & more'],
  ['&lt;!channel&gt;', '<!channel>'],
  ['ask <@U012|ana> in <#C012|general>', 'ask @ana in #general'],
  ['<!here> and <!subteam^S012|@board>', '@here and @board'],
  ['see <https://example.org/a|the page> or <https://example.org/b>', 'see the page or https://example.org/b'],
  ['<mailto:a@example.org|a@example.org>', 'a@example.org'],
  ['<!date^1700000000^{date}|14 November 2023>', '14 November 2023'],
  ['', ''],
];

test.each(texts)('readText() reads %j as %j', (typed, read) => {
  expect(readText(typed, 'U0BOT')).toBe(read);
});

const option = (name: string) => ({ name, description: { en: '', es: '', fr: '' }, required: false });

describe('toTyped()', () => {
  const spec = {
    name: 'audience',
    description: { en: '', es: '', fr: '' },
    options: ['action', 'name', 'rest'].map(option),
  };

  test('takes all of what stands after /ask as the question', () => {
    const typed = toTyped({ ...spec, name: 'ask' }, 'Who pays &amp; why? en');
    expect(typed).toEqual({ kind: 'message', text: 'Who pays & why? en' });
  });

  test('takes options in their order, the last with all that is left', () => {
    expect(toTyped(spec, 'add  members <#C012AB|general> en es')).toEqual({
      kind: 'command',
      name: 'audience',
      options: { action: 'add', name: 'members', rest: 'slack:C012AB en es' },
    });
    const announce = { ...spec, name: 'announce', options: ['file', 'id'].map(option) };
    expect(toTyped(announce, 'a1')).toMatchObject({ options: { id: 'a1' } });
    expect(toTyped(announce, '---\naudience: all\n---\nA &amp; B')).toMatchObject({
      options: { file: '---\naudience: all\n---\nA & B' },
    });
    expect(toTyped(announce, 'BEGIN:VCALENDAR\nEND:VCALENDAR')).toMatchObject({
      options: { file: 'BEGIN:VCALENDAR\nEND:VCALENDAR' },
    });
    expect(toTyped(spec, '  ')).toEqual({ kind: 'command', name: 'audience', options: {} });
  });
});

describe('where a message stands', () => {
  test.each([
    ['slack:C012AB', { channel: 'C012AB' }],
    ['slack:C012AB/1700000000.000100', { channel: 'C012AB', threadTs: '1700000000.000100' }],
  ])('toPlace() reads %s', (destination, place) => {
    expect(toPlace(destination)).toEqual(place);
  });

  test.each(['slack:general', 'web:news', 'slack:', 'slack:C012AB/', 'slack:C012AB/x'])(
    'toPlace() refuses %j',
    (text) => {
      expect(() => toPlace(text)).toThrow(expect.objectContaining({ code: 'refused', reason: 'noSuchChannel' }));
    },
  );

  test('toPosted() links to the message, and to its thread', () => {
    const place = { channel: 'C012AB', ts: '1700000000.000100' };
    expect(toPosted(place, undefined)).toEqual({ messageId: 'C012AB:1700000000.000100' });
    expect(toPosted(place, 'https://x.slack.com/').url).toBe('https://x.slack.com/archives/C012AB/p1700000000000100');
    expect(toPosted(place, 'https://x.slack.com', '1699.1').url).toContain('?thread_ts=1699.1&cid=C012AB');
    expect(toMessagePlace(toPosted(place, undefined))).toEqual(place);
  });

  test('toMessagePlace() refuses what is no message of Slack', () => {
    expect(() => toMessagePlace({ messageId: '42' })).toThrow(expect.objectContaining({ reason: 'gone' }));
  });
});
