import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresBinaries, startPostgres, type PostgresServer } from '../fakes/postgres.ts';

/**
 * Tests that need PostgreSQL, with a server of their own. Where it is not installed they are skipped, except in CI,
 * where that is a failure.
 */
export function describePostgres(name: string, define: (server: () => PostgresServer) => void): void {
  const binaries = postgresBinaries();
  if (binaries === undefined) {
    it.skipIf(process.env['CI'] === undefined)(`${name}: skipped, PostgreSQL is not installed`, () => {
      expect.unreachable('PostgreSQL has to be installed: apt-get install -y postgresql');
    });
    return;
  }
  describe(name, () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres(binaries);
    });
    afterAll(async () => {
      await server?.remove();
    });
    define(() => {
      if (server === undefined) throw new Error('PostgreSQL has not been started.');
      return server;
    });
  });
}
