import { expect } from 'vitest';

/** What somebody might write, or slip into a document, to make a room do something. */
export const hostileText = [
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '<!channel> <!everyone> @everyone @here <@U012AB3CD>',
  '\u001B[31mred\u001B[0m \u001B]0;title\u0007 \u009B2J \u0008\u0000',
  '\u202Egnp.exe \u2066isolated',
  '[click](javascript:alert(1)) [data](data:text/html,x) [plain](http://plain.example/) [file](file:///etc/passwd)',
  '![pixel](https://tracker.example/p.png) [quote](https://ok.example/?a="onfocus=alert(1))',
  '" onfocus="alert(1)" autofocus="',
].join(' ');

/** Fails when a text holds a control character (but line feed and tab) or one that turns its direction around. */
export function expectNoControls(text: string): void {
  expect(text).not.toMatch(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u);
}
