import { PassThrough } from 'node:stream';
import { createTerminalAdapter } from '../../../adapters/terminal/adapter.ts';
import type { Adapter, Handle } from '../../../src/chat/adapter.ts';
import type { CommandSpec } from '../../../src/chat/command-spec.ts';
import type { Language } from '../../../src/language.ts';
import type { Conversation } from '../../contract/adapter-contract.ts';
import { sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';

const prompt = '› ';

export interface Terminal {
  readonly adapter: Adapter;
  readonly input: PassThrough;
  /** Everything printed so far. */
  readonly printed: () => string;
  readonly isEnded: () => boolean;
  talk(): Promise<Conversation>;
}

export interface TerminalSetting {
  readonly language?: Language;
  readonly interactive?: boolean;
  readonly columns?: number;
  readonly readFile?: (path: string) => Promise<string>;
}

/** A terminal at which a person sits, made of two streams. */
export function createTerminal({
  language = 'en',
  interactive = true,
  columns = 80,
  readFile,
}: TerminalSetting = {}): Terminal {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { columns });
  const chunks: string[] = [];
  let ended = false;
  output.on('data', (chunk: string) => chunks.push(chunk));
  const adapter = createTerminalAdapter({
    input,
    output,
    language,
    interactive,
    ...(readFile === undefined ? {} : { readFile }),
    onEnd: () => {
      ended = true;
    },
  });
  const printed = () => chunks.join('');
  const settled = () => !adapter.status().running || printed().endsWith(prompt);

  return {
    adapter,
    input,
    printed,
    isEnded: () => ended,
    async talk() {
      await waitUntil('the prompt', settled);
      return {
        async say(text) {
          const before = printed().length;
          input.write(`${text}\n`);
          await waitUntil('the reply', () => printed().length > before && settled());
          return printed().slice(before);
        },
      };
    },
  };
}

export async function startTerminal(
  handle: Handle,
  commands: readonly CommandSpec[],
  setting: TerminalSetting = {},
): Promise<Terminal> {
  const terminal = createTerminal(setting);
  await terminal.adapter.start(sampleCore(handle, commands));
  return terminal;
}
