import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CommandSpec } from '../../../src/chat/command-spec.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Command } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { markdown, sampleCore, sampleHandle } from '../../contract/sample-core.ts';
import { createTerminal, type Terminal, type TerminalSetting } from './terminal-harness.ts';

const { terminal } = messagesIn('en');
const word = (text: string) => ({ en: text, es: text, fr: text });
const commands: readonly CommandSpec[] = [
  {
    name: 'announce',
    description: word('Announce'),
    options: [{ name: 'file', description: word('File'), required: false }],
  },
];
const form: Form = {
  command: 'announce',
  options: { id: 'a1' },
  title: 'New announcement',
  submit: 'Show the preview',
  fields: [
    { name: 'title.en', label: 'Title in English', kind: 'line', required: true, value: 'Draft' },
    { name: 'body.en', label: 'Text in English', kind: 'text', required: false, hint: 'Markdown.' },
    {
      name: 'audience',
      label: 'Audience',
      kind: 'choice',
      required: true,
      choices: [{ value: 'all', label: 'Everybody' }],
    },
    { name: 'pings', label: 'Notify everybody', kind: 'switch', required: false },
  ],
};

const terminals: Terminal[] = [];
afterEach(async () => {
  await Promise.all(terminals.splice(0).map(({ adapter }) => adapter.stop()));
});

/** A room whose command `announce` gives the form, complains about a bad title once, and otherwise shows a preview. */
async function open(setting: TerminalSetting = {}) {
  const heard: Command[] = [];
  const room = createTerminal({ columns: 200, ...setting });
  terminals.push(room);
  await room.adapter.start(
    sampleCore(async (incoming) => {
      if (incoming.kind !== 'command' || incoming.name !== 'announce') return sampleHandle(incoming);
      heard.push(incoming);
      const { options } = incoming;
      if (Object.keys(options).length === 0) return { language: 'en', body: markdown('Please fill in.'), form };
      if (options['title.en'] === 'Bad') {
        const fields = form.fields.map((field) => ({
          ...field,
          value: options[field.name] ?? '',
          ...(field.name === 'title.en' ? { problem: '“Bad” is no title.' } : {}),
        }));
        return { language: 'en', body: markdown('One thing is wrong.'), form: { ...form, fields } };
      }
      const channels = Array.from({ length: 14 }, (_, index) => `#c${index}`);
      const preview = {
        platform: 'sample',
        language: 'es',
        channels,
        payload: '{}',
        text: '**Hola**\n\n- uno',
      } as const;
      return { language: 'en', body: markdown('The preview.'), previews: [preview] };
    }, commands),
  );
  return { room, heard };
}

describe('a form in the terminal', () => {
  test('is filled in field by field, corrected where it is wrong, and sent', async () => {
    const { room, heard } = await open();
    const person = await room.talk();
    const begun = await person.say('/announce');
    expect(begun).toContain(terminal.formKeys);
    expect(begun).toContain(`Title in English (${terminal.required})\n[Draft]`);
    expect(await person.say('Bad')).toContain(`Text in English\nMarkdown.\n${terminal.textKeys}`);
    await person.say('One');
    await person.say('two');
    expect(await person.say('.')).toContain('1) Everybody');
    expect(await person.say('7')).toContain(terminal.notAChoice('7', 1));
    expect(await person.say('1')).toContain(`Notify everybody\n[${terminal.no}]\n${terminal.switchKeys}`);
    const again = await person.say('yes');
    expect(again).toContain(terminal.formProblems);
    expect(again).toContain('! “Bad” is no title.');
    expect(await person.say('Good')).toContain('The preview.');
    expect(heard.map(({ options }) => options)).toEqual([
      {},
      { id: 'a1', 'title.en': 'Bad', 'body.en': 'One\ntwo', audience: 'all', pings: 'true' },
      { id: 'a1', 'title.en': 'Good', 'body.en': 'One\ntwo', audience: 'all', pings: 'true' },
    ]);
    expect(await person.say('Who?')).toContain('Port Example');
  });

  test('is left with /cancel, and with /quit together with the room', async () => {
    const { room, heard } = await open();
    const person = await room.talk();
    await person.say('/announce');
    expect(await person.say('/cancel')).toContain(terminal.cancelled);
    expect(await person.say('Who?')).toContain('Port Example');
    await person.say('/announce');
    await person.say('/quit');
    await waitUntil('the end', room.isEnded);
    expect(heard.map(({ options }) => options)).toEqual([{}, {}]);
  });

  test('says what to do instead when nobody sits there, and takes the next line for a question', async () => {
    const { room, heard } = await open({ interactive: false });
    room.input.end('/announce\nWho?\n');
    await waitUntil('the end', room.isEnded);
    expect(room.printed()).toContain(terminal.formElsewhere);
    expect(room.printed()).toContain('Port Example');
    expect(heard).toHaveLength(1);
  });
});

describe('a preview in the terminal', () => {
  test('shows where, in which language, and what, and how many channels it does not name', async () => {
    const { room } = await open({ readFile: async () => 'text' });
    const shown = await (await room.talk()).say('/announce x.md');
    expect(shown).toContain(`sample · Spanish · #c0, #c1`);
    expect(shown).toContain(`#c11 ${terminal.moreChannels(2)}\n│ Hola\n│\n│ • uno`);
  });
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'terminal-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

describe('a file in place of a form', () => {
  test('reaches the core as its text', async () => {
    const { room, heard } = await open({ readFile: (path) => readFile(path, 'utf8') });
    const path = join(await folder(), 'my news.md');
    await writeFile(path, '# es: ¡Hola!\n');
    await (await room.talk()).say(`/announce ${path}`);
    expect(heard.map(({ options }) => options)).toEqual([{ file: '# es: ¡Hola!\n' }]);
  });

  test('is asked for again with the reason when there is none, or none that can be read', async () => {
    const { room, heard } = await open({ readFile: (path) => readFile(path, 'utf8') });
    const person = await room.talk();
    const missing = join(await folder(), 'none.md');
    expect(await person.say(`/announce ${missing}`)).toContain(terminal.fileMissing(missing).split('”')[0]);
    expect(await person.say(`/announce ${tmpdir()}`)).toContain(terminal.fileUnreadable(tmpdir()));
    expect(heard).toEqual([]);
  });
});
