import type { FakeMessage } from './workspace.ts';

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a person reads in a message: its blocks, or its text where it has none. */
export function seenText({ text: words, blocks }: Pick<FakeMessage, 'text' | 'blocks'>): string {
  return blocks.length === 0 ? mrkdwn(words) : blocksText(blocks);
}

export function blocksText(blocks: unknown): string {
  return list(blocks).map(blockText).join('\n');
}

function blockText(block: Json): string {
  switch (block['type']) {
    case 'section':
      return object(block['text']);
    case 'header':
    case 'input':
      return [
        object(block['text']),
        object(block['label']),
        isObject(block['element']) ? initial(block['element']) : '',
      ]
        .filter((part) => part !== '')
        .join('\n');
    case 'context':
      return list(block['elements']).map(object).join(' ');
    case 'actions':
      return list(block['elements'])
        .map((element) => `[${object(element['text'])}]`)
        .join(' ');
    case 'context_actions':
      return list(block['elements'])
        .flatMap((element) => [element['positive_button'], element['negative_button']])
        .map((button) => `[${isObject(button) ? object(button['text']) : ''}]`)
        .join(' ');
    case 'rich_text':
      return list(block['elements']).map(rich).join('\n');
    default:
      return '';
  }
}

function initial(element: Json): string {
  return text(element['initial_value']);
}

/** A text object; plain text shows everything as it is, mrkdwn shows what it marks up. */
function object(value: unknown): string {
  if (!isObject(value)) return '';
  return value['type'] === 'mrkdwn' ? mrkdwn(text(value['text'])) : text(value['text']);
}

function rich(element: Json): string {
  const parts = list(element['elements']);
  if (element['type'] !== 'rich_text_list') return parts.map(leaf).join('');
  const from = Number(element['offset'] ?? 0);
  const margin = '  '.repeat(Number(element['indent'] ?? 0));
  return parts
    .map((item, index) => `${margin}${element['style'] === 'ordered' ? `${from + index + 1}.` : '•'} ${rich(item)}`)
    .join('\n');
}

function leaf(part: Json): string {
  switch (part['type']) {
    case 'text':
      return text(part['text']);
    case 'link':
      return text(part['text']) || text(part['url']);
    case 'date':
      return text(part['fallback']);
    case 'broadcast':
      return `@${text(part['range'])}`;
    default:
      return `@${text(part['user_id'])}`;
  }
}

/** What Slack shows of its own markup: links by their words, dates by what stands in for them, mentions with an @. */
function mrkdwn(words: string): string {
  return words
    .replace(/<([^>|]*)(?:\|([^>]*))?>/g, (_all, target: string, shown?: string) =>
      target.startsWith('!') && !target.startsWith('!date') ? `@${target.slice(1)}` : (shown ?? target),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Everything in a message that calls somebody: commands in mrkdwn, and mentions in rich text. */
export function mentionsIn({ text: words, blocks }: Pick<FakeMessage, 'text' | 'blocks'>): string[] {
  const found = blocks.length === 0 ? calls(words) : [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!isObject(value)) return;
    if (value['type'] === 'mrkdwn') found.push(...calls(text(value['text'])));
    if (['broadcast', 'user', 'usergroup', 'team'].includes(text(value['type']))) found.push(text(value['type']));
    Object.values(value).forEach(walk);
  };
  walk(blocks);
  return found;
}

function calls(words: string): string[] {
  return words.match(/<(?:!(?!date)|[@#])[^>]*>/g) ?? [];
}
