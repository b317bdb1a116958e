import { z } from 'zod';
import { AppError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { Request } from './api.ts';
import { componentType, eventFile } from './payload.ts';
import { platform } from './platform.ts';

const component = z.looseObject({
  type: z.number(),
  components: z.array(z.looseObject({ type: z.number() })).optional(),
});
const shape = z.array(component);

interface WithComponents {
  readonly components: readonly unknown[];
}

/**
 * Sends a message with the calendar file that belongs to it. Where the bot may not attach files, the message goes without:
 * it is what counts, and says when and where. Files that stand with the message and are not sent anew are taken away.
 */
export async function sendWithFile<Result>(
  message: WithComponents,
  calendar: string | undefined,
  { send, log }: { readonly send: (request: Pick<Request, 'body' | 'files'>) => Promise<Result>; readonly log: Log },
): Promise<Result> {
  if (calendar === undefined) return await send({ body: { ...message, attachments: [] } });
  const attachments = [{ id: '0', filename: eventFile }];
  const files = [{ name: eventFile, data: calendar, contentType: 'text/calendar; charset=utf-8' }];
  try {
    return await send({ body: { ...message, attachments }, files });
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'noPermission') throw error;
    const result = await send({ body: { ...withoutFiles(message), attachments: [] } });
    log.warn({ room: platform, permission: 'Attach Files' }, 'a calendar file was not attached: the bot may not');
    return result;
  }
}

function withoutFiles<Message extends WithComponents>(message: Message): Message {
  const components = shape
    .parse(message.components)
    .filter(isNoFile)
    .map((outer) =>
      outer.components === undefined ? outer : { ...outer, components: outer.components.filter(isNoFile) },
    );
  return { ...message, components };
}

function isNoFile({ type }: { readonly type: number }): boolean {
  return type !== componentType.file;
}
