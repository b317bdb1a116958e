import type { Language } from '../language.ts';
import type { Role } from './role.ts';

export interface OptionSpec {
  readonly name: string;
  readonly description: Readonly<Record<Language, string>>;
  readonly required: boolean;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
}

/** A command as data: what a room needs to offer it and to explain it. */
export interface CommandSpec {
  readonly name: string;
  readonly description: Readonly<Record<Language, string>>;
  readonly options: readonly OptionSpec[];
  /** Who may give it; absent: everybody. */
  readonly role?: Role;
  /** Only buttons, links and forms give it; rooms do not list it. */
  readonly hidden?: true;
}
