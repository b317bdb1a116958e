import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { preferredLanguage } from '../../../adapters/web/incoming.ts';
import { anchorsOf, renderBody } from '../../../adapters/web/render.ts';
import { markdown } from '../../contract/sample-core.ts';
import { expectInertHtml } from './expect-inert-html.ts';

const inChat = { language: 'en', anchors: false, topLevel: 3 } as const;

function render(source: string): string {
  return String(renderBody(markdown(source), inChat));
}

describe('renderBody()', () => {
  test.each([
    ['[a](https://example.org/x)', '<p><a href="https://example.org/x" rel="noopener noreferrer">a</a></p>'],
    ['[a](mailto:desk@example.org)', '<p><a href="mailto:desk@example.org">a</a></p>'],
    ['[a](knowledge:members#size)', '<p><a href="/k/members?lang=en#size">a</a></p>'],
    ['[a](knowledge:members)', '<p><a href="/k/members?lang=en">a</a></p>'],
    ['[a](knowledge:../x)', '<p>a</p>'],
    ['[a](javascript:alert)', '<p>a</p>'],
    ['[a](http://example.org/)', '<p>a</p>'],
    ['[a](/ask)', '<p>a</p>'],
    ['a <b onclick="x()">b</b>', '<p>a b</p>'],
    ['<script>alert(1)</script>\n\nb', '<p>b</p>'],
    ['![A map](https://example.org/m.png)', '<p>A map</p>'],
    ['3. three', '<ol start="3">\n<li>three</li>\n</ol>'],
    ['- [x] done', '<ul>\n<li>☑ done</li>\n</ul>'],
    ['```js\na < b\n```', '<pre><code>a &#x3C; b\n</code></pre>'],
  ])('shows %j', (source, html) => {
    expect(render(source).trim()).toBe(html);
  });

  test('lets headings begin at the level of the page, whatever level they have in the text', () => {
    expect(render('## One\n\n### Two')).toBe('<h3>One</h3>\n<h4>Two</h4>');
    expect(render('##### Deep')).toBe('<h3>Deep</h3>');
    expect(render('- # In a list')).toContain('<h3>In a list</h3>');
  });

  test('takes no element and no attribute from the data of a node', () => {
    const body = markdown('text');
    body.children.push(
      { type: 'paragraph', data: { hName: 'iframe', hProperties: { src: 'https://a.example' } }, children: [] },
      { type: 'heading', depth: 2, data: { hProperties: { id: 'a"b', onclick: 'x()' } }, children: [] },
    );
    expect(String(renderBody(body, { ...inChat, anchors: true }))).toBe('<p>text</p>\n\n<h3></h3>');
  });

  test('is inert whatever the text is', () => {
    const pieces = constantFrom(
      '<script>',
      '<img src=x onerror=y>',
      '[a](',
      'javascript:x',
      'https://a.example/"',
      ')',
      '`',
      '|',
      '\n',
      '- ',
      '&#27;',
      '# ',
      '[^1]',
      '[^1]: ',
      '"',
    );
    const text = array(oneof(pieces, string({ unit: 'binary' })), { maxLength: 20 });
    assert(property(text, (parts) => expectInertHtml(render(parts.join('')))));
  });
});

describe('anchorsOf()', () => {
  test('lists the headings that carry an anchor', () => {
    const body = markdown('## One *two*\n\ntext\n\n## Three');
    const [heading] = body.children;
    if (heading?.type === 'heading') heading.data = { hProperties: { id: 'one' } };
    expect(anchorsOf(body)).toEqual([{ id: 'one', text: 'One two' }]);
  });
});

describe('preferredLanguage()', () => {
  test.each([
    ['fr', 'es', 'fr'],
    ['xx', 'es', 'es'],
    [undefined, 'pt-BR, es-ES;q=0.8, fr;q=0.9', 'fr'],
    [undefined, 'fr;q=0, es;q=0.1', 'es'],
    [undefined, 'de', 'en'],
    [undefined, ';;,q=,', 'en'],
    [undefined, undefined, 'en'],
  ])('is right when %s was chosen and the browser prefers %s', (chosen, accepted, language) => {
    expect(preferredLanguage(chosen, accepted)).toBe(language);
  });
});
