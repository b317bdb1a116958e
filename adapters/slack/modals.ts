import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { bodyOf, paragraph } from '../../src/chat/blocks.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Command, Incoming } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { actionBlocks, button, type ButtonValue, type GivenFiles } from './buttons.ts';
import { deliver } from './deliver.ts';
import { bodyBlocks } from './dialect.ts';
import { toAppError } from './errors.ts';
import { formErrors, toGivenFiles, toSentForm } from './form-state.ts';
import { formView, noteView, wordsView } from './form-view.ts';
import { limits } from './limits.ts';
import { keptView, submittedView, type SubmittedView } from './kept-view.ts';
import { envelopeOf, type Origin } from './origin.ts';
import { toMessage } from './pack.ts';
import type { Room } from './room.ts';
import { within } from './within.ts';

/** A reply that is a form. */
type FormReply = Pick<Reply, 'language' | 'body' | 'notice'> & { readonly form: Form };

/** The command that led to a form, or that the form gives. */
interface FormCommand {
  readonly command: string;
  readonly options: Command['options'];
  /** Files that belong to it, by option. */
  readonly files?: GivenFiles;
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
    await room.client.views.open({ trigger_id: origin.triggerId, view: formView(reply.form, reply, asked.files) });
  } catch (error) {
    const problem = toAppError(error, 'Opening a form');
    room.log.warn({ room: 'slack', problem: problem.message }, 'a form could not be opened');
    await offerForm(room, origin, reply, asked);
  }
}

async function offerForm(room: Room, origin: Origin, { language }: FormReply, asked: FormCommand): Promise<void> {
  const body = bodyOf([paragraph(messagesIn(language).room.formWaits)]);
  const message = toMessage([...bodyBlocks(body), ...formButton(asked, language)]);
  if (origin.responseUrl !== undefined) return await room.replies.respond(origin.responseUrl, message);
  const channel = await room.replies.direct(origin.userId);
  const answered = { eventId: origin.eventId, asker: origin.userId, again: false };
  await room.replies.post({ channel }, [message], answered);
}

/** A button that asks for a form once more, with all that was given for it. */
export function formButton({ command, options, files }: FormCommand, language: Language): KnownBlock[] {
  const { openForm: label } = messagesIn(language).room;
  if (files === undefined) return actionBlocks([{ kind: 'command', label, command, options }]);
  const value = { kind: 'command', command, options: { ...options }, files } as const;
  return [{ type: 'actions', elements: [button(label, value, 'form')] }];
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
    // Slack may be what is slow: an acknowledgement without a word would close the form.
    const someone = await within(room.people(user.id), (limits.ackMs - limits.formMs) / 2);
    const locale = someone?.locale ?? 'en';
    await ack({ response_action: 'update', view: noteView(messagesIn(locale).room.moment, locale) });
  }
  const { incoming, reply, isDone, direct } = await handled;
  if (isDone) return await ack();
  if (inTime === undefined) await showLate(room, view, reply);
  else await ack(answerTo(await handled, view));
  if (incoming !== undefined && goesToDirect(reply)) {
    await deliver(room, origin, { incoming, reply, again: false, direct });
  }
}

interface Handled {
  readonly incoming?: Incoming;
  readonly reply: Reply;
  /** What is wrong with what was given, by field, where the core was not asked. */
  readonly errors?: Record<string, string>;
  /** Slack sent the form twice; the first time is what counts. */
  readonly isDone: boolean;
  readonly direct?: string | undefined;
}

async function handleForm(room: Room, origin: Origin, view: SubmittedView): Promise<Handled> {
  const { someone, about, direct } = await envelopeOf(room, origin);
  const language = someone.locale ?? 'en';
  const { noLongerThere } = messagesIn(language).room;
  const sent = toSentForm(view.private_metadata, view.state.values);
  let handled: Handled = {
    reply: { language, body: bodyOf([paragraph(noLongerThere)]) },
    isDone: sent !== undefined,
  };
  if (sent === undefined) return handled;
  const { command, files } = sent;
  await room.turns(origin.eventId, async () => {
    const read = await room.files.readAll(files, language);
    if (read.ok) {
      const incoming = { ...about, ...command, options: { ...command.options, ...read.options } };
      handled = { incoming, reply: await room.core.handle(incoming), isDone: false, direct };
    } else {
      const reply: Reply = { language, failed: true, body: bodyOf([paragraph(read.problem)]) };
      handled = { reply, errors: { [read.option]: read.problem }, isDone: false };
    }
  });
  return handled;
}

function answerTo({ reply, errors: known }: Handled, view: SubmittedView): SubmissionAnswer {
  const { form } = reply;
  const errors = known ?? (form === undefined ? undefined : formErrors(form));
  return errors === undefined
    ? { response_action: 'update', view: viewAfter(reply, view) }
    : { response_action: 'errors', errors };
}

async function showLate(room: Room, sent: SubmittedView, reply: Reply): Promise<void> {
  try {
    await room.client.views.update({ view_id: sent.id, view: viewAfter(reply, sent) });
  } catch (error) {
    room.log.warn(
      { room: 'slack', problem: toAppError(error, 'Changing a form').message },
      'a form could not show what became of it',
    );
  }
}

/** What became of a form; one that was not taken stays, with all that was typed. */
function viewAfter(reply: Reply, sent: SubmittedView): ModalView {
  const { language, form } = reply;
  if (form !== undefined) {
    const files = toSentForm(sent.private_metadata, sent.state.values)?.files;
    return formView(form, reply, files && toGivenFiles(files));
  }
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
