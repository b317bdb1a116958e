import { contactBody, textBody } from '../answers/answer-reply.ts';
import { prepareQuestion, questionLimit } from '../answers/prepare-question.ts';
import type { Command } from '../chat/incoming.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Destination, Outlet } from '../chat/outlet.ts';
import { languages } from '../language.ts';
import type { Forward } from '../store/forward.ts';
import type { CommandContext, CommandDefinition, CommandResult } from './command.ts';
import { forwardDelivery, forwardId, outletOf, questionPost } from './forwarding.ts';

export const forward = {
  spec: {
    name: 'forward',
    hidden: true,
    description: {
      en: 'Send a question to the secretariat.',
      es: 'Envíe una pregunta a la secretaría.',
      fr: 'Envoyer une question au secrétariat.',
    },
    options: [
      {
        name: 'question',
        description: { en: 'What you want to know', es: 'Lo que quiere saber', fr: 'Ce que vous voulez savoir' },
        required: true,
      },
    ],
  },
  run: async (context: CommandContext, options: Command['options']): Promise<CommandResult> => {
    const { language, contact, replyTo, settings, outlets } = context;
    const messages = messagesIn(language).questions;
    const prepared = prepareQuestion(options['question'] ?? '');
    if (prepared.kind === 'tooLong') return fail(context, messagesIn(language).tooLong(questionLimit));
    if (prepared.kind !== 'question') return fail(context, messagesIn(language).emptyQuestion);
    const desk = settings.secretariatChannel;
    if (desk === undefined || replyTo === undefined || outletOf(outlets, replyTo) === undefined) {
      return fail(context, messages.forwardUnavailable(contact));
    }
    const outlet = outletOf(outlets, desk);
    if (outlet === undefined || !(await mayPost(outlet, desk))) return fail(context, messages.forwardFailed(contact));
    const added = await store(context, prepared.text, { desk, replyTo, outlet });
    if (!added) return say(context, messages.forwardedBefore);
    return { ...say(context, messages.forwarded), wake: true };
  },
} satisfies CommandDefinition;

/** A platform that cannot be asked now may well take the question later: the dispatcher tries more than once. */
async function mayPost(outlet: Outlet, desk: Destination): Promise<boolean> {
  try {
    return (await outlet.check(desk, false, languages[0])).ok;
  } catch {
    return true;
  }
}

interface Way {
  readonly desk: Destination;
  readonly replyTo: Destination;
  readonly outlet: Outlet;
}

/** False when the secretariat has the question already. */
async function store(context: CommandContext, question: string, { desk, replyTo, outlet }: Way): Promise<boolean> {
  const { person, clock, language } = context;
  const now = clock();
  const asked = { at: now, personId: person.id, question, replyTo };
  const forwarded: Forward = { ...asked, id: forwardId(asked), language };
  const speaks = (await context.store.channels.get(desk))?.language ?? languages[0];
  const rendered = outlet.render(questionPost(question, person.name, speaks));
  const delivery = forwardDelivery(forwarded.id, '', desk, rendered, { language: speaks, now });
  return await context.store.transaction(async (records) => {
    if (!(await records.forwards.add(forwarded))) return false;
    await records.deliveries.add([delivery]);
    const row = { at: now, personId: person.id, action: 'question.forward', subject: forwarded.id, details: {} };
    await records.audit.append(row);
    return true;
  });
}

function fail(context: CommandContext, text: string): CommandResult {
  return { reply: { ...say(context, text).reply, failed: true } };
}

function say({ language, contact }: CommandContext, text: string): CommandResult {
  const body = text.includes(contact) ? contactBody(text, contact) : textBody(text);
  return { reply: { language, private: true, body } };
}
