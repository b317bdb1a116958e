import { ask } from './ask.ts';
import type { CommandDefinition } from './command.ts';
import { help } from './help.ts';
import { read } from './read.ts';

/** Every command, in the order in which rooms offer them. */
export const catalog: readonly CommandDefinition[] = [ask, help, read];
