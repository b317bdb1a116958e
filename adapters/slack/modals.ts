import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { bodyOf, paragraph } from '../../src/chat/blocks.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Command, Incoming } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { actionBlocks, type ButtonValue } from './buttons.ts';
import { deliver } from './deliver.ts';
import { toAppError } from './errors.ts';
import { formErrors, formView, noteView, toFormCommand, wordsView } from './form-view.ts';
import { limits } from './limits.ts';
import { keptView, submittedView, type SubmittedView } from './kept-view.ts';
import { envelopeOf, type Origin } from './origin.ts';
import { renderReply } from './render.ts';
import type { Room } from './room.ts';
import { within } from './within.ts';

/** A reply that is a form. */
type FormReply = Pick<Reply, 'language' | 'body' | 'notice'> & { readonly form: Form };

/** The command that led to a form, or that the form gives. */
interface FormCommand {
  readonly command: string;
  readonly options: Command['options'];
}

export const submissionBody = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  view: submittedView,
});

/** What Slack is told in answer to a form that was sent: nothing closes it. */
export type SubmissionAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/** Opens a form; where Slack has waited too long for it, the person gets a button that asks for it once more. */
export async function openForm(
  room: Room,
  origin: Origin,
  reply: FormReply,
  asked: FormCommand = reply.form,
): Promise<void> {
  try {
    await room.client.views.open({ trigger_id: origin.triggerId, view: formView(reply.form, reply) });
  } catch (error) {
    const problem = toAppError(error, 'Opening a form');
    room.log.warn({ room: 'slack', problem: problem.message }, 'a form could not be opened');
    await offerForm(room, origin, reply, asked);
  }
}

async function offerForm(
  room: Room,
  origin: Origin,
  { language }: FormReply,
  { command, options }: FormCommand,
): Promise<void> {
  const { formWaits, openForm: label } = messagesIn(language).room;
  const action = { kind: 'command', label, command, options } as const;
  const [message] = renderReply({ language, body: bodyOf([paragraph(formWaits)]), actions: [action] });
  if (message === undefined) return;
  if (origin.responseUrl !== undefined) return await room.replies.respond(origin.responseUrl, message);
  const channel = await room.replies.direct(origin.userId);
  const answered = { eventId: origin.eventId, asker: origin.userId, again: false };
  await room.replies.post({ channel }, [message], answered);
}

/**
 * Gives a form that was sent to the core. Problems come back at their fields, with nothing of what was typed lost; what
 * takes longer than Slack waits goes on while the modal asks for a moment.
 */
export async function onSubmission(
  room: Room,
  body: z.infer<typeof submissionBody>,
  ack: (answer?: SubmissionAnswer) => Promise<void>,
): Promise<void> {
  const { user, view, trigger_id: triggerId } = body;
  const origin: Origin = { eventId: `slack:trigger:${triggerId}`, userId: user.id, triggerId };
  const handled = handleForm(room, origin, view);
  const inTime = await within(handled, limits.formMs);
  if (inTime === undefined) {
    const { locale = 'en' } = await room.people(user.id);
    await ack({ response_action: 'update', view: noteView(messagesIn(locale).room.moment, locale) });
  }
  const { incoming, reply, isDone, direct } = await handled;
  if (isDone) return await ack();
  if (inTime === undefined) await showLate(room, view, reply);
  else await ack(answerTo(reply, view));
  if (incoming !== undefined && goesToDirect(reply)) {
    await deliver(room, origin, { incoming, reply, again: false, direct });
  }
}

interface Handled {
  readonly incoming?: Incoming;
  readonly reply: Reply;
  /** Slack sent the form twice; the first time is what counts. */
  readonly isDone: boolean;
  readonly direct?: string | undefined;
}

async function handleForm(room: Room, origin: Origin, view: SubmittedView): Promise<Handled> {
  const { someone, about, direct } = await envelopeOf(room, origin);
  const language = someone.locale ?? 'en';
  const { noLongerThere } = messagesIn(language).room;
  const command = toFormCommand(view.private_metadata, view.state.values);
  let handled: Handled = {
    reply: { language, body: bodyOf([paragraph(noLongerThere)]) },
    isDone: command !== undefined,
  };
  if (command === undefined) return handled;
  await room.turns(origin.eventId, async () => {
    const incoming = { ...about, ...command };
    handled = { incoming, reply: await room.core.handle(incoming), isDone: false, direct };
  });
  return handled;
}

function answerTo(reply: Reply, view: SubmittedView): SubmissionAnswer {
  const { form } = reply;
  if (form === undefined) return { response_action: 'update', view: resultView(reply, view) };
  const errors = formErrors(form);
  return errors === undefined
    ? { response_action: 'update', view: formView(form, reply) }
    : { response_action: 'errors', errors };
}

async function showLate(room: Room, sent: SubmittedView, reply: Reply): Promise<void> {
  const view = reply.form === undefined ? resultView(reply, sent) : formView(reply.form, reply);
  try {
    await room.client.views.update({ view_id: sent.id, view });
  } catch (error) {
    room.log.warn(
      { room: 'slack', problem: toAppError(error, 'Changing a form').message },
      'a form could not show what became of it',
    );
  }
}

/** What became of a form; one that was not taken stays, with all that was typed. */
function resultView(reply: Reply, sent: SubmittedView): ModalView {
  const { language } = reply;
  if (goesToDirect(reply)) return noteView(messagesIn(language).room.formReceived, language);
  return reply.failed === true ? keptView(sent, reply) : wordsView(reply);
}

/** What has to stay, or has buttons, stands in the direct conversation; a sentence can stand where the form was. */
function goesToDirect({ form, reportsOn, previews, actions = [] }: Reply): boolean {
  return form === undefined && (reportsOn !== undefined || previews !== undefined || actionBlocks(actions).length > 0);
}

/** Asks what was missing in an answer, or wrong. */
export function commentForm(
  { questionId, verdict }: Pick<Extract<ButtonValue, { kind: 'comment' }>, 'questionId' | 'verdict'>,
  language: Language,
): FormReply {
  const { room } = messagesIn(language);
  return {
    language,
    body: bodyOf([]),
    form: {
      command: 'feedback',
      options: { question: questionId, verdict },
      title: room.commentTitle,
      submit: room.send,
      fields: [{ name: 'comment', label: room.commentLabel, hint: room.commentHint, kind: 'text', required: true }],
    },
  };
}
