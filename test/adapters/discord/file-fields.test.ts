import { afterEach, describe, expect, test } from 'vitest';
import type { Handle } from '../../../src/chat/adapter.ts';
import type { FormField } from '../../../src/chat/form.ts';
import type { Command, Incoming } from '../../../src/chat/incoming.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import { textOf } from '../../fakes/discord/state.ts';
import { openDiscordRoom, type OpenDiscordRoom } from './discord-harness.ts';

const rooms: OpenDiscordRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const words = (en: string) => ({ en, es: en, fr: en });
const spec = {
  name: 'import',
  description: words('Import'),
  role: 'secretariat' as const,
  options: [{ name: 'file', description: words('File'), required: false }],
};

const line = (name: string): FormField => ({ name, label: `The ${name}`, kind: 'line', required: false });
const upload: FormField = { name: 'file', label: 'The file', kind: 'file', required: true, hint: 'A calendar' };

/** A room whose command `import` asks for a file, beside as many other fields as given, and then says what it got. */
async function open(others: number) {
  const heard: Incoming[] = [];
  const fields = [upload, ...Array.from({ length: others }, (_, index) => line(`field${index}`))];
  const handle: Handle = async (incoming) => {
    heard.push(incoming);
    const options = incoming.kind === 'command' ? incoming.options : {};
    const filled = fields.map((field) => ({ ...field, value: options[field.name] ?? '' }));
    const form = { command: 'import', options: {}, title: 'Import', submit: 'Import it', fields: filled };
    return options['file'] === undefined
      ? { language: 'en', body: markdown('Choose a file.'), form }
      : { language: 'en', body: markdown(`Read ${options['file'].length} characters.`), private: true };
  };
  const room = await openDiscordRoom(sampleCore(handle, [spec]));
  rooms.push(room);
  const { discord } = room;
  const ana = createPerson(discord, 'Ana');
  const channelId = discord.state.addChannel();
  return {
    discord,
    ana,
    commands: () => heard.filter((one): one is Command => one.kind === 'command'),
    modal: async () => await ana.modalOf(ana.command(channelId, { name: 'import' })),
    give: (file: { name: string; text: string | Uint8Array }) => ana.command(channelId, { name: 'import', file }),
  };
}

const ics = 'BEGIN:VCALENDAR\r\nSUMMARY:Año nuevo\r\nEND:VCALENDAR\r\n';
const read = ics.replaceAll('\r\n', '\n');

describe('a field for a file', () => {
  test('is a file upload of Discord’s, and the core gets what the file says', async () => {
    const { discord, ana, commands, modal } = await open(1);
    const shown = await modal();
    expect(shown.modal?.components[0]).toMatchObject({
      type: 18,
      component: { type: 19, required: true, max_values: 1 },
    });
    const sent = ana.submit(shown, { field0: 'all' }, { file: { name: 'a.ics', text: ics } });
    expect(textOf(await ana.answerTo(sent))).toBe(`Read ${read.length} characters.`);
    expect(commands().at(-1)?.options).toEqual({ file: read, field0: 'all' });
    expect(discord.refused).toEqual([]);
  });

  test('keeps Discord waiting for no slow file', async () => {
    const { discord, ana, modal } = await open(1);
    const file = Promise.withResolvers<void>();
    discord.holdFiles(file.promise);
    const sent = ana.submit(await modal(), {}, { file: { name: 'a.ics', text: ics } });
    await waitUntil('the deferral', () => sent.acknowledged);
    file.resolve();
    expect(textOf(await ana.answerTo(sent))).toContain('Read');
    expect(discord.refused).toEqual([]);
  });

  test.each([
    ['is no text', new Uint8Array([0xff, 0xfe, 0x00]), 'not a text in UTF-8'],
    ['is too large', 'x'.repeat(1024 * 1024 + 1), '1048577 bytes'],
  ])('says that a file %s, and keeps the rest of the form', async (_what, text, problem) => {
    const { discord, ana, commands, modal } = await open(1);
    const sent = ana.submit(await modal(), { field0: 'all' }, { file: { name: 'a.ics', text } });
    const panel = await ana.answerTo(sent);
    for (const part of [problem, 'all']) expect(textOf(panel)).toContain(part);
    expect(commands()).toHaveLength(1);
    const again = await ana.modalOf(ana.press(panel, '1.'));
    await ana.answerTo(ana.submit(again, {}, { file: { name: 'a.ics', text: ics } }));
    expect(commands().at(-1)?.options).toEqual({ file: read, field0: 'all' });
    expect(discord.refused).toEqual([]);
  });

  test('keeps the file that was chosen when the part of the form is opened once more', async () => {
    const { discord, ana, commands, modal } = await open(6);
    const panel = await ana.answerTo(ana.submit(await modal(), {}, { file: { name: 'a.ics', text: ics } }));
    expect(textOf(panel)).toContain('**The file** yes');
    expect(textOf(panel)).not.toContain('VCALENDAR');
    const again = await ana.modalOf(ana.press(panel, '1.'));
    expect(again.modal?.components[0]?.component).toMatchObject({ type: 19, required: false, min_values: 0 });
    const after = await ana.answerTo(ana.submit(again, { field0: 'all' }));
    await ana.answerTo(ana.press(after, 'Import it'));
    expect(commands().at(-1)?.options).toMatchObject({ file: read, field0: 'all' });
    expect(discord.refused).toEqual([]);
  });

  test('can be attached to the command instead', async () => {
    const { ana, commands, give } = await open(1);
    await ana.answerTo(give({ name: 'a.ics', text: ics }));
    expect(commands().map(({ options }) => options)).toEqual([{ file: read }]);
    expect(textOf(await ana.answerTo(give({ name: 'b\u202E.ics', text: new Uint8Array([0xc3]) })))).toContain(
      '“b.ics”',
    );
    expect(commands()).toHaveLength(1);
  });
});
