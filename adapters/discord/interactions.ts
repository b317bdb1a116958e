import type { ButtonInteraction, ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Incoming } from '../../src/chat/incoming.ts';
import type { Choice } from './actions.ts';
import {
  answerWith,
  commandOf,
  deliver,
  forEverybody,
  forOne,
  placeUnder,
  say,
  sentForm,
  wordsFor,
  type InteractionContext,
} from './answering.ts';
import { commentForm } from './filling.ts';
import type { Surroundings } from './incoming.ts';
import { toModal } from './modal.ts';
import { ownOptions, readOptions } from './options.ts';
import { messagesOf } from './room.ts';

/** A command that was typed. Answers to questions are for everybody in the channel unless they are asked for in private. */
export async function answerCommand(
  context: InteractionContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { core, around } = context;
  const { language, messages } = wordsFor(around);
  const name = interaction.commandName;
  if (name === 'ask') return answerQuestion(context, interaction);
  // A file takes its time, which the three seconds for a first answer may not bear.
  const hasFile = interaction.options.data.some(({ attachment }) => attachment !== undefined && attachment !== null);
  if (hasFile) await context.respond.defer(true);
  const read = await readOptions(interaction, language);
  if (!read.ok) return say(context, read.message);
  if (!core.commands.some((spec) => spec.name === name)) {
    const known = core.commands.filter(({ hidden }) => hidden !== true).map((spec) => spec.name);
    return say(context, messages.unknownCommand(name, known.join(', ')));
  }
  const place = hasFile ? ({ ...forOne, withoutModal: true } as const) : forOne;
  return answerWith(context, commandOf(around, name, read.options), place);
}

async function answerQuestion(context: InteractionContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const { core, respond, around, parts } = context;
  const place = interaction.options.getBoolean(ownOptions.private) === true ? forOne : forEverybody;
  await respond.defer(place.isPrivate);
  const read = await readOptions(interaction, wordsFor(around).language);
  const options = read.ok ? read.options : {};
  return deliver(context, place, messagesOf(parts, await core.handle(commandOf(around, 'ask', options))));
}

/** The command on a message: what stands in it is the question. */
export async function answerAboutMessage(
  context: InteractionContext,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const { core, respond, around, parts } = context;
  const text = interaction.targetMessage.content.trim();
  if (text === '') return say(context, wordsFor(around).messages.room.noText);
  await respond.defer(true);
  return deliver(context, forOne, messagesOf(parts, await core.handle({ ...around, kind: 'message', text })));
}

/** A button that was pressed. */
export async function answerButton(context: InteractionContext, interaction: ButtonInteraction): Promise<void> {
  const { parts, respond, around } = context;
  const choice = parts.codes.decode(interaction.customId);
  const { room } = wordsFor(around).messages;
  const isOwn = interaction.message.flags.has('Ephemeral');
  if (choice?.kind === 'comment') return respond.showModal(toModal(commentForm(context, choice.questionId), 0));
  if (choice?.kind === 'part' || choice?.kind === 'submit') {
    const open = parts.forms.get(choice.key);
    if (open === undefined) return say(context, room.formExpired);
    if (choice.kind === 'part') return respond.showModal(toModal(open, choice.part));
    const incoming = sentForm(around, open);
    return answerWith(context, incoming, placeUnder(context, incoming, isOwn));
  }
  const incoming = choice === undefined ? undefined : incomingOf(around, choice);
  if (incoming === undefined) return say(context, room.noLongerThere);
  return answerWith(context, incoming, placeUnder(context, incoming, isOwn));
}

function incomingOf(around: Surroundings, choice: Choice): Incoming | undefined {
  switch (choice.kind) {
    case 'ask':
      return { ...around, kind: 'message', text: choice.question };
    case 'read':
      return commandOf(around, 'read', { section: choice.sectionId });
    case 'command':
      return commandOf(around, choice.name, choice.options);
    default:
      return undefined;
  }
}
