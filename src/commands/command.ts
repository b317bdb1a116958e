import type { Answer } from '../answers/answer.ts';
import type { Command } from '../chat/incoming.ts';
import type { CommandSpec } from '../chat/command-spec.ts';
import type { Reply } from '../chat/reply.ts';
import type { Language } from '../language.ts';
import type { Knowledge } from '../knowledge/section.ts';
import type { Retriever } from '../retrieval/retriever.ts';

/** What commands may use; the knowledge is that of the moment in which the command is given. */
export interface CommandContext {
  readonly knowledge: Knowledge;
  readonly retriever: Retriever;
  /** The address to which people are sent where the assistant does not know. */
  readonly contact: string;
  /** The question that was asked before in the same conversation. */
  readonly previousQuestion?: string;
  readonly language: Language;
}

/** A command of the catalogue: what rooms offer, and what it does. */
export interface CommandDefinition {
  readonly spec: CommandSpec;
  readonly run: (context: CommandContext, options: Command['options']) => CommandResult;
}

export interface CommandResult {
  readonly reply: Reply;
  /** The question as it was understood, for what is asked next. */
  readonly question?: string;
  readonly answer?: Answer;
}
