import { textBody } from '../answers/answer-reply.ts';
import type { Command, Incoming } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import { hasRole } from '../chat/role.ts';
import { askEverything } from '../commands/ask.ts';
import { catalog } from '../commands/catalog.ts';
import type { CommandContext, CommandDefinition, CommandResult } from '../commands/command.ts';

/** As much of a wrong value is repeated to the person who typed it. */
const quotedLength = 40;

/**
 * Finds the command and gives it, if the person may and the options are right. `refused` hears of a person who may not,
 * before the person does.
 */
export async function route(
  context: CommandContext,
  incoming: Incoming,
  refused: (command: string) => Promise<void>,
): Promise<CommandResult> {
  if (incoming.kind === 'message') return await askEverything(context, incoming.text, incoming.answerIn);
  const command = commandNamed(incoming.name);
  if (command === undefined) return say(context, unknownCommand(context, incoming.name));
  const { spec } = command;
  if (spec.role !== undefined && !hasRole(context.role, spec.role)) {
    await refused(spec.name);
    return say(context, messagesIn(context.language).refused(context.contact));
  }
  const problem = wrongOption(command, incoming.options, context);
  return problem === undefined ? await command.run(context, incoming.options) : say(context, problem);
}

/** The command of the catalogue with a name that a person may have typed. */
export function commandNamed(name: string): CommandDefinition | undefined {
  return catalog.find(({ spec }) => spec.name === name);
}

function wrongOption(
  { spec }: CommandDefinition,
  options: Command['options'],
  { language }: CommandContext,
): string | undefined {
  const messages = messagesIn(language);
  const missing = spec.options.find(({ name, required }) => required && options[name] === undefined);
  if (missing !== undefined) return messages.missingOption(missing.name, spec.name);
  for (const { name, choices } of spec.options) {
    const value = options[name];
    // An empty value is one that was left open.
    if (choices === undefined || value === undefined || value === '' || choices.includes(value)) continue;
    return messages.wrongChoice(name, value.slice(0, quotedLength), choices.join(', '));
  }
  return undefined;
}

/** Names what this person may give. */
function unknownCommand({ language, role }: CommandContext, name: string): string {
  const known = catalog
    .filter(({ spec }) => spec.hidden === undefined && (spec.role === undefined || hasRole(role, spec.role)))
    .map(({ spec }) => spec.name);
  return messagesIn(language).unknownCommand(name.slice(0, quotedLength), known.join(', '));
}

/** Says why the command was not given. */
function say({ language }: CommandContext, text: string): CommandResult {
  return { reply: { language, failed: true, body: textBody(text) } };
}
