import { fileObject } from './files.ts';
import { slackLimits } from './limits.ts';
import type { Workspace } from './workspace.ts';

type Json = Readonly<Record<string, unknown>>;

/** What somebody filled in, by block; files by their ids. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/**
 * The state of a modal, as Slack tells of it: what was filled in, otherwise what stood there. Throws where Slack would not
 * have let anybody type or send that.
 */
export function stateOf(workspace: Workspace, view: Json, values: Filled, when: 'so far' | 'complete') {
  const inputs = list(view['blocks']).filter(({ type }) => type === 'input');
  const unknown = Object.keys(values).find((name) => !inputs.some(({ block_id: id }) => id === name));
  if (unknown !== undefined) throw new Error(`There is no field “${unknown}” in this form.`);
  return Object.fromEntries(
    inputs.map(({ block_id: block, element, optional }) => {
      const id = String(block);
      const input = isObject(element) ? element : {};
      const filled = filledIn(workspace, input, values[id]);
      if (when === 'complete' && optional !== true && isEmpty(filled)) throw new Error(`Slack asks for “${id}” first.`);
      return [id, { [String(input['action_id'])]: filled }];
    }),
  );
}

function filledIn(workspace: Workspace, input: Json, value: string | readonly string[] | undefined): Json {
  const { type } = input;
  if (type === 'plain_text_input') {
    const { initial_value: initial } = input;
    const typed = typeof value === 'string' ? value : typeof initial === 'string' ? initial : '';
    const most = Number(input['max_length'] ?? slackLimits.inputValue);
    if (typed.length > most) throw new Error(`Slack lets nobody type more than ${most} characters.`);
    // Slack gives nothing for a field that was left empty, and no white space around what was typed.
    return { type, value: typed.trim() === '' ? null : typed.trim() };
  }
  if (type === 'file_input') {
    const ids = value === undefined ? [] : [value].flat();
    if (ids.length > Number(input['max_files'] ?? 10)) throw new Error('Slack takes no more files.');
    const files = ids.map((id) => workspace.files.get(id)).filter((file) => file !== undefined);
    return { type, files: files.map((file) => fileObject(workspace, file)) };
  }
  const chosen = (values: readonly string[]) =>
    list(input['options']).filter((option) => values.includes(String(option['value'])));
  if (type === 'static_select') {
    const selected = value === undefined ? input['initial_option'] : chosen([String(value)])[0];
    return { type, selected_option: selected ?? null };
  }
  const selected =
    value === undefined ? list(input['initial_options']) : chosen(typeof value === 'string' ? [value] : value);
  return { type, selected_options: selected };
}

function isEmpty({ value, files, selected_option: option, selected_options: options }: Json): boolean {
  if (Array.isArray(files)) return files.length === 0;
  if (Array.isArray(options)) return false;
  return (value ?? option ?? null) === null;
}
