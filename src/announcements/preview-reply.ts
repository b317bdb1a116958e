import type { BlockContent } from 'mdast';
import { bodyOf, bullets, heading, paragraph } from '../chat/blocks.ts';
import { messagesIn } from '../chat/messages.ts';
import type { ChannelCheck } from '../chat/outlet.ts';
import type { Preview, Reply } from '../chat/reply.ts';
import type { DeliveryReason } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Announcement, Audience } from './announcement.ts';
import { blockersOf } from './blockers.ts';
import type { Plan } from './plan-deliveries.ts';
import { previewActions } from './preview-actions.ts';
import { blockerText, factLines, warningLines } from './preview-lines.ts';
import { titleOf } from './title-of.ts';

export interface PreviewInput {
  readonly announcement: Announcement;
  readonly audience: Audience | undefined;
  readonly plan: Plan;
  /** What people call the channels. */
  readonly names: ReadonlyMap<string, string>;
  /** What the platforms say of the channels now; a channel that could not be asked about is not in it. */
  readonly checks: ReadonlyMap<string, ChannelCheck>;
  /** Why channels refused an earlier announcement. */
  readonly refused: ReadonlyMap<string, DeliveryReason>;
  readonly language: Language;
  readonly now: number;
  /** What the reader's confirmation would do: let it go out, pass it on to a second person, or nothing. */
  readonly confirming: 'go' | 'submit' | 'wait';
  readonly notice?: string;
}

/**
 * What will be posted, where and when, with every doubt about it; confirming it is one of its actions as long as nothing
 * stands against it.
 */
export function previewReply(input: PreviewInput): Reply {
  const { announcement, language, notice, plan } = input;
  const { preview } = messagesIn(language).announcing;
  const blockers = blockersOf({ ...input, content: announcement.content });
  const warnings = warningLines(input);
  const blocks: BlockContent[] = [
    paragraph(introOf(input)),
    bullets(factLines(input).map((text) => [text])),
    ...section(
      preview.blocking,
      blockers.map((blocker) => blockerText(blocker, input)),
    ),
    ...section(preview.warnings, warnings),
  ];
  return {
    language,
    title: preview.title(titleOf(announcement.content, language)),
    ...(notice === undefined ? {} : { notice }),
    body: bodyOf(blocks),
    previews: plan.previews.map((each): Preview => ({ ...each, channels: named(each.channels, input) })),
    actions: previewActions(input, blockers),
    private: true,
  };
}

function introOf({ announcement, confirming, language }: PreviewInput): string {
  const { preview } = messagesIn(language).announcing;
  if (confirming === 'wait') return preview.introWaiting;
  if (announcement.status === 'awaiting') return preview.introApproval;
  return announcement.confirmedRevision > 0 ? preview.introChange : preview.intro;
}

function section(title: string, lines: readonly string[]): BlockContent[] {
  return lines.length === 0 ? [] : [heading(title), bullets(lines.map((text) => [text]))];
}

function named(channels: readonly string[], { names }: PreviewInput): string[] {
  return channels.map((channel) => names.get(channel) ?? channel);
}
