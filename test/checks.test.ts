import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs a tool of the project and gives what it printed, with its exit code at the end. */
function run(command: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  return `${stdout}${stderr}exit ${status}`;
}

describe('the project', () => {
  it('has no type errors', { timeout: 120_000 }, () => {
    expect(run('node_modules/.bin/tsc', '--noEmit')).toBe('exit 0');
  });

  it('has nothing that the linter objects to', { timeout: 120_000 }, () => {
    expect(run('node_modules/.bin/oxlint', '--type-aware', '--deny-warnings')).toMatch(/exit 0$/);
  });

  it('is formatted', () => {
    expect(run('node_modules/.bin/oxfmt', '--check')).toMatch(/exit 0$/);
  });

  it('has knowledge without errors', () => {
    expect(run(process.execPath, 'src/main.ts', 'knowledge:check')).toMatch(/exit 0$/);
  });
});
