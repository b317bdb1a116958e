import { createHash } from 'node:crypto';
import type { Core } from '../../src/chat/adapter.ts';
import type { Incoming } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Posted } from '../../src/chat/outlet.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { AppError } from '../../src/errors.ts';
import type { Language } from '../../src/language.ts';
import { escapeLine } from './dialect.ts';
import { limits } from './limits.ts';
import { mark } from './marker.ts';
import { messageOf, textDisplay, type MessagePayload } from './payload.ts';
import { renderSingle } from './render.ts';
import { retrying, whenHarmless } from './retry.ts';
import { logFailure, sentence, type RoomParts } from './room.ts';

/**
 * Where a report stands that is kept up to date: the one that the person has, also from before a restart, or a new one.
 * Undefined when the person takes no direct messages.
 */
export async function sendReport(
  parts: RoomParts,
  core: Core,
  reply: Reply,
  incoming: Incoming,
): Promise<Posted | undefined> {
  const { reportsOn } = reply;
  if (reportsOn === undefined) return undefined;
  const { outlet, codes, channels, reports, log } = parts;
  const to = incoming.person.id.replace(':', ':@');
  try {
    const key = keyOf(await retrying(whenHarmless, () => channels.resolve(to)), reportsOn);
    const known = reports.get(key) ?? (await retrying(whenHarmless, () => outlet.find(to, key)));
    if (known !== undefined && (await isChanged(parts, known, reply))) return known;
    const payload = JSON.stringify(renderSingle(reply, codes));
    const posted = await retrying(whenHarmless, () => outlet.send(to, payload, key));
    await core.keepUpToDate(reportsOn, posted, incoming);
    reports.delete(key);
    reports.set(key, posted);
    const [oldest] = reports.keys();
    if (reports.size > limits.remembered && oldest !== undefined) reports.delete(oldest);
    return posted;
  } catch (error) {
    logFailure(log, error, 'a report could not be sent');
    return undefined;
  }
}

/**
 * Shows a report as it is now, where it stands. Discord forgets the ids of components with a change that does not repeat
 * them, and by them the report is known again.
 * @throws AppError as the outlet's `edit` does
 */
export async function changeReport({ outlet, codes }: RoomParts, report: Posted, reply: Reply): Promise<void> {
  const message = renderSingle(reply, codes);
  const [channelId = ''] = report.messageId.split('/');
  const marked = reply.reportsOn === undefined ? message : mark(message, keyOf(channelId, reply.reportsOn), false);
  await outlet.edit(report, JSON.stringify(marked));
}

/** Where the report is, or why there is none that is kept up to date. */
export function reportNote(language: Language, posted: Posted | undefined): MessagePayload {
  const { reportSent, reportNotSent } = messagesIn(language).room;
  if (posted === undefined) return sentence(reportNotSent);
  return messageOf([textDisplay(`${escapeLine(reportSent)}${posted.url === undefined ? '' : `\n<${posted.url}>`}`)]);
}

/** A person has one report on an announcement; the direct conversation stands for the person. */
function keyOf(channelId: string, reportsOn: string): string {
  const hash = createHash('sha256').update(`${channelId} ${reportsOn}`).digest('hex');
  return `w${hash}`.slice(0, limits.nonce);
}

/** False when the report is not there any more. */
async function isChanged(parts: RoomParts, report: Posted, reply: Reply): Promise<boolean> {
  try {
    await retrying(whenHarmless, () => changeReport(parts, report, reply));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.reason === 'gone') return false;
    throw error;
  }
}
