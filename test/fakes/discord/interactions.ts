import { z } from 'zod';
import { modalBody, modalProblem, type Component } from './rules.ts';
import {
  bot,
  ephemeral,
  invalidForm,
  isRefusal,
  refusals,
  type FakeMessage,
  type Refusal,
  type State,
} from './state.ts';

const callback = z.looseObject({ type: z.number(), data: z.unknown().optional() });
const choices = z.looseObject({ choices: z.array(z.looseObject({ name: z.string(), value: z.string() })) });
const withFlags = z.looseObject({ flags: z.number().nullish() });

/** The first answer has to come within 3 seconds. */
const callbackMs = 3000;

export interface Modal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Component[];
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly channelId: string;
  readonly sourceId?: string;
  /** It is a form that was sent, which cannot be answered with another one. */
  readonly isForm: boolean;
  readonly startedAt: number;
  acknowledged: boolean;
  deferred: boolean;
  isPrivate: boolean;
  /** The message that answers it, once there is one. */
  messageId?: string;
  modal?: Modal;
  choices?: readonly { readonly name: string; readonly value: string }[];
}

export const nothing = Symbol('nothing to say');

/** What people did that the bot has to answer, and the answers. */
export function createInteractions(state: State) {
  const all: Interaction[] = [];

  function open(userId: string, channelId: string, isForm: boolean, sourceId?: string): Interaction {
    const id = state.newId();
    const interaction: Interaction = {
      id,
      token: `token-${id}`,
      userId,
      channelId,
      ...(sourceId === undefined ? {} : { sourceId }),
      isForm,
      startedAt: Date.now(),
      acknowledged: false,
      deferred: false,
      isPrivate: false,
    };
    all.push(interaction);
    return interaction;
  }

  function post(interaction: Interaction, body: unknown, isPrivate: boolean): FakeMessage | Refusal {
    return state.write(interaction.channelId, bot, body, { seenBy: isPrivate ? interaction.userId : undefined });
  }

  function answer(id: string, token: string, body: unknown): Refusal | undefined {
    const interaction = all.find((one) => one.id === id && one.token === token);
    if (interaction === undefined || Date.now() - interaction.startedAt > callbackMs)
      return refusals.unknownInteraction;
    if (interaction.acknowledged) return refusals.acknowledged;
    const { type, data } = callback.parse(body);
    const refusal = take(interaction, type, data);
    if (refusal === undefined) interaction.acknowledged = true;
    return refusal;
  }

  function take(interaction: Interaction, type: number, data: unknown): Refusal | undefined {
    const isPrivate = ((withFlags.safeParse(data).data?.flags ?? 0) & ephemeral) !== 0;
    switch (type) {
      case 4: {
        const message = post(interaction, data, isPrivate);
        if (isRefusal(message)) return message;
        interaction.messageId = message.id;
        interaction.isPrivate = isPrivate;
        return undefined;
      }
      case 5:
        interaction.deferred = true;
        interaction.isPrivate = isPrivate;
        return undefined;
      case 6:
      case 7: {
        if (interaction.sourceId === undefined) return invalidForm('there is no message to change');
        interaction.messageId = interaction.sourceId;
        interaction.deferred = type === 6;
        if (type === 6) return undefined;
        const changed = state.change(interaction.sourceId, data);
        return isRefusal(changed) ? changed : undefined;
      }
      case 8:
        interaction.choices = choices.parse(data).choices;
        return undefined;
      case 9: {
        if (interaction.isForm) return invalidForm('a form after a form');
        const modal = modalBody.parse(data);
        const problem = modalProblem(modal);
        if (problem !== undefined) return invalidForm(problem);
        interaction.modal = { customId: modal.custom_id, title: modal.title, components: modal.components };
        return undefined;
      }
      default:
        return invalidForm(`an answer of type ${type}`);
    }
  }

  /** Requests to the webhook of an interaction, by its token. */
  function webhook(
    method: string,
    token: string,
    target: string | undefined,
    body: unknown,
  ): FakeMessage | Refusal | typeof nothing {
    const interaction = all.find((one) => one.token === token);
    if (interaction === undefined || !interaction.acknowledged) return refusals.unknownInteraction;
    if (target === undefined) {
      const isPrivate = ((withFlags.safeParse(body).data?.flags ?? 0) & ephemeral) !== 0;
      return post(interaction, body, isPrivate);
    }
    const id = target === '@original' ? interaction.messageId : target;
    if (method === 'DELETE') {
      interaction.deferred = false;
      return id !== undefined && state.remove(id) ? nothing : refusals.unknownMessage;
    }
    if (id === undefined && method === 'PATCH' && interaction.deferred) {
      const message = post(interaction, body, interaction.isPrivate);
      if (!isRefusal(message)) {
        interaction.messageId = message.id;
        interaction.deferred = false;
      }
      return message;
    }
    if (id === undefined) return refusals.unknownMessage;
    if (method === 'PATCH') interaction.deferred = false;
    return method === 'PATCH'
      ? state.change(id, body)
      : (state.messages.find((message) => message.id === id) ?? refusals.unknownMessage);
  }

  return { all, open, answer, webhook };
}

export type Interactions = ReturnType<typeof createInteractions>;
