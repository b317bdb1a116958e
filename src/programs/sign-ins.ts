import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '../chat/incoming.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';

const linkMs = 15 * 60_000;
const sessionMs = 30 * 24 * 3_600_000;

/** How people of the secretariat come in on the web page, where no platform says who they are. */
export interface SignIns {
  /** A token for a link that lets a person in, once, within 15 minutes. */
  invite(name: string): Promise<string>;
  /** Uses the token up; undefined when it is not valid (any more). The session lasts 30 days. */
  signIn(token: string): Promise<{ readonly session: string; readonly personId: string } | undefined>;
  personOf(session: string): Promise<Person | undefined>;
  signOut(session: string): Promise<void>;
}

/** Tokens and sessions are random (256 bits); the store gets their hashes alone. */
export function createSignIns({ signIns }: Pick<Store, 'signIns'>, clock: Clock): SignIns {
  async function issue(kind: 'link' | 'session', personId: string, lifeMs: number): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await signIns.put(hash(kind, token), personId, clock() + lifeMs);
    return token;
  }

  return {
    invite: async (name) => await issue('link', `web:${name}`, linkMs),
    async signIn(token) {
      const personId = await signIns.take(hash('link', token), clock());
      if (personId === undefined) return undefined;
      return { session: await issue('session', personId, sessionMs), personId };
    },
    async personOf(session) {
      const id = await signIns.get(hash('session', session), clock());
      return id === undefined ? undefined : { id, name: id.slice('web:'.length), groups: ['web:secretariat'] };
    },
    async signOut(session) {
      await signIns.take(hash('session', session), clock());
    },
  };
}

/** A link's token is no session, and the other way round. */
function hash(kind: 'link' | 'session', token: string): string {
  return createHash('sha256').update(`${kind}:${token}`).digest('hex');
}
