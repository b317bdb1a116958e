import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config.ts';
import type { Language } from '../language.ts';

/** What the program has around it; `main` takes it from the process, tests from where they like. */
export interface World {
  readonly config: Config;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable;
  /** The language of the machine's user, where it is one of ours. */
  readonly language: Language;
  /** Resolves when the program is told to end. */
  readonly told: Promise<void>;
  /** Ends the program at once. */
  readonly exit: (code: number) => void;
}

/** Whether a person sits there, rather than a file or another program. */
export function isInteractive({ stdin, stdout }: World): boolean {
  return stdin.isTTY === true && stdout.isTTY === true;
}
