import { expect } from 'vitest';
import { expectNoControls } from '../../contract/hostile-text.ts';

const elements = new Set(
  'a article blockquote br button cite code del div em form h1 h2 h3 h4 h5 h6 hr li ol p pre span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const attributes = new Set(
  'action aria-label class dir href id lang method name rel role scope start tabindex value'.split(' '),
);

/** Fails when HTML that a reply was made into holds anything but harmless elements, attributes and links. */
export function expectInertHtml(html: string): void {
  expectNoControls(html);
  const tags = [...html.matchAll(/<(\/?)([a-z][a-z\d]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g)];
  // A "<" that opens nothing known would be a tag that the pattern does not understand, and so nobody has looked at.
  expect(html.split('<').length - 1).toBe(tags.length);
  for (const [, , name = '', rest = ''] of tags) {
    expect(elements).toContain(name);
    for (const [, attribute = '', value = ''] of rest.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)) {
      expect(attributes).toContain(attribute);
      if (attribute === 'href')
        expect(value).toMatch(/^(?:https:\/\/|mailto:|\/k\/[\w-]+\?lang=(?:en|es|fr)|#[\w-]+$)/);
      if (attribute === 'action') expect(value).toBe('/ask');
    }
  }
}
