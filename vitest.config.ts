import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Most tests wait for programs, sockets and databases, so that two share a core well.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: [process.env['CI'] === undefined ? 'default' : 'verbose', './test/count-reporter.ts'],
  },
});
