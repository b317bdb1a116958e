import { createHash } from 'node:crypto';
import type { BlockContent, Blockquote, Paragraph, PhrasingContent } from 'mdast';
import { deliveryId } from '../announcements/delivery-id.ts';
import type { NewDelivery } from '../announcements/delivery.ts';
import { bodyOf, paragraph } from '../chat/blocks.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Destination, Outlet, Rendered } from '../chat/outlet.ts';
import type { Post } from '../chat/post.ts';
import type { Language } from '../language.ts';
import { forwardPrefix, type Forward } from '../store/forward.ts';

/** The same question of the same person on one day (UTC) is one question, however often the button is pressed. */
export function forwardId({ personId, question, replyTo, at }: Omit<Forward, 'id' | 'language'>): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return `${forwardPrefix}${shortHash([personId, question, replyTo, day])}`;
}

/** Tells the answers to one question apart: by the message that was relayed where that has an id. */
export function answerSlot(text: string, messageId: string | undefined): string {
  return shortHash([messageId ?? text]);
}

function shortHash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}

/** A member's question, as the secretariat reads it. */
export function questionPost(question: string, name: string | undefined, language: Language): Post {
  const messages = messagesIn(language).questions;
  return {
    language,
    title: messages.forwardTitle(name ?? messages.somebody),
    body: bodyOf([quote(question), paragraph(messages.forwardHint)]),
  };
}

/** The secretariat's answer, as the member reads it: the words as they were written, under the question. */
export function answerPost({ question, language }: Forward, text: string): Post {
  const paragraphs = text.split(/\n\s*\n/).map((part) => part.trim());
  return {
    language,
    title: messagesIn(language).questions.relayTitle,
    body: bodyOf([quote(question), ...paragraphs.filter((part) => part !== '').map(toParagraph)]),
  };
}

function quote(text: string): Blockquote {
  const children: BlockContent[] = [paragraph(text)];
  return { type: 'blockquote', children };
}

function toParagraph(text: string): Paragraph {
  const [first = '', ...others] = text.split('\n');
  return paragraph(first, ...others.flatMap((line): (string | PhrasingContent)[] => [{ type: 'break' }, line]));
}

/** One post of a question or an answer, due now. */
export function forwardDelivery(
  subject: string,
  slot: string,
  to: Destination,
  { payload, plainPayload }: Rendered,
  { language, now }: { readonly language: Language; readonly now: number },
): NewDelivery {
  const key = { subject, revision: 1, channel: to, kind: 'post', slot } as const;
  return {
    ...key,
    id: deliveryId(key),
    language,
    payload,
    plainPayload,
    status: 'pending',
    scheduledAt: now,
    dueAt: now,
  };
}

/** The way out to the platform of a destination, where it is connected. */
export function outletOf(outlets: ReadonlyMap<string, Outlet>, to: Destination): Outlet | undefined {
  return outlets.get(to.slice(0, Math.max(0, to.indexOf(':'))));
}
