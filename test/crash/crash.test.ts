import { describe, expect, it } from 'vitest';
import { describePostgres } from '../contract/describe-postgres.ts';
import { runCrashTest } from './crash-test.ts';

const few = { kills: 8, destinations: 8, seed: 1 } as const;
const timeout = 180_000;

/** `npm run test:crash` does the same for longer. */
describe('the program, killed again and again', () => {
  it('leaves one copy of each announcement in each channel, on SQLite', { timeout }, async () => {
    const { kills, announcements, ...wrong } = await runCrashTest({ ...few, instances: 1 });
    expect(wrong).toEqual({ duplicates: [], losses: [] });
    expect(kills).toBeGreaterThanOrEqual(few.kills);
    expect(announcements).toBeGreaterThan(0);
  });
});

describePostgres('two programs on one PostgreSQL, killed again and again', (server) => {
  it('leave one copy of each announcement in each channel', { timeout }, async () => {
    const databaseUrl = await server().newDatabase();
    const { kills, announcements, ...wrong } = await runCrashTest({ ...few, instances: 2, databaseUrl });
    expect(wrong).toEqual({ duplicates: [], losses: [] });
    expect(kills).toBeGreaterThanOrEqual(few.kills);
    expect(announcements).toBeGreaterThan(0);
  });
});
