import { ComponentType, type ModalSubmitInteraction } from 'discord.js';
import type { Language } from '../../src/language.ts';
import {
  answerWith,
  commandOf,
  deliver,
  placeUnder,
  say,
  sentForm,
  wordsFor,
  type InteractionContext,
} from './answering.ts';
import { partsOf, type OpenForm } from './forms.ts';
import { formMessages, readModalId } from './modal.ts';
import { ownOptions } from './options.ts';
import { readFile } from './read-file.ts';
import { destinationOf } from './typed-channel.ts';

/** A part of a form that was filled in: the whole form as it stands now, or, when it has one part, what comes of it. */
export async function answerModal(context: InteractionContext, interaction: ModalSubmitInteraction): Promise<void> {
  const { parts, respond, around } = context;
  const { language, messages } = wordsFor(around);
  const source = readModalId(interaction.customId);
  const command = (source === undefined ? undefined : parts.forms.get(source.key)?.form.command) ?? source?.command;
  if (source === undefined || command === undefined) return say(context, messages.room.formExpired);
  const isOwn = interaction.isFromMessage() && interaction.message.flags.has('Ephemeral');
  const place = { ...placeUnder(context, commandOf(around, command, {}), isOwn), withoutModal: true } as const;
  // Files take their time, which the three seconds for a first answer may not bear.
  if (hasFile(interaction)) await (place.inPlace ? respond.deferUpdate() : respond.defer(place.isPrivate));
  const { values, problems } = await readValues(interaction, command, language);
  const open = parts.forms.fill(source.key, values, problems);
  const [problem] = Object.values(problems);
  if (open !== undefined && (partsOf(open.form.fields).length > 1 || problem !== undefined)) {
    await (isOwn ? respond.deferUpdate() : respond.defer(true));
    return deliver(context, { isPrivate: true, inPlace: isOwn }, formMessages(open, parts.codes));
  }
  if (problem !== undefined) return say(context, problem);
  // When the form was forgotten, what was written in it was not: the core says what else it needs.
  const incoming =
    open === undefined ? commandOf(around, command, { ...source.options, ...values }) : sentForm(around, open);
  return answerWith(context, incoming, place);
}

/** What may be said about an answer that did not help. */
export function commentForm({ parts, around }: InteractionContext, questionId: string): OpenForm {
  const { language, messages } = wordsFor(around);
  const { commentTitle: title, commentLabel: label, commentHint: hint, send: submit } = messages.room;
  const field = { name: 'comment', kind: 'text', label, hint, required: true, maxLength: 2000 } as const;
  const options = { question: questionId, verdict: 'notHelpful' };
  return parts.forms.open({ command: 'feedback', options, title, submit, fields: [field] }, language);
}

function hasFile({ fields }: ModalSubmitInteraction): boolean {
  return fields.fields.some((field) => field.type === ComponentType.FileUpload && field.values.length > 0);
}

/**
 * What was written and chosen, and what is wrong with a file, by field; where no file was chosen, the one that was chosen
 * before stays.
 */
async function readValues(
  interaction: ModalSubmitInteraction,
  command: string,
  language: Language,
): Promise<Record<'values' | 'problems', Readonly<Record<string, string>>>> {
  const values: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const field of interaction.fields.fields.values()) {
    if (field.type === ComponentType.FileUpload) {
      const attached = field.attachments?.first();
      if (attached === undefined) continue;
      const file = await readFile(attached, language);
      if (file.ok) values[field.customId] = file.text;
      else problems[field.customId] = file.message;
    } else if ('values' in field) values[field.customId] = field.values.join(',');
    else {
      const text = 'value' in field ? String(field.value ?? '') : '';
      values[field.customId] = field.customId === ownOptions.channel ? destinationOf(interaction, command, text) : text;
    }
  }
  return { values, problems };
}
