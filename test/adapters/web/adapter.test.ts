import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { toListenError } from '../../../adapters/web/errors.ts';
import { sampleCore } from '../../contract/sample-core.ts';
import { createWeb } from './web-harness.ts';

test('start() says what to do when the port is taken', async () => {
  const first = createWeb().adapter;
  await first.start(sampleCore());
  const port = Number(new URL(first.status().detail).port);
  const second = createWeb({ port }).adapter;
  try {
    const failure = await second.start(sampleCore()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({
      code: 'unavailable',
      message: `Opening the web page at http://127.0.0.1:${port}: another program uses this port.`,
      hint: 'Stop the other program, or set PORT to a port that is free.',
    });
    expect(second.status()).toEqual({ running: false, detail: 'closed' });
  } finally {
    await first.stop();
  }
  await second.start(sampleCore());
  expect(second.status()).toEqual({ running: true, detail: `http://127.0.0.1:${port}` });
  await second.stop();
});

test('stop() closes the room when a browser holds its connection open', async () => {
  const { adapter } = createWeb();
  await adapter.start(sampleCore());
  const address = adapter.status().detail;
  await (await fetch(`${address}/healthz`)).text();
  await adapter.stop();
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});

test('toListenError() keeps the cause when the system gives another reason', () => {
  const cause = new Error('odd');
  const error = toListenError(cause, 'http://127.0.0.1:1');
  expect(error).toMatchObject({ code: 'unavailable', cause, hint: undefined });
});
