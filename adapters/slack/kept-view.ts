import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Reply } from '../../src/chat/reply.ts';
import { bodyBlocks } from './dialect.ts';
import { parseState, withFiles, type FormState } from './form-state.ts';
import { isBlock } from './payload.ts';

const plainText = z.object({ type: z.literal('plain_text'), text: z.string() });

/** A form as Slack gives it back when somebody sends it. */
export const submittedView = z.object({
  id: z.string(),
  hash: z.string().optional(),
  private_metadata: z.string().default(''),
  callback_id: z.string().default(''),
  title: plainText,
  submit: plainText.nullish(),
  close: plainText.nullish(),
  blocks: z.array(z.custom<KnownBlock>(isBlock)),
  state: z.object({ values: z.unknown() }),
});

export type SubmittedView = z.infer<typeof submittedView>;

/** Ids of the blocks that say why a form was not taken. */
const failure = 'failure:';

/** The form as it was sent, with all that was filled in, below the reason for which it was not taken. */
export function keptView(view: SubmittedView, { body }: Pick<Reply, 'body'>): ModalView {
  const why = bodyBlocks(body).map((block, index) => ({ ...block, block_id: `${failure}${index}` }));
  return filledView(view, (blocks) => [
    ...why,
    ...blocks.filter(({ block_id: id }) => id?.startsWith(failure) !== true),
  ]);
}

/** The form with all that was filled in, and other blocks. */
export function filledView(view: SubmittedView, change: (blocks: KnownBlock[]) => KnownBlock[]): ModalView {
  const { callback_id, private_metadata, title, submit, close, blocks, state } = view;
  const values = parseState(state.values) ?? {};
  return {
    type: 'modal',
    callback_id,
    private_metadata: withFiles(private_metadata, state.values),
    title,
    ...(submit == null ? {} : { submit }),
    ...(close == null ? {} : { close }),
    blocks: change(
      blocks.map((block) => (block.type === 'input' ? filledIn(block, values[block.block_id ?? '']) : block)),
    ),
  };
}

type Input = FormState[string][string];

/** Slack takes no empty list of what was chosen. */
function chosenOf<Option extends { readonly value?: string }>(
  options: readonly Option[] = [],
  { selected_options: selected = [] }: Input,
): { initial_options?: Option[] } {
  const chosen = options.filter((option) => selected.some(({ value }) => value === option.value));
  return chosen.length === 0 ? {} : { initial_options: chosen };
}

function filledIn(block: InputBlock, values: FormState[string] | undefined): InputBlock {
  const { element } = block;
  const [input] = Object.values(values ?? {});
  if (input === undefined) return block;
  switch (element.type) {
    case 'plain_text_input': {
      const { initial_value: _, ...empty } = element;
      return { ...block, element: { ...empty, ...(input.value ? { initial_value: input.value } : {}) } };
    }
    case 'static_select': {
      const { initial_option: _, ...empty } = element;
      const chosen = element.options?.find(({ value }) => value === input.selected_option?.value);
      return { ...block, element: { ...empty, ...(chosen === undefined ? {} : { initial_option: chosen }) } };
    }
    case 'checkboxes': {
      const { initial_options: _, ...empty } = element;
      return { ...block, element: { ...empty, ...chosenOf(element.options, input) } };
    }
    case 'multi_static_select': {
      const { initial_options: _, ...empty } = element;
      return { ...block, element: { ...empty, ...chosenOf(element.options, input) } };
    }
    case 'file_input':
      // Nothing can be filled in here; what was chosen goes along with the form.
      return (input.files ?? []).length === 0 ? block : { ...block, optional: true };
    default:
      return block;
  }
}
