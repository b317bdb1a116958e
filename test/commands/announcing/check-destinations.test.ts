import { describe, expect, test } from 'vitest';
import type { ChannelCheck, Outlet } from '../../../src/chat/outlet.ts';
import { checkDestinations } from '../../../src/commands/announcing/check-destinations.ts';
import { AppError, type ErrorCode } from '../../../src/errors.ts';

/** A platform whose answers go by the name of the channel. */
function outletOf(asked: string[] = []): Pick<Outlet, 'check'> {
  return {
    async check(to): Promise<ChannelCheck> {
      asked.push(to);
      if (to.includes('never')) return await new Promise<never>(() => {});
      for (const code of ['throttled', 'unavailable', 'unauthorized', 'unknown'] satisfies ErrorCode[]) {
        if (to.includes(code)) throw new AppError(code, `The platform is ${code}.`);
      }
      return { ok: true, name: to };
    },
  };
}

const going = (...names: string[]) => names.map((channel) => ({ channel, language: 'en' }) as const);

describe('checkDestinations()', () => {
  test('asks about every channel once, on every platform', async () => {
    const asked: string[] = [];
    const outlets = new Map([
      ['one', outletOf(asked)],
      ['two', outletOf(asked)],
    ]);
    const names = Array.from({ length: 30 }, (_, index) => [`one:${index}`, `two:${index}`]).flat();
    const checks = await checkDestinations(outlets, going(...names), false);
    expect(checks.size).toBe(60);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('leaves out a channel that could not be checked, and no other', async () => {
    const checks = await checkDestinations(new Map([['one', outletOf()]]), going('one:unknown', 'one:a'), false);
    expect([...checks.keys()]).toEqual(['one:a']);
  });

  test.each(['throttled', 'unavailable', 'unauthorized'])(
    'bothers a platform that is %s no longer, and asks the others',
    async (code) => {
      const asked: string[] = [];
      const outlets = new Map([
        ['one', outletOf(asked)],
        ['two', outletOf()],
      ]);
      const names = Array.from({ length: 100 }, (_, index) => `one:${code}-${index}`);
      const checks = await checkDestinations(outlets, going(...names, 'two:a'), false);
      expect([...checks.keys()]).toEqual(['two:a']);
      expect(asked.length).toBeLessThan(10);
    },
  );

  test('does not wait for ever for a channel of which nothing is heard', async () => {
    const checks = await checkDestinations(new Map([['one', outletOf()]]), going('one:never', 'one:a'), false, 20);
    expect([...checks.keys()]).toEqual(['one:a']);
  });

  test('leaves out a platform that is not configured', async () => {
    expect((await checkDestinations(new Map(), going('one:a'), false)).size).toBe(0);
  });
});
