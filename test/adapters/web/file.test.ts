import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { createDeskCore, createSampleSignIns } from './desk-core.ts';
import { createBrowser, createWeb, readText, type Browser } from './web-harness.ts';

const desk = createDeskCore();
const { adapter } = createWeb({ signIns: createSampleSignIns() });
const { web } = messagesIn('en');
let address = '';
let ana: Browser;

beforeAll(async () => {
  await adapter.start(desk.core);
  address = adapter.status().detail;
  ana = createBrowser(address);
  await ana.post('/sign-in', { token: 'valid' });
});
beforeEach(() => {
  desk.heard.length = 0;
});
afterAll(() => adapter.stop());

function send(bytes: string | Uint8Array<ArrayBuffer>, name = 'news.md', from = ana): Promise<Response> {
  const body = new FormData();
  body.append('id', 'a1');
  body.append('file', new File([bytes], name));
  return from.fetch('/do/announce', { method: 'POST', body, headers: { origin: address } });
}

describe('a file in place of a form', () => {
  test('is asked for below the form', async () => {
    const page = await (await ana.fetch('/announcements/a1/edit')).text();
    expect(page).toMatch(/enctype="multipart\/form-data"[^]*name="id" value="a1"[^]*<label for="file">/);
    expect(await (await ana.fetch('/audiences')).text()).not.toContain('multipart');
  });

  test('reaches the core as its text', async () => {
    const response = await send('\uFEFF---\r\naudience: all\r\n---\r\n# es: ¡Bienvenidos!\r\n');
    expect(response.status).toBe(200);
    expect(desk.heard.map(({ options }) => options)).toEqual([
      { id: 'a1', file: '---\naudience: all\n---\n# es: ¡Bienvenidos!\n' },
    ]);
  });

  test('may have a million characters', async () => {
    await send('x'.repeat(1024 * 1024));
    expect(desk.heard[0]?.options['file']).toHaveLength(1024 * 1024);
  });

  test.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), web.fileNotText('news.md')],
    ['a text with a zero byte', new Uint8Array([0x61, 0, 0x62]), web.fileNotText('news.md')],
    ['a text in Latin-1', new Uint8Array([0x61, 0xe9, 0x62]), web.fileNotText('news.md')],
    ['a file just over the limit', 'x'.repeat(1024 * 1024 + 1), web.fileTooLarge],
  ])('is refused with the form and the reason when it is %s', async (_name, bytes, problem) => {
    const page = await (await send(bytes)).text();
    expect(readText(page)).toContain(readText(problem));
    expect(page).toMatch(/id="file"[^]*aria-describedby="file-problem"/);
    expect(page).toContain('id="f-title.en"');
    expect(desk.heard.map(({ options }) => options)).toEqual([{ id: 'a1' }]);
  });

  test('is asked for again when the core finds something wrong in it', async () => {
    const page = await (await send('bad')).text();
    expect(readText(page)).toContain('Line 1 is wrong.');
    expect(page).toMatch(/enctype="multipart\/form-data"[^]*name="id" value="a1"/);
    expect(await (await send('good')).text()).not.toContain('multipart');
  });

  test('is asked for when none was chosen', async () => {
    // As browsers send it.
    const part = 'Content-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream';
    const headers = { origin: address, 'content-type': 'multipart/form-data; boundary=x' };
    const body = `--x\r\n${part}\r\n\r\n\r\n--x--\r\n`;
    const response = await ana.fetch('/do/announce', { method: 'POST', body, headers });
    expect(readText(await response.text())).toContain(web.fileMissing);
  });

  test('is refused unread when it is far too large', async () => {
    const response = await send('x'.repeat(5 * 1024 * 1024));
    expect(response.status).toBe(413);
    expect(readText(await response.text())).toContain(web.fileTooLarge);
    expect(desk.heard).toEqual([]);
  });

  test('is not read of a visitor when it is larger than a question', async () => {
    expect((await send('x'.repeat(100_000), 'news.md', createBrowser(address))).status).toBe(413);
    expect(desk.heard).toEqual([]);
  });

  test('leads to the form again when what was sent is no form', async () => {
    const headers = { origin: address, 'content-type': 'multipart/form-data; boundary=x' };
    const response = await ana.fetch('/do/announce', { method: 'POST', body: 'nothing of the kind', headers });
    expect(response.status).toBe(200);
    expect(desk.heard.map(({ options }) => options)).toEqual([{}]);
  });
});
