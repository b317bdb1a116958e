import type { Language } from '../language.ts';

export interface OptionSpec {
  readonly name: string;
  readonly description: Readonly<Record<Language, string>>;
  readonly required: boolean;
}

/** A command as data: what a room needs to offer it and to explain it. */
export interface CommandSpec {
  readonly name: string;
  readonly description: Readonly<Record<Language, string>>;
  readonly options: readonly OptionSpec[];
}
