import { afterEach, describe, expect, test } from 'vitest';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { sampleCommands, sampleCore, sampleHandle } from '../../contract/sample-core.ts';
import { createTerminal, startTerminal, type Terminal, type TerminalSetting } from './terminal-harness.ts';

describe('createTerminalAdapter()', () => {
  const terminals: Terminal[] = [];
  const heard: Incoming[] = [];
  afterEach(async () => {
    heard.length = 0;
    await Promise.all(terminals.splice(0).map(({ adapter }) => adapter.stop()));
  });

  async function open(setting: TerminalSetting = {}): Promise<Terminal> {
    const terminal = await startTerminal(
      (incoming) => {
        heard.push(incoming);
        return sampleHandle(incoming);
      },
      sampleCommands,
      setting,
    );
    terminals.push(terminal);
    return terminal;
  }

  test('greets in its language and says how to go on when a person sits there', async () => {
    const terminal = await open({ language: 'fr', columns: 400 });
    await terminal.talk();
    expect(terminal.printed()).toContain(messagesIn('fr').help);
    expect(terminal.printed()).toContain(`1) ${messagesIn('fr').sampleQuestions[0]}`);
    expect(terminal.printed()).toContain(messagesIn('fr').terminal.instructions);
  });

  test('asks the question whose number is typed', async () => {
    const person = await (await open()).talk();
    await person.say('2');
    expect(heard.at(-1)).toMatchObject({ kind: 'message', text: messagesIn('en').sampleQuestions[1] });
  });

  test('opens the section whose number is typed after an answer', async () => {
    const person = await (await open()).talk();
    await person.say('Where was the assembly?');
    expect(await person.say('1')).toContain('About the sample association');
    expect(heard.at(-1)).toMatchObject({ kind: 'command', name: 'read', options: { section: 'sample-page#assembly' } });
  });

  test('speaks another language after /lang, and says which there are when it does not know one', async () => {
    const person = await (await open({ columns: 400 })).talk();
    expect(await person.say('/lang es')).toContain(messagesIn('es').terminal.languageSet);
    await person.say('Who?');
    expect(heard.at(-1)).toMatchObject({ locale: 'es' });
    expect(await person.say('/lang xx\u001B[31m')).toContain(messagesIn('es').unknownLanguage('xx[31m'));
    await person.say('Who?');
    expect(heard.at(-1)).toMatchObject({ locale: 'es' });
  });

  test('ends with a goodbye after /quit', async () => {
    const terminal = await open();
    const person = await terminal.talk();
    expect(await person.say('/quit')).toContain(messagesIn('en').terminal.goodbye);
    await waitUntil('the end', terminal.isEnded);
    expect(terminal.adapter.status().running).toBe(false);
  });

  test('ends when the input ends, and cannot be opened again', async () => {
    const terminal = await open();
    await terminal.talk();
    terminal.input.end();
    await waitUntil('the end', terminal.isEnded);
    await expect(terminal.adapter.start(sampleCore())).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('does not report an end when it is stopped', async () => {
    const terminal = await open();
    await terminal.talk();
    await terminal.adapter.stop();
    expect(terminal.isEnded()).toBe(false);
  });

  test('answers every line in its order and prints nothing else when it reads from a pipe', async () => {
    const terminal = createTerminal({ interactive: false });
    terminals.push(terminal);
    terminal.input.end('one\ntwo\n\nthree');
    await terminal.adapter.start(
      sampleCore(async (incoming) => {
        heard.push(incoming);
        return sampleHandle({ ...incoming, kind: 'command', name: 'read', options: { section: 'none' } });
      }),
    );
    await waitUntil('the end', terminal.isEnded);
    expect(heard).toMatchObject([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);
    const line = messagesIn('en').unknownSection;
    expect(terminal.printed().replace(/\s+/g, ' ').trim()).toBe(`${line} ${line} ${line}`);
  });
});
