import type { App } from '@slack/bolt';
import type { z } from 'zod';
import { toAppError } from './errors.ts';
import { homeEvent, onHome } from './home.ts';
import { messageEvent } from './incoming.ts';
import { onButton, onShortcut, onSlash } from './interactions.ts';
import { acknowledgeLater } from './late-ack.ts';
import { limits } from './limits.ts';
import { onSubmission, submissionBody, type SubmissionAnswer } from './modals.ts';
import { actionsBody, shortcutBody, slashBody } from './origin.ts';
import { onMessage } from './questions.ts';
import type { Room } from './room.ts';

/** The message shortcut that asks about a message. */
export const askAboutCallback = 'ask_about';

type Ack = () => Promise<unknown>;

/** Has everything that Slack tells of handled by the room. */
export function listen(app: App, room: Room): void {
  const tell = (what: string, error: unknown) => {
    const { code, message } = toAppError(error, what);
    room.log.error({ room: 'slack', code, problem: message }, `${what} failed`);
  };

  const events = async (body: unknown) => {
    const message = messageEvent.safeParse(body);
    if (!message.success) return;
    try {
      await onMessage(room, message.data);
    } catch (error) {
      tell('Answering a message', error);
      throw error;
    }
  };
  app.event('message', async ({ event }) => events(event));
  app.event('app_mention', async ({ event }) => events(event));
  app.event('app_home_opened', async ({ event }) => {
    const home = homeEvent.safeParse(event);
    if (home.success) await onHome(room, home.data);
  });

  async function interaction<Body>(
    what: string,
    { body, ack }: { readonly body: unknown; readonly ack: Ack },
    form: z.ZodType<Body>,
    work: (room: Room, body: Body) => Promise<void>,
  ): Promise<void> {
    const parsed = form.safeParse(body);
    if (!parsed.success) {
      room.log.error(
        { room: 'slack', fields: parsed.error.issues.map(({ path }) => path.join('.')) },
        `${what} failed`,
      );
      await ack();
      return;
    }
    // Slack tells of an interaction once: it is acknowledged whatever becomes of it.
    const done = work(room, parsed.data).catch((error: unknown) => tell(what, error));
    await acknowledgeLater(ack, done, limits.ackMs);
  }

  app.command(/.*/, async ({ body, ack }) =>
    interaction('Answering a command', { body, ack: async () => ack() }, slashBody, onSlash),
  );
  app.action(/.*/, async ({ body, ack }) =>
    interaction('Answering a button', { body, ack: async () => ack() }, actionsBody, onButton),
  );
  app.shortcut(askAboutCallback, async ({ body, ack }) =>
    interaction('Answering a shortcut', { body, ack: async () => ack() }, shortcutBody, onShortcut),
  );
  app.view(/.*/, async ({ body, ack }) => {
    let isAnswered = false;
    const answer = async (said?: SubmissionAnswer) => {
      if (isAnswered) return;
      isAnswered = true;
      await (said === undefined ? ack() : ack(said));
    };
    const work = (open: Room, submitted: z.infer<typeof submissionBody>) => onSubmission(open, submitted, answer);
    await interaction('Taking a form', { body, ack: answer }, submissionBody, work);
  });
}
