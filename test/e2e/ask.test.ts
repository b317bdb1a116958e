import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { catalog } from '../../src/commands/catalog.ts';
import { smallKnowledge } from '../commands/small-knowledge.ts';
import { expectNoControls } from '../contract/hostile-text.ts';
import { knowledgeFolder } from '../knowledge/knowledge-folder.ts';
import { parseLines, realKnowledge, runProgram, spawnProgram, stackTrace } from './program.ts';

const question = 'Who is the treasurer?';
const small = async () => ({ KNOWLEDGE_DIR: await knowledgeFolder(smallKnowledge) });

describe('ask', () => {
  test('prints the answer and its source when it is given a question', async () => {
    const { code, stdout, stderr } = await runProgram(['ask', question], { env: { KNOWLEDGE_DIR: realKnowledge } });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Jean-Luc Vanraes');
    expect(stdout).toContain(`${messagesIn('en').sources}\n• Informe Anual 2023 (Metropolis)`);
    expectNoControls(stdout);
  });

  test('takes a question of several arguments as one', async () => {
    const { stdout } = await runProgram(['ask', ...question.split(' ')], { env: await small() });
    expect(stdout).toContain('Ada Lovelace');
  });

  test('prints one JSON object with --json', async () => {
    const { code, stdout, stderr } = await runProgram(['ask', '--json', question], { env: await small() });
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'answered',
      language: 'en',
      answer: 'The treasurer of the association is Ada Lovelace.',
      citations: [{ title: 'Informe Anual 2023 (Metropolis)', section: 'Treasurer of the association', date: '2023' }],
    });
  });

  test('answers in the language of --language, also in a conversation', async () => {
    const env = await small();
    const expected = 'La trésorière de l’association est Ada Lovelace.';
    const single = await runProgram(['ask', '--language', 'fr', question], { env });
    expect(single.stdout).toContain(expected);
    const conversation = await runProgram(['ask', '--language=fr'], { env, input: `${question}\n/help\n` });
    expect(conversation.stdout).toContain(expected);
    expect(conversation.stdout).toContain(messagesIn('fr').help.slice(0, 40));
  });

  test.each([
    [['--language', 'xx', question], /^--language must be en, es or fr\.\n$/],
    [['--bogus', question], /--bogus[^]*Usage:/],
    [['--language'], /--language[^]*Usage:/],
    [['--json'], /^--json needs a question/],
    [['--batch', question], /^--batch reads the questions from standard input/],
  ])('says what is wrong with %j', async (args, expected) => {
    const { code, stdout, stderr } = await runProgram(['ask', ...args], { env: { KNOWLEDGE_DIR: realKnowledge } });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(stackTrace);
  });

  test('holds a conversation through a pipe and prints replies alone', async () => {
    const input = `How many people attended the congress in Brussels?\r\nand how many countries?\n\n/lang es\n/help\n/dance\n2`;
    const { code, stdout, stderr } = await runProgram(['ask'], { env: await small(), input });
    const offered = catalog.flatMap(({ spec }) => (spec.hidden === true ? [] : [spec.name])).join(', ');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.match(/82 countries/g)).toHaveLength(2);
    expect(stdout).toContain(messagesIn('es').help.slice(0, 40));
    expect(stdout.replace(/\s+/g, ' ')).toContain(messagesIn('es').unknownCommand('dance', offered));
    expect(stdout).not.toContain('›  ');
    expectNoControls(stdout);
  });

  test.each([[['ask']], [['ask', '--batch']]])('%j prints nothing when there is no input', async (args) => {
    expect(await runProgram(args, { env: await small() })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('ask --batch', () => {
  const hostile = [
    '',
    '   ',
    question,
    'x'.repeat(10_000),
    '🎉🌳',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '@everyone @here <!channel>',
    'who\u0000 is\u0007 the\rtreasurer\u2028\u2029\u0085\u001B?',
    '{"outcome":"answered"}',
    '"quoted" \\n \\',
    '--language fr',
    '/help',
    '谁是财务主管？',
    '\uFEFF\u202E',
    `${question}\r`,
    '',
  ];

  test.each([
    ['with a last line feed', '\n'],
    ['without one', ''],
  ])('prints as many JSON lines as lines come in, whatever they hold, %s', async (_, end) => {
    const lines = end === '' ? hostile.slice(0, -1) : hostile;
    const { code, stdout, stderr } = await runProgram(['ask', '--batch'], {
      env: { KNOWLEDGE_DIR: realKnowledge },
      input: `${lines.join('\n')}${end}`,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.endsWith('\n')).toBe(true);
    const records = parseLines(stdout);
    expect(records).toHaveLength(lines.length);
    for (const record of records) expectRecord(record);
    const holding = records.flatMap(({ answer }, index) => (String(answer).includes('Vanraes') ? [index] : []));
    expect(holding).toEqual([2, 7, 14]);
    // Nothing, too much, and no words are no questions.
    for (const index of [0, 1, 3, 4, 13]) expect(records[index]).toMatchObject({ outcome: 'abstained', confidence: 0 });
  });

  test('gives the same answers in whatever language the machine speaks', async () => {
    const env = await small();
    const input = `${question}\n🎉\nTreasurer\n`;
    const outcomes = async (more: Readonly<Record<string, string>>) => {
      const { stdout } = await runProgram(['ask', '--batch'], { env: { ...env, ...more }, input });
      return parseLines(stdout).map(({ outcome, language, answer }) => ({ outcome, language, answer }));
    };
    expect(await outcomes({ LC_ALL: 'fr_FR.UTF-8' })).toEqual(await outcomes({ LANG: 'C' }));
  });

  test('ends without a complaint when its reader has seen enough', async () => {
    const program = await spawnProgram(['ask', '--batch'], { env: await small() });
    program.child.stdin.write(`${question}\n`);
    await once(program.child.stdout, 'data');
    program.child.stdout.destroy();
    program.child.stdin.end(`${question}\n`.repeat(5_000));
    expect(await program.ended).toBe(0);
    expect(program.stderr()).toBe('');
  });
});

function expectRecord(record: Readonly<Record<string, unknown>>): void {
  expect(Object.keys(record)).toEqual(['outcome', 'language', 'answer', 'citations', 'confidence', 'ms']);
  const { outcome, language, answer, citations, confidence, ms } = record;
  expect(['answered', 'suggested', 'abstained']).toContain(outcome);
  expect(['en', 'es', 'fr']).toContain(language);
  expect(answer).toEqual(expect.any(String));
  expect(answer).not.toBe('');
  expectNoControls(String(answer));
  expect(Array.isArray(citations)).toBe(true);
  if (outcome === 'answered') expect(citations).not.toEqual([]);
  for (const value of [confidence, ms]) expect(value).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
}
