import { contactBody, forwarding, textBody } from '../answers/answer-reply.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Reply } from '../chat/reply.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';

/** More is a letter to the secretariat rather than a comment. */
export const commentLimit = 2_000;

export const feedback = {
  spec: {
    name: 'feedback',
    hidden: true,
    description: {
      en: 'Say whether an answer helped.',
      es: 'Diga si una respuesta le ha servido.',
      fr: 'Dire si une réponse a aidé.',
    },
    options: [
      {
        name: 'question',
        description: { en: 'The id of the question', es: 'El id de la pregunta', fr: 'L’id de la question' },
        required: true,
      },
      {
        name: 'verdict',
        description: { en: 'Whether it helped', es: 'Si le ha servido', fr: 'Si elle a aidé' },
        required: true,
        choices: ['helpful', 'notHelpful'],
      },
      {
        name: 'comment',
        description: { en: 'What was missing', es: 'Qué faltaba', fr: 'Ce qui manquait' },
        required: false,
      },
    ],
  },
  run: async (context: CommandContext, options: Command['options']): Promise<CommandResult> => {
    const { language, contact, store, person, clock, canForward = false } = context;
    const messages = messagesIn(language).questions;
    const comment = options['comment']?.trim() ?? '';
    if (comment.length > commentLimit) {
      return say(context, { body: textBody(messages.commentTooLong(comment.length, commentLimit)), failed: true });
    }
    const question = await store.questions.get(options['question'] ?? '');
    if (question === undefined) return say(context, { body: textBody(messages.unknownQuestion), failed: true });
    const verdict = options['verdict'] === 'helpful' ? 'helpful' : 'notHelpful';
    await store.questions.recordFeedback({
      questionId: question.id,
      personId: person.id,
      verdict,
      at: clock(),
      ...(comment === '' ? {} : { comment }),
    });
    if (verdict === 'helpful') return say(context, { body: textBody(messages.thanks) });
    const actions = forwarding(canForward ? question.text : undefined, language);
    const body = contactBody(messages.thanksForTrouble(contact), contact);
    return say(context, { body, ...(actions.length === 0 ? {} : { actions }) });
  },
} satisfies CommandDefinition;

function say({ language }: CommandContext, reply: Pick<Reply, 'body' | 'actions' | 'failed'>): CommandResult {
  return { reply: { language, private: true, ...reply } };
}
