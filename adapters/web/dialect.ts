import type { Element, ElementContent, Properties } from 'hast';
import { messagesIn } from '../../src/chat/messages.ts';
import { eventFilePath } from '../../src/chat/event-file-path.ts';
import type { Language } from '../../src/language.ts';
import { linkTarget } from './links.ts';

/** How a tree of HTML elements is to stand on a page. */
export interface Placement {
  readonly language: Language;
  /** Whether headings keep their anchors; not in a conversation, where the same section may be quoted twice. */
  readonly anchors: boolean;
  /** The heading level on the page of a heading of level `depth` in the text. */
  readonly level: (depth: number) => number;
}

/** What becomes of an element, given its children, which have been through the table already. */
type ElementHandler = (element: Element, children: ElementContent[], placement: Placement) => ElementContent[];

const plain: ElementHandler = (element, children) => [create(element.tagName, {}, children)];

const heading: ElementHandler = (element, children, placement) => {
  const tagName = `h${placement.level(Number(element.tagName.slice(1)))}`;
  const { id } = element.properties;
  if (!placement.anchors || typeof id !== 'string' || !/^[\w-]+$/.test(id)) return [create(tagName, {}, children)];
  const holdsLink = children.some((child) => child.type === 'element' && child.tagName === 'a');
  const content = holdsLink ? children : [create('a', { className: ['anchor'], href: `#${id}` }, children)];
  return [create(tagName, { id }, content)];
};

const cell: ElementHandler = (element, children) => {
  const { align } = element.properties;
  const aligned = align === 'right' || align === 'center' ? { className: [`align-${align}`] } : {};
  const scope = element.tagName === 'th' ? { scope: 'col' } : {};
  return [create(element.tagName, { ...aligned, ...scope }, children)];
};

/**
 * The elements that a reply may consist of; of any other, the children alone are shown. An attribute that is not set
 * here does not exist.
 */
export const elements: Readonly<Record<string, ElementHandler>> = {
  ...Object.fromEntries(
    ['p', 'ul', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'br', 'hr', 'thead', 'tbody', 'tr', 'sup'].map(
      (tagName) => [tagName, plain],
    ),
  ),
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tagName) => [tagName, heading])),
  li: (element, children, { language }) => {
    const { eventId } = element.properties;
    if (typeof eventId !== 'string' || !/^[\w-]+$/.test(eventId)) return [create('li', {}, children)];
    const label: ElementContent = { type: 'text', value: messagesIn(language).events.addToCalendar };
    const link = create('a', { href: eventFilePath(eventId, language) }, [label]);
    return [create('li', {}, [...children, { type: 'text', value: ' · ' }, link])];
  },
  time: (element, children) => {
    const { dateTime } = element.properties;
    return [create('time', typeof dateTime === 'string' ? { dateTime } : {}, children)];
  },
  ol: (element, children) => {
    const { start } = element.properties;
    return [create('ol', typeof start === 'number' ? { start } : {}, children)];
  },
  a: (element, children, placement) => {
    const href = linkTarget(textOf(element.properties['href']), placement.language);
    if (href === undefined) return children;
    const elsewhere = href.startsWith('https:') ? { rel: ['noopener', 'noreferrer'] } : {};
    return [create('a', { href, ...elsewhere }, children)];
  },
  // A picture would be fetched from elsewhere; its description says what it shows.
  img: (element) => [{ type: 'text', value: textOf(element.properties['alt']) }],
  input: (element) => [{ type: 'text', value: element.properties['checked'] === true ? '☑' : '☐' }],
  th: cell,
  td: cell,
  // Scrolls by itself, also by keyboard, so that a wide table never widens the page.
  table: (_element, children, { language }) => [
    create('div', { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: messagesIn(language).web.table }, [
      create('table', {}, children),
    ]),
  ],
};

function create(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function textOf(value: Properties[string]): string {
  return typeof value === 'string' ? value : '';
}
