import { randomUUID } from 'node:crypto';
import type { Clock } from '../../src/clock.ts';

export interface SessionLimits {
  readonly sessions: number;
  readonly turnsPerSession: number;
  readonly sessionIdleMs: number;
}

/** Transcripts of the browsers that are talking with the assistant, in memory only. */
export interface Sessions {
  /** The conversation of a browser; opens one where there is none yet. Never the cookie itself, which is a secret. */
  conversationId(sessionId: string): string;
  /** Turns as HTML, oldest first; empty for an unknown session. */
  turns(sessionId: string): readonly string[];
  record(sessionId: string, turn: string): void;
  forget(sessionId: string): void;
}

/** Keeps the most recent turns of the most recent sessions; what is over a limit or idle for too long is forgotten. */
export function createSessions(limits: SessionLimits, now: Clock): Sessions {
  // In the order of their last use, the oldest first.
  const sessions = new Map<string, { readonly conversationId: string; turns: readonly string[]; usedAt: number }>();

  function open(sessionId: string) {
    const session = sessions.get(sessionId) ?? { conversationId: randomUUID(), turns: [], usedAt: 0 };
    session.usedAt = now();
    sessions.delete(sessionId);
    sessions.set(sessionId, session);
    forgetOld();
    return session;
  }

  function forgetOld(): void {
    for (const [sessionId, { usedAt }] of sessions) {
      if (sessions.size <= limits.sessions && now() - usedAt <= limits.sessionIdleMs) return;
      sessions.delete(sessionId);
    }
  }

  return {
    conversationId: (sessionId) => open(sessionId).conversationId,
    turns(sessionId) {
      forgetOld();
      return sessions.has(sessionId) ? open(sessionId).turns : [];
    },
    record(sessionId, turn) {
      const session = open(sessionId);
      session.turns = [...session.turns, turn].slice(-limits.turnsPerSession);
    },
    forget: (sessionId) => void sessions.delete(sessionId),
  };
}
