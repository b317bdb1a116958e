import { z } from 'zod';
import { AppError } from '../../src/errors.ts';
import type { Api } from './api.ts';
import { limits } from './limits.ts';
import { componentType, messageFlag, type MessagePayload, type TextDisplay } from './payload.ts';
import { retrying, whenHarmless, whenNothingHappened } from './retry.ts';
import type { ModalPayload } from './modal.ts';

const callbackType = { message: 4, deferred: 5, deferredUpdate: 6, choices: 8, modal: 9 } as const;
const anything = z.unknown();
const messageShape = z.looseObject({ id: z.string(), channel_id: z.string() });

/** The ways to answer what somebody did with a command, a button or a form. Every failure is an AppError. */
export interface Responder {
  /** Says at once that an answer will come; whether others see it is settled with this. Nothing is said twice. */
  defer(isPrivate: boolean): Promise<void>;
  /** Says at once that the message with the button will change. */
  deferUpdate(): Promise<void>;
  showModal(modal: ModalPayload): Promise<void>;
  choose(choices: readonly { readonly name: string; readonly value: string }[]): Promise<void>;
  /**
   * After a deferral: all messages in their order, each once. When one of them may not have arrived, `lost` stands
   * under the first.
   */
  deliver(messages: readonly MessagePayload[], isPrivate: boolean, lost: TextDisplay): Promise<void>;
}

export interface InteractionAddress {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

export function createResponder(api: Api, { id, token, applicationId }: InteractionAddress): Responder {
  let isBegun = false;

  async function begin(type: number, data?: object): Promise<void> {
    if (isBegun) return;
    await callback(type, data);
    isBegun = true;
  }

  async function callback(type: number, data?: object): Promise<void> {
    const body = { type, ...(data === undefined ? {} : { data }) };
    const request = () =>
      api.request('post', `/interactions/${id}/${token}/callback`, anything, 'Answering', {
        body,
        auth: false,
        withinMs: limits.callbackMs,
      });
    await retrying(whenHarmless, request).catch((error: unknown) => {
      // The try before has arrived after all.
      if (!(error instanceof AppError && error.code === 'refused' && error.reason === 'other')) throw error;
    });
  }

  async function edit(message: MessagePayload): Promise<void> {
    const route = `/webhooks/${applicationId}/${token}/messages/@original` as const;
    const request = () => api.request('patch', route, messageShape, 'Answering', { body: message, auth: false });
    await retrying(whenHarmless, request);
  }

  /** False when it is not known whether it stands: a second try might show it twice. */
  async function followUp(message: MessagePayload, isPrivate: boolean): Promise<boolean> {
    const body = isPrivate ? { ...message, flags: message.flags | messageFlag.ephemeral } : message;
    const request = () =>
      api.request('post', `/webhooks/${applicationId}/${token}`, messageShape, 'Answering', {
        body,
        query: { wait: 'true' },
        auth: false,
      });
    try {
      await retrying(whenNothingHappened, request);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'unknown') return false;
      throw error;
    }
  }

  return {
    defer: (isPrivate) => begin(callbackType.deferred, isPrivate ? { flags: messageFlag.ephemeral } : undefined),
    deferUpdate: () => begin(callbackType.deferredUpdate),
    showModal: (modal) => callback(callbackType.modal, modal),
    choose: (choices) => callback(callbackType.choices, { choices }),
    async deliver([first, ...rest], isPrivate, lost) {
      if (first === undefined) return;
      await edit(first);
      let isWhole = true;
      for (const message of rest) isWhole = (await followUp(message, isPrivate)) && isWhole;
      if (!isWhole)
        await edit({
          ...first,
          components: [
            ...first.components.filter(({ type }) => type !== componentType.row),
            lost,
            ...first.components.filter(({ type }) => type === componentType.row),
          ],
        });
    },
  };
}
