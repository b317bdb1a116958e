import type { Core } from '../../src/chat/adapter.ts';
import type { Command, Incoming } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { escapeLine } from './dialect.ts';
import { optionsOf, type OpenForm } from './forms.ts';
import type { Surroundings } from './incoming.ts';
import { toModal } from './modal.ts';
import { textDisplay, type MessagePayload } from './payload.ts';
import type { ButtonSpec } from './render.ts';
import { reportNote, sendReport } from './reports.ts';
import type { Responder } from './responder.ts';
import { logFailure, messagesOf, sentence, type RoomParts } from './room.ts';
import { settlesWithin } from './settles-within.ts';

/** One thing that somebody did with a command, a button or a form, and the ways to answer it. */
export interface InteractionContext {
  readonly parts: RoomParts;
  readonly core: Core;
  readonly respond: Responder;
  readonly around: Surroundings;
  /** For how many milliseconds from now a form can still be shown as the answer. */
  readonly formMs: () => number;
}

/** How the answer stands: whether others see it, and whether it takes the place of the message with the button. */
export interface Place {
  readonly isPrivate: boolean;
  readonly inPlace: boolean;
  /** Discord shows no form as the answer to a form, nor after a deferral. */
  readonly withoutModal?: true;
}

export const forEverybody: Place = { isPrivate: false, inPlace: false };
export const forOne: Place = { isPrivate: true, inPlace: false };

/**
 * Gives something to the core and answers with what it says: a form at once when it comes within two seconds of what
 * the person did, because Discord shows forms only as a first answer.
 */
export async function answerWith(context: InteractionContext, incoming: Incoming, place: Place): Promise<void> {
  const { core, respond, parts, formMs } = context;
  const handled = core.handle(incoming);
  if (place.withoutModal === undefined && (await settlesWithin(handled, formMs()))) {
    const { form, language } = await handled;
    const isFresh = form !== undefined && form.fields.every(({ problem }) => problem === undefined);
    if (isFresh) return respond.showModal(toModal(parts.forms.open(form, language), 0));
  }
  await (place.inPlace ? respond.deferUpdate() : respond.defer(place.isPrivate));
  const reply = await handled;
  if (reply.reportsOn === undefined) {
    return deliver(context, place, messagesOf(parts, reply, commentButton(incoming, reply)));
  }
  const posted = await sendReport(parts, core, reply, incoming);
  const note = reportNote(reply.language, posted);
  return deliver(context, place, posted === undefined ? [...messagesOf(parts, reply), note] : [note]);
}

/** Shows messages after a deferral. */
export async function deliver(
  { respond, around }: InteractionContext,
  { isPrivate }: Place,
  messages: readonly MessagePayload[],
): Promise<void> {
  const lost = textDisplay(`-# ${escapeLine(wordsFor(around).messages.room.partLost)}`);
  await respond.deliver(messages, isPrivate, lost);
}

/** One sentence, for the person alone. */
export async function say(context: InteractionContext, text: string): Promise<void> {
  await context.respond.defer(true);
  await deliver(context, forOne, [sentence(text)]);
}

/** After a failure: whatever was begun ends with a sentence, where Discord still takes one. */
export async function apologise(context: InteractionContext): Promise<void> {
  const { stillWorking } = wordsFor(context.around).messages.room;
  try {
    // It may have been deferred already, which counts as done.
    await say(context, stillWorking);
  } catch (error) {
    logFailure(context.parts.log, error, 'not even an apology was shown');
  }
}

/**
 * Where the answer to a button or a form of a message stands. What the secretariat goes through step by step stays one
 * message, which only they see; answers to members and reports stay where they are.
 */
export function placeUnder({ core }: InteractionContext, incoming: Incoming, isOwn: boolean): Place {
  const spec = incoming.kind === 'command' ? core.commands.find(({ name }) => name === incoming.name) : undefined;
  return { isPrivate: true, inPlace: isOwn && spec?.role !== undefined };
}

export function commandOf(around: Surroundings, name: string, options: Readonly<Record<string, string>>): Command {
  return { ...around, kind: 'command', name, options };
}

/** What sending a form says. */
export function sentForm(around: Surroundings, open: OpenForm): Command {
  return commandOf(around, open.form.command, optionsOf(open));
}

export function wordsFor({ locale = 'en' }: Surroundings) {
  return { language: locale, messages: messagesIn(locale) };
}

/** After "not helpful": a way to say why. */
function commentButton(incoming: Incoming, { language }: Reply): ButtonSpec[] {
  if (incoming.kind !== 'command' || incoming.name !== 'feedback') return [];
  const { question, verdict, comment } = incoming.options;
  if (question === undefined || verdict !== 'notHelpful' || comment !== undefined) return [];
  return [{ label: messagesIn(language).room.addComment, choice: { kind: 'comment', questionId: question } }];
}
