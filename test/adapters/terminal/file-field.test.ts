import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Command } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { readTextFile } from '../../../src/programs/read-text-file.ts';
import { markdown, sampleCore, sampleHandle } from '../../contract/sample-core.ts';
import { createTerminal } from './terminal-harness.ts';

const { terminal } = messagesIn('en');

/** A room whose command `import` asks for a file and an audience until it has both. */
async function open() {
  const heard: Command[] = [];
  const room = createTerminal({ columns: 200, readFile: readTextFile });
  onTestFinished(() => room.adapter.stop());
  await room.adapter.start(
    sampleCore(
      async (incoming) => {
        if (incoming.kind !== 'command' || incoming.name !== 'import') return sampleHandle(incoming);
        const { file = '', audience = '' } = incoming.options;
        heard.push(incoming);
        const missing = { problem: 'Please choose one.' };
        const isFirst = heard.length === 1;
        if (file !== '' && audience !== '') return { language: 'en', body: markdown('Drafted: 1 event') };
        return {
          language: 'en',
          body: markdown('Please fill in.'),
          form: {
            command: 'import',
            options: {},
            title: 'Import',
            submit: 'Import',
            fields: [
              { name: 'file', label: 'Calendar file', kind: 'file', required: true, value: file },
              { name: 'audience', label: 'Audience', kind: 'line', required: true, ...(isFirst ? {} : missing) },
            ],
          },
        };
      },
      [{ name: 'import', description: { en: 'I', es: 'I', fr: 'I' }, options: [] }],
    ),
  );
  const conversation = await room.talk();
  return { heard, say: async (text: string) => await conversation.say(text) };
}

async function calendarFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'calendar-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'my calendar.ics');
  await writeFile(path, 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  return path;
}

test('a field for a file takes a path, also in quotes, and gives what stands in the file', async () => {
  const { say, heard } = await open();
  expect(await say('/import')).toContain(terminal.fileKeys);
  await say(`'${await calendarFile()}'`);
  await say('members');
  expect(heard.at(-1)?.options).toEqual({ file: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', audience: 'members' });
});

test('a field for a file asks again for a path that leads nowhere, or not to a text', async () => {
  const { say, heard } = await open();
  await say('/import');
  expect(await say('nowhere.ics')).toContain(terminal.fileMissing('nowhere.ics'));
  expect(await say(tmpdir())).toContain(terminal.fileUnreadable(tmpdir()));
  await say(await calendarFile());
  await say('members');
  expect(heard).toHaveLength(2);
});

test('a file that was read is kept when something else is asked for again', async () => {
  const { say, heard } = await open();
  await say('/import');
  await say(await calendarFile());
  const again = await say('-');
  expect(again).toContain('Please choose one.');
  expect(again).not.toContain('VCALENDAR');
  await say('members');
  expect(heard.at(-1)?.options).toEqual({ file: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', audience: 'members' });
});
