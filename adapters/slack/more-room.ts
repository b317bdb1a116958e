import type { InputBlock, ModalView } from '@slack/types';
import type { Language } from '../../src/language.ts';
import type { ButtonValue } from './buttons.ts';
import { toAppError } from './errors.ts';
import { input } from './form-view.ts';
import { moreId, partOf } from './form-state.ts';
import { filledView, submittedView, type SubmittedView } from './kept-view.ts';
import { languageOf } from './origin.ts';
import type { Room } from './room.ts';

type More = Extract<ButtonValue, { kind: 'more' }>;

/** Gives a text one more field in the open form; what was typed so far stays. */
export async function giveMoreRoom(room: Room, userId: string, opened: unknown, more: More): Promise<void> {
  const view = submittedView.safeParse(opened).data;
  if (view === undefined) return;
  const grown = withMoreRoom(view, more, await languageOf(room, { userId }));
  try {
    const { id: view_id, hash } = view;
    await room.client.views.update({ view_id, ...(hash === undefined ? {} : { hash }), view: grown });
  } catch (error) {
    // Pressed twice, it has the field already.
    const { code, message } = toAppError(error, 'Changing a form');
    room.log.warn({ room: 'slack', code, problem: message }, 'a form did not get another field');
  }
}

function withMoreRoom(view: SubmittedView, { field, mostParts }: More, language: Language): ModalView {
  return filledView(view, (blocks) => {
    const parts = blocks.filter(
      (block): block is InputBlock => block.type === 'input' && partOf(block.block_id ?? '')[0] === field,
    );
    const [first] = parts;
    if (first === undefined || parts.length >= mostParts) return blocks;
    const own = { name: field, label: first.label.text, kind: 'text', required: false } as const;
    const next = input(own, parts.length, language);
    const isLast = parts.length + 1 >= mostParts;
    return blocks.flatMap((block) => {
      if (block.block_id !== moreId(field)) return [block];
      return isLast ? [next] : [next, block];
    });
  });
}
