import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Command, Incoming } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { markdown, sampleCommands, sampleCore, sampleHandle } from '../../contract/sample-core.ts';
import { createSampleSignIns } from './desk-core.ts';
import { createBrowser, createWeb, readText, type Browser } from './web-harness.ts';

const { web } = messagesIn('en');
const said = (text: string) => ({ en: text, es: text, fr: text });
const options = [{ name: 'file', description: said('File'), required: false }];
const commands = [...sampleCommands, { name: 'import', description: said('Import'), options }];
const heard: Command[] = [];
const { adapter } = createWeb({ signIns: createSampleSignIns() });
let address = '';
let ana: Browser;

beforeAll(async () => {
  await adapter.start(sampleCore(handle, commands));
  address = adapter.status().detail;
  ana = createBrowser(address);
  await ana.post('/sign-in', { token: 'valid' });
});
beforeEach(() => {
  heard.length = 0;
});
afterAll(() => adapter.stop());

/** Asks for a file and an audience until it has both. */
async function handle(incoming: Incoming): Promise<Reply> {
  if (incoming.kind !== 'command' || incoming.name !== 'import') return sampleHandle(incoming);
  heard.push(incoming);
  const { file = '', audience = '' } = incoming.options;
  if (file !== '' && audience !== '') return { language: 'en', body: markdown('Drafted: 1 event') };
  const problem = 'Please choose one.';
  return {
    language: 'en',
    body: markdown('Please fill in.'),
    form: {
      command: 'import',
      options: {},
      title: 'Import',
      submit: 'Import',
      fields: [
        {
          name: 'file',
          label: 'Calendar file',
          kind: 'file',
          required: true,
          ...(file === '' ? { problem } : { value: file }),
        },
        { name: 'audience', label: 'Audience', kind: 'line', required: true, value: audience, problem },
      ],
    },
  };
}

/** Sends the form as a browser does; `kept` is what a page had of the file before. */
async function send(file: File | undefined, { audience = '', kept }: { audience?: string; kept?: string } = {}) {
  const body = new FormData();
  body.append('_once', crypto.randomUUID());
  body.append('_file', 'file');
  if (kept !== undefined) body.append('file', kept);
  body.append('file', file ?? new File([], ''));
  body.append('audience', audience);
  const response = await ana.fetch('/do/import', { method: 'POST', body, headers: { origin: address } });
  return await response.text();
}

const calendar = (text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n') => new File([text], 'calendar.ics');

describe('a field for a file', () => {
  test('stands in its form, which is sent with it, and no other file is asked for', async () => {
    const page = await (await ana.fetch('/announcements/import')).text();
    expect(page).toMatch(/<form[^>]*action="\/do\/import"[^>]*enctype="multipart\/form-data"/);
    expect(page).toMatch(
      /<label for="f-file">[^]*<input\s+type="file"\s+id="f-file"\s+name="file"[^>]*aria-required="true"/,
    );
    expect(page.match(/type="file"/g)).toHaveLength(1);
    expect(page).not.toContain(web.fileTitle);
    expect(page).toContain('href="/announcements/import" aria-current="page"');
  });

  test('gives the command what stands in the file', async () => {
    expect(readText(await send(calendar('\uFEFFBEGIN:VCALENDAR\r\nX:é\r\n'), { audience: 'all' }))).toContain(
      'Drafted: 1 event',
    );
    expect(heard.map((each) => each.options)).toEqual([{ file: 'BEGIN:VCALENDAR\nX:é\n', audience: 'all' }]);
  });

  test('keeps the other fields when no file was chosen', async () => {
    const page = await send(undefined, { audience: 'all' });
    expect(heard.map((each) => each.options)).toEqual([{ file: '', audience: 'all' }]);
    expect(page).toMatch(/id="f-file-problem">Please choose one\.</);
    expect(page).toMatch(/name="audience"\s+value="all"/);
  });

  test('keeps the file when another field is wrong, and lets it be replaced', async () => {
    const page = await send(calendar('SUMMARY:"A" & <b>\r\n'));
    expect(page).toContain(web.fileKept);
    const kept = /<input type="hidden" name="file" value="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(kept).toBe('SUMMARY:&quot;A&quot; &amp; &lt;b&gt;\n');
    await send(undefined, { kept: 'SUMMARY:A\r\n', audience: 'all' });
    await send(calendar('SUMMARY:B\r\n'), { kept: 'SUMMARY:A\r\n', audience: 'all' });
    expect(heard.slice(1).map((each) => each.options['file'])).toEqual(['SUMMARY:A\n', 'SUMMARY:B\n']);
  });

  test('lets the core see what is no text, and what is too large', async () => {
    await send(new File([new Uint8Array([0x61, 0xe9, 0x62])], 'a.ics'), { audience: 'all' });
    await send(calendar('x'.repeat(1_200_000)), { audience: 'all' });
    expect(heard.map((each) => each.options['file']?.length)).toEqual([3, 1_200_000]);
    expect(heard[0]?.options['file']).toBe('a\uFFFDb');
    expect(readText(await send(calendar('x'.repeat(5_000_000))))).toContain(web.fileTooLarge);
    expect(heard).toHaveLength(2);
  });
});
