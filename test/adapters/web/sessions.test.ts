import { describe, expect, test } from 'vitest';
import { createSessions } from '../../../adapters/web/sessions.ts';

function setUp() {
  let now = 1_000;
  const sessions = createSessions({ sessions: 2, turnsPerSession: 2, sessionIdleMs: 100 }, () => now);
  return { sessions, pass: (ms: number) => (now += ms) };
}

describe('createSessions()', () => {
  test('keeps the last turns of each session apart', () => {
    const { sessions } = setUp();
    for (const turn of ['1', '2', '3']) sessions.record('a', turn);
    sessions.record('b', '4');
    expect(sessions.turns('a')).toEqual(['2', '3']);
    expect(sessions.turns('b')).toEqual(['4']);
    expect(sessions.turns('c')).toEqual([]);
  });

  test('forgets the session that was used longest ago when there are too many', () => {
    const { sessions } = setUp();
    sessions.record('a', '1');
    sessions.record('b', '2');
    sessions.turns('a');
    sessions.record('c', '3');
    expect(['a', 'b', 'c'].map((id) => sessions.turns(id))).toEqual([['1'], [], ['3']]);
  });

  test('forgets a session when it is idle for too long or told to', () => {
    const { sessions, pass } = setUp();
    sessions.record('a', '1');
    pass(60);
    sessions.record('b', '2');
    pass(60);
    expect(sessions.turns('a')).toEqual([]);
    expect(sessions.turns('b')).toEqual(['2']);
    sessions.forget('b');
    expect(sessions.turns('b')).toEqual([]);
  });

  test('keeps the conversation of a session until that is forgotten', () => {
    const { sessions } = setUp();
    const conversationId = sessions.conversationId('a');
    expect(sessions.conversationId('a')).toBe(conversationId);
    expect(sessions.conversationId('b')).not.toBe(conversationId);
    sessions.forget('a');
    expect(sessions.conversationId('a')).not.toBe(conversationId);
  });
});
