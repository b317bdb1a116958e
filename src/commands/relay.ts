import { textBody } from '../answers/answer-reply.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Rendered } from '../chat/outlet.ts';
import { hasRole } from '../chat/role.ts';
import type { Forward } from '../store/forward.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';
import { answerPost, answerSlot, forwardDelivery, outletOf } from './forwarding.ts';

/**
 * What somebody of the secretariat writes in the thread of a member's question goes to the member. Rooms give it for
 * whatever is written under a message of theirs in the secretariat's channel, also under announcements: so the role is
 * looked at only once it is known to be about a question.
 */
export const relay = {
  spec: {
    name: 'relay',
    hidden: true,
    description: {
      en: 'Answer a question that a member passed on.',
      es: 'Responda a una pregunta que transmitió un miembro.',
      fr: 'Répondre à une question transmise par un membre.',
    },
    options: [
      {
        name: 'messageId',
        description: {
          en: 'The message with the question',
          es: 'El mensaje con la pregunta',
          fr: 'Le message qui contient la question',
        },
        required: true,
      },
      {
        name: 'text',
        description: { en: 'The answer', es: 'La respuesta', fr: 'La réponse' },
        required: true,
      },
      {
        name: 'reply',
        description: {
          en: 'The message with the answer',
          es: 'El mensaje con la respuesta',
          fr: 'Le message qui contient la réponse',
        },
        required: false,
      },
    ],
  },
  run: async (context: CommandContext, options: Command['options']): Promise<CommandResult> => {
    const { language, store, settings, outlets, contact } = context;
    const messages = messagesIn(language).questions;
    const desk = settings.secretariatChannel;
    const asked = desk === undefined ? undefined : await store.forwards.ofMessage(desk, options['messageId'] ?? '');
    if (asked === undefined) return fail(context, messages.relayUnknown, { aside: true });
    if (!hasRole(context.role, 'secretariat')) {
      await audit(store, context, 'relay.refused', asked);
      return fail(context, messagesIn(language).refused(contact));
    }
    const text = options['text']?.trim() ?? '';
    if (text === '') return fail(context, messages.relayEmpty);
    const rendered = outletOf(outlets, asked.replyTo)?.render(answerPost(asked, text));
    if (rendered === undefined) return fail(context, messages.relayUnreachable);
    const [problem] = rendered.problems;
    if (problem !== undefined) return fail(context, messages.relayTooLong(problem.length, problem.limit));
    const slot = answerSlot(text, options['reply']);
    if (!(await send(context, asked, slot, rendered))) return say(context, messages.relayedBefore);
    return { ...say(context, messages.relayed), wake: true };
  },
} satisfies CommandDefinition;

/** False when this answer is on its way already. */
async function send(context: CommandContext, asked: Forward, slot: string, rendered: Rendered): Promise<boolean> {
  const now = context.clock();
  const delivery = forwardDelivery(asked.id, slot, asked.replyTo, rendered, { language: asked.language, now });
  return await context.store.transaction(async (records) => {
    if ((await records.deliveries.add([delivery])) === 0) return false;
    await audit(records, context, 'question.relay', asked);
    return true;
  });
}

async function audit(
  { audit: rows }: Pick<CommandContext['store'], 'audit'>,
  { clock, person }: CommandContext,
  action: string,
  { id }: Forward,
): Promise<void> {
  await rows.append({ at: clock(), personId: person.id, action, subject: id, details: {} });
}

function fail(context: CommandContext, text: string, mark: { readonly aside?: true } = {}): CommandResult {
  const { reply } = say(context, text);
  return { reply: { ...reply, failed: true, ...mark } };
}

function say({ language }: CommandContext, text: string): CommandResult {
  return { reply: { language, private: true, body: textBody(text) } };
}
