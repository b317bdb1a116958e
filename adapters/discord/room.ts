import type { Outlet, Posted } from '../../src/chat/outlet.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { AppError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { ActionCodes } from './actions.ts';
import type { Api } from './api.ts';
import type { Channels } from './channels.ts';
import { escapeLine } from './dialect.ts';
import { formMessages } from './modal.ts';
import type { Forms } from './forms.ts';
import { messageOf, textDisplay, type MessagePayload } from './payload.ts';
import { renderReply, type ButtonSpec } from './render.ts';
import { retrying, whenHarmless } from './retry.ts';

/** What everything in this room needs. */
export interface RoomParts {
  readonly api: Api;
  readonly channels: Channels;
  readonly outlet: Outlet;
  readonly codes: ActionCodes;
  readonly forms: Forms;
  /** The reports that people have, by the keys under which they were sent. */
  readonly reports: Map<string, Posted>;
  readonly log: Log;
}

/** A sentence as a message of its own. */
export function sentence(text: string): MessagePayload {
  return messageOf([textDisplay(escapeLine(text))]);
}

/** A reply as messages, with the form that it may hold. */
export function messagesOf(
  { codes, forms }: RoomParts,
  reply: Reply,
  more: readonly ButtonSpec[] = [],
): MessagePayload[] {
  const { form, ...rest } = reply;
  const messages = renderReply(rest, codes, more);
  return form === undefined ? messages : [...messages, ...formMessages(forms.open(form, reply.language), codes)];
}

/**
 * Posts messages in a channel, each once whatever happens: a try that may have arrived is repeated under the same key,
 * by which Discord knows it again for a few minutes; what was begun by somebody who did not finish is looked for first.
 */
export async function postAll(
  { outlet }: RoomParts,
  target: string,
  messages: readonly MessagePayload[],
  key: string,
  again: boolean,
): Promise<void> {
  for (const [index, message] of messages.entries()) {
    const own = `${key}.${index.toString(36)}`;
    const standing = again ? await retrying(whenHarmless, () => outlet.find(target, own)) : undefined;
    if (standing === undefined) await retrying(whenHarmless, () => outlet.send(target, JSON.stringify(message), own));
  }
}

export function logFailure(log: Log, error: unknown, what: string): void {
  if (error instanceof AppError)
    log.warn({ room: 'discord', code: error.code, reason: error.reason, problem: error.message }, what);
  else
    log.error({ room: 'discord', error: error instanceof Error ? error.name : typeof error, at: placeOf(error) }, what);
}

/** Where an unexpected failure happened; its message might quote what somebody wrote. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return (
    (error.stack ?? '')
      .split('\n')
      .find((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
      ?.trim() ?? ''
  );
}
