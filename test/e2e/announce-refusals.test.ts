import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { announcementFile, openNewsroom, patient, withoutPlatforms, type Newsroom } from './newsroom.ts';
import { stackTrace } from './program.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await openNewsroom(withoutPlatforms);
});

const front = (lines: string) => announcementFile.replace('audience: all\n', `audience: all\n${lines}`);
const long = 'x'.repeat(5 * 1024 * 1024);

describe('announce refuses', patient, () => {
  test.each<[what: string, text: string | Uint8Array, ...expected: string[]]>([
    ['an unknown audience', announcementFile.replace('all', 'al'), 'Line 2', 'There is no audience “al”', ': all'],
    ['no audience', announcementFile.replace('audience: all\n', ''), 'Please say who is to get the announcement'],
    [
      'an unknown zone',
      front('zone: Europe/Madird\n'),
      'Line 3',
      '“Europe/Madird” is not a time zone',
      'Europe/Madrid',
    ],
    ['a time in the past', front('publishAt: 2020-01-01 10:00\n'), 'Line 3', 'This is in the past'],
    [
      'an end before the start',
      front('event:\n  start: 2099-10-07 10:00\n  end: 2099-10-07 09:00\n'),
      'Line 5',
      'The end is not after the start',
    ],
    ['an unknown language', `${announcementFile}\n# de: Versammlung\n\nText.\n`, 'Line 9', '“de” is not a language'],
    [
      'several mistakes, all at once and each with its line',
      front('zone: Mars\nreminders: 7d\ncolour: red\n'),
      'Line 3',
      'Line 4',
      'Line 5',
      'Mars',
      'colour',
    ],
    ['front matter that is not YAML', front('zone: [Europe\n'), 'Line 4', 'cannot be read'],
    ['no front matter', '# en: Title\n\nText.\n', 'does not begin with its particulars'],
    [
      'a binary file',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff]),
      'not a text file',
    ],
    ['5 megabytes', announcementFile + long, 'at most 1048576 are read', 'without pictures'],
    ['half a megabyte', announcementFile + long.slice(0, 500_000), 'may have 262144', 'without pictures'],
    ['an empty file', '', 'does not begin with its particulars'],
    ['a title that is too long', announcementFile.replace('Assembly', 'x'.repeat(200)), 'Line 5', '150'],
  ])('%s', async (_what, text, ...expected) => {
    const said = await refusal(['announce', await newsroom.write(text), '--confirm']);
    for (const part of expected) expect(said).toContain(part);
  });

  test('front matter in JavaScript, and does not run it', async () => {
    const trace = join(newsroom.folder, 'executed');
    const script = `---js\nrequire('fs').writeFileSync(${JSON.stringify(trace)}, '')\n---\n# en: Title\n\nText.\n`;
    const said = await refusal(['announce', await newsroom.write(script), '--confirm']);
    expect(said).toContain('I read only YAML and run nothing');
    expect(existsSync(trace)).toBe(false);
  });

  test('an audience without channels, and keeps the draft', async () => {
    await newsroom.store.audiences.setCrosspost('nobody', false);
    const file = await newsroom.write(announcementFile.replace('all', 'nobody'));
    const { code, stdout } = await newsroom.run(['announce', file, '--confirm']);
    expect(code).toBe(1);
    expect(stdout).toContain('The audience “nobody” has no channels. Please add some');
  });

  test.each([
    ['a file that is not there', ['nowhere.md'], /there is no such file[\s\S]*Check the path/],
    ['a folder', ['.'], /it is a folder[\s\S]*Check the path/],
    ['no name of a file', [], /one markdown file is wanted[\s\S]*npm run announce -- announcement\.md/],
    ['two files', ['a.md', 'b.md'], /one markdown file is wanted/],
    ['an option that it does not know', ['a.md', '--now'], /--now[\s\S]*Usage:/],
  ])('%s', async (_what, args, expected) => {
    expect(await refusal(['announce', ...args])).toMatch(expected);
  });
});

/** What is said when nothing is done; that the program ends with 1 and shows nothing of its inside. */
async function refusal(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await newsroom.run(args);
  const said = `${stdout}${stderr}`;
  expect(code).toBe(1);
  expect(said).not.toMatch(stackTrace);
  expect(said.length).toBeLessThan(4_000);
  expect(await newsroom.store.announcements.list({ limit: 1 })).toEqual([]);
  return said.replaceAll(/\s+/g, ' ');
}
