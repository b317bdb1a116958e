import type { ModalSubmitInteraction } from 'discord.js';
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

/** A part of a form that was filled in: the whole form as it stands now, or, when it has one part, what comes of it. */
export async function answerModal(context: InteractionContext, interaction: ModalSubmitInteraction): Promise<void> {
  const { parts, respond, around } = context;
  const source = readModalId(interaction.customId);
  const values = valuesOf(interaction);
  const open = source === undefined ? undefined : parts.forms.fill(source.key, values);
  const isOwn = interaction.isFromMessage() && interaction.message.flags.has('Ephemeral');
  if (open !== undefined && partsOf(open.form.fields).length > 1) {
    await (isOwn ? respond.deferUpdate() : respond.defer(true));
    return deliver(context, { isPrivate: true, inPlace: isOwn }, formMessages(open, parts.codes));
  }
  if (open === undefined && source?.command === undefined) {
    return say(context, wordsFor(around).messages.room.formExpired);
  }
  // When the form was forgotten, what was written in it was not: the core says what else it needs.
  const incoming =
    open === undefined
      ? commandOf(around, source?.command ?? '', { ...source?.options, ...values })
      : sentForm(around, open);
  return answerWith(context, incoming, { ...placeUnder(context, incoming, isOwn), withoutModal: true });
}

/** What may be said about an answer that did not help. */
export function commentForm({ parts, around }: InteractionContext, questionId: string): OpenForm {
  const { language, messages } = wordsFor(around);
  const { commentTitle: title, commentLabel: label, commentHint: hint, send: submit } = messages.room;
  const field = { name: 'comment', kind: 'text', label, hint, required: true, maxLength: 2000 } as const;
  const options = { question: questionId, verdict: 'notHelpful' };
  return parts.forms.open({ command: 'feedback', options, title, submit, fields: [field] }, language);
}

function valuesOf({ fields }: ModalSubmitInteraction): Record<string, string> {
  const entries = fields.fields.map((field): [string, string] => {
    if ('values' in field) return [field.customId, field.values.join(',')];
    return [field.customId, 'value' in field ? String(field.value ?? '') : ''];
  });
  return Object.fromEntries(entries);
}
