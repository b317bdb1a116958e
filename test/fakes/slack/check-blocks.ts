import { slackLimits as limits } from './limits.ts';

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Everything that Slack would refuse in the blocks of a message or of a view; empty when it takes them. */
export function blockProblems(blocks: unknown, surface: 'message' | 'modal' | 'home'): string[] {
  if (!Array.isArray(blocks) || !blocks.every(isObject)) return ['blocks must be a list of blocks'];
  const most = surface === 'message' ? limits.messageBlocks : limits.viewBlocks;
  const problems = blocks.length > most ? [`more than ${most} blocks`] : [];
  if (surface === 'message' && JSON.stringify(blocks).length > limits.blocksJson) problems.push('msg_blocks_too_long');
  const ids = blocks.map(({ block_id: id }) => id).filter((id) => id !== undefined);
  if (new Set(ids).size < ids.length) problems.push('a block_id stands twice');
  if (ids.some((id) => text(id) === '' || text(id).length > limits.id)) problems.push('a block_id has a wrong length');
  return [...problems, ...blocks.flatMap((block) => blockProblem(block, surface))];
}

function blockProblem(block: Json, surface: string): string[] {
  const checks: Readonly<Record<string, () => string[]>> = {
    header: () => plain(block['text'], limits.header, 'header'),
    section: () => [
      ...(block['text'] === undefined && list(block['fields']).length === 0 ? ['an empty section'] : []),
      ...(block['text'] === undefined ? [] : words(block['text'], limits.sectionText, 'section')),
      ...(list(block['fields']).length > limits.sectionFields ? ['too many fields'] : []),
    ],
    context: () => [
      ...count(block['elements'], limits.contextElements, 'context'),
      ...list(block['elements']).flatMap((element) => words(element, limits.sectionText, 'context')),
    ],
    divider: () => [],
    actions: () => interactive(block, limits.actionsElements),
    context_actions: () =>
      surface === 'message' ? interactive(block, limits.contextActionsElements) : ['context_actions outside a message'],
    rich_text: () => [
      ...(list(block['elements']).length === 0 ? ['an empty rich_text'] : []),
      ...list(block['elements']).flatMap(richProblem),
    ],
    input: () =>
      surface === 'message'
        ? ['an input in a message']
        : [
            ...plain(block['label'], limits.inputLabel, 'label'),
            ...(block['hint'] === undefined ? [] : plain(block['hint'], limits.inputHint, 'hint')),
            ...(isObject(block['element']) ? elementProblem(block['element']) : ['an input without an element']),
          ],
  };
  return checks[text(block['type'])]?.() ?? [`an unknown block: ${text(block['type'])}`];
}

function interactive(block: Json, most: number): string[] {
  const elements = list(block['elements']);
  const ids = elements.map((element) => element['action_id']);
  return [
    ...count(block['elements'], most, text(block['type'])),
    ...(new Set(ids).size < ids.length ? ['an action_id stands twice'] : []),
    ...elements.flatMap(elementProblem),
  ];
}

function elementProblem(element: Json): string[] {
  const id = text(element['action_id']);
  const problems = id === '' || id.length > limits.id ? ['an action_id has a wrong length'] : [];
  switch (element['type']) {
    case 'button':
      if (text(element['value']).length > limits.buttonValue) problems.push('the value of a button is too long');
      if (![undefined, 'primary', 'danger'].includes(text(element['style']) || undefined)) problems.push('style');
      return [...problems, ...plain(element['text'], limits.buttonText, 'button')];
    case 'feedback_buttons':
      return [
        ...problems,
        ...['positive_button', 'negative_button'].flatMap((name) => {
          const button = element[name];
          if (!isObject(button)) return [`${name} is missing`];
          const long = text(button['value']).length > limits.buttonValue || text(button['value']) === '';
          return [...plain(button['text'], limits.buttonText, name), ...(long ? [`the value of ${name}`] : [])];
        }),
      ];
    case 'plain_text_input':
      if (text(element['initial_value']).length > limits.inputValue) problems.push('initial_value is too long');
      if (Number(element['max_length'] ?? 1) > limits.inputValue) problems.push('max_length is too large');
      if (text(element['initial_value']).length > Number(element['max_length'] ?? limits.inputValue))
        problems.push('initial_value is longer than max_length');
      return problems;
    case 'file_input':
      if (!(Number(element['max_files'] ?? 10) >= 1 && Number(element['max_files'] ?? 10) <= 10))
        problems.push('max_files');
      return problems;
    case 'static_select':
      return [...problems, ...options(element, limits.selectOptions, [element['initial_option']])];
    case 'multi_static_select':
      return [...problems, ...options(element, limits.selectOptions, initialOptions(element))];
    case 'checkboxes':
      return [...problems, ...options(element, limits.checkboxOptions, initialOptions(element))];
    default:
      return [`an unknown element: ${text(element['type'])}`];
  }
}

function initialOptions(element: Json): unknown[] {
  const initial = element['initial_options'];
  return Array.isArray(initial) && initial.length === 0 ? ['an empty list'] : [...list(initial)];
}

function options(element: Json, most: number, initial: readonly unknown[]): string[] {
  const all = list(element['options']);
  const known = all.map((option) => JSON.stringify(option));
  return [
    ...count(element['options'], most, 'options'),
    ...all.flatMap((option) => [
      ...words(option['text'], limits.optionText, 'option'),
      ...(text(option['value']) === '' || text(option['value']).length > limits.optionValue ? ['an option value'] : []),
    ]),
    ...(initial.some((option) => option !== undefined && !known.includes(JSON.stringify(option)))
      ? ['an initial option that is none of the options']
      : []),
  ];
}

function richProblem(element: Json): string[] {
  const parts = list(element['elements']);
  const empty = parts.length === 0 ? [`an empty ${text(element['type'])}`] : [];
  if (element['type'] === 'rich_text_list') {
    const indent = Number(element['indent'] ?? 0);
    return [
      ...empty,
      ...(indent < 0 || indent > limits.listIndent ? ['a list is indented too far'] : []),
      ...(['bullet', 'ordered'].includes(text(element['style'])) ? [] : ['a list without a style']),
      ...parts.flatMap((item) =>
        item['type'] === 'rich_text_section' ? richProblem(item) : ['a list of no sections'],
      ),
    ];
  }
  if (!['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'].includes(text(element['type']))) {
    return [`an unknown rich text element: ${text(element['type'])}`];
  }
  const only =
    element['type'] === 'rich_text_preformatted' ? ['text', 'link'] : ['text', 'link', 'date', 'broadcast', 'user'];
  return [...empty, ...parts.flatMap((part) => leafProblem(part, only))];
}

function leafProblem(leaf: Json, only: readonly string[]): string[] {
  const type = text(leaf['type']);
  if (!only.includes(type)) return [`${type} stands where it must not`];
  if (type === 'text' && text(leaf['text']) === '') return ['an empty text'];
  if (type === 'link' && (text(leaf['url']) === '' || text(leaf['url']).length > limits.url))
    return ['the url of a link'];
  if (type === 'link' && leaf['text'] !== undefined && text(leaf['text']) === '') return ['an empty link text'];
  if (type === 'date' && !(Number.isInteger(leaf['timestamp']) && /\{\w+\}/.test(text(leaf['format']))))
    return ['a date'];
  return [];
}

function count(elements: unknown, most: number, what: string): string[] {
  const { length } = list(elements);
  return length === 0 || length > most ? [`${what} has ${length} elements`] : [];
}

function plain(value: unknown, most: number, what: string): string[] {
  return isObject(value) && value['type'] === 'plain_text' ? words(value, most, what) : [`${what} is no plain text`];
}

function words(value: unknown, most: number, what: string): string[] {
  const { length } = isObject(value) ? text(value['text']) : '';
  return length === 0 || length > most ? [`the text of ${what} has ${length} characters`] : [];
}

/** Everything that Slack would refuse in a view. */
export function viewProblems(view: unknown): string[] {
  if (!isObject(view)) return ['no view'];
  const surface = view['type'] === 'home' ? 'home' : 'modal';
  return [
    ...blockProblems(view['blocks'], surface),
    ...(surface === 'home' ? [] : plain(view['title'], limits.viewTitle, 'title')),
    ...(view['submit'] === undefined ? [] : plain(view['submit'], limits.viewTitle, 'submit')),
    ...(view['close'] === undefined ? [] : plain(view['close'], limits.viewTitle, 'close')),
    ...(text(view['private_metadata']).length > limits.viewMetadata ? ['private_metadata is too long'] : []),
    ...(list(view['blocks']).some(({ type }) => type === 'input') && surface === 'modal' && view['submit'] === undefined
      ? ['inputs without a submit']
      : []),
  ];
}
