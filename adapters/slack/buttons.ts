import type { ActionsBlock, Button, ContextActionsBlock, KnownBlock, RichTextSection } from '@slack/types';
import { z } from 'zod';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply, ReplyAction } from '../../src/chat/reply.ts';
import { richText, textElements } from './dialect.ts';
import { limits } from './limits.ts';
import { label, shortened } from './text.ts';

const options = z.record(z.string(), z.string());
const verdict = z.enum(['helpful', 'notHelpful']);

/** Files that somebody gave before, by the option that they are for. */
export const givenFiles = z.record(z.string(), z.object({ id: z.string(), name: z.string() }));

export type GivenFiles = z.infer<typeof givenFiles>;

const buttonForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), question: z.string() }),
  z.object({ kind: z.literal('read'), sectionId: z.string() }),
  z.object({ kind: z.literal('command'), command: z.string(), options, files: givenFiles.optional() }),
  z.object({ kind: z.literal('more'), field: z.string(), mostParts: z.number() }),
  z.object({ kind: z.literal('feedback'), questionId: z.string(), verdict }),
  z.object({ kind: z.literal('comment'), questionId: z.string(), verdict }),
  z.object({ kind: z.literal('share'), key: z.string(), question: z.string() }),
]);

/** What a button of ours carries: all that is needed to do what its label says, also after a restart. */
export type ButtonValue = z.infer<typeof buttonForm>;

/** Undefined for what no button of ours carries. */
export function parseButton(value: string): ButtonValue | undefined {
  try {
    return buttonForm.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

export function button(text: string, value: ButtonValue, id: string, style?: 'primary' | 'danger'): Button {
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text: shortened(label(text), limits.buttonLabel), emoji: false },
    value: JSON.stringify(value),
    ...(style === undefined ? {} : { style }),
  };
}

/** The actions of a reply as buttons; labels that are too long for a button stand in full above them. */
export function actionBlocks(actions: readonly ReplyAction[]): KnownBlock[] {
  const long = actions.filter((action) => needsLine(action));
  const buttons = actions.flatMap((action, index) => {
    const value = toValue(action);
    if (JSON.stringify(value).length > limits.buttonValue) return [];
    const number = long.indexOf(action);
    const text = number === -1 ? action.label : `${number + 1}. ${action.label}`;
    return [button(text, value, `${action.kind}:${index}`, action.kind === 'command' ? action.style : undefined)];
  });
  const rows: ActionsBlock[] = [];
  for (let start = 0; start < buttons.length; start += limits.buttonsPerRow) {
    rows.push({ type: 'actions', elements: buttons.slice(start, start + limits.buttonsPerRow) });
  }
  return [...(long.length === 0 ? [] : [numbered(long)]), ...rows];
}

/** People can still type what no button can carry. */
function needsLine(action: ReplyAction): boolean {
  return label(action.label).length > limits.buttonLabel || JSON.stringify(toValue(action)).length > limits.buttonValue;
}

function numbered(actions: readonly ReplyAction[]): KnownBlock {
  const elements = actions.map((action): RichTextSection => ({
    type: 'rich_text_section',
    elements: textElements(label(action.label)),
  }));
  return richText([{ type: 'rich_text_list', style: 'ordered', elements }]);
}

function toValue(action: ReplyAction): ButtonValue {
  switch (action.kind) {
    case 'ask':
      return { kind: 'ask', question: action.question };
    case 'read':
      return { kind: 'read', sectionId: action.sectionId };
    case 'command':
      return { kind: 'command', command: action.command, options: { ...action.options } };
  }
}

/** Whether the answer helped. */
export function feedbackBlock({ questionId, language }: Reply): ContextActionsBlock[] {
  if (questionId === undefined) return [];
  const { helpful, notHelpful } = messagesIn(language).room;
  const choice = (text: string, meant: 'helpful' | 'notHelpful') => ({
    text: { type: 'plain_text', text, emoji: false } as const,
    accessibility_label: text,
    value: JSON.stringify({ kind: 'feedback', questionId, verdict: meant } satisfies ButtonValue),
  });
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'feedback',
          positive_button: choice(helpful, 'helpful'),
          negative_button: choice(notHelpful, 'notHelpful'),
        },
      ],
    },
  ];
}
