import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBrowser } from '../adapters/web/web-harness.ts';
import { smallKnowledge } from '../commands/small-knowledge.ts';
import { knowledgeFolder } from '../knowledge/knowledge-folder.ts';
import { emptyFolder, runProgram, stackTrace, startProgram } from './program.ts';

describe('start', () => {
  test('shows on one screen where it is and what it does not offer, and answers over HTTP with a source', async () => {
    const program = await startProgram();
    const screen = program.stdout();
    expect(screen.split('\n').length).toBeLessThan(24);
    expect(screen).toContain(program.address);
    expect(screen).toMatch(/\d+ sections of knowledge/);
    expect(screen).toMatch(/Slack +not /);
    expect(screen).toMatch(/Discord +not /);
    expect(screen).toMatch(/terminal +not interactive/);

    const browser = createBrowser(program.address);
    const front = await browser.fetch('/');
    expect(front.status).toBe(200);
    expect(await front.text()).toContain('<form id="composer"');
    const health = await browser.fetch('/healthz');
    expect(await health.json()).toEqual({ status: 'ok' });

    const answer = await browser.say('Who is the treasurer?');
    expect(answer).toContain('Jean-Luc Vanraes');
    expect(answer).toContain('href="/k/board-2023?lang=en#treasurer"');
    const reader = await browser.fetch('/k/board-2023?lang=en');
    expect(await reader.text()).toContain('id="treasurer"');
  });

  test('logs one line per question and never the words of the question or the answer', async () => {
    const program = await startProgram({ env: { KNOWLEDGE_DIR: await knowledgeFolder(smallKnowledge) } });
    const browser = createBrowser(program.address);
    await browser.say('Who is the treasurer?');
    await browser.say('¿Quién se comió mi jirafa?');
    await browser.say('Kangaroo <script>wombat</script> @everyone');
    await browser.say('x'.repeat(5_000));
    const questions = program.log().filter(({ msg }) => msg === 'question');
    expect(questions.map(({ outcome }) => outcome)).toEqual(['answered', 'abstained', 'abstained']);
    expect(questions[0]).toMatchObject({ sections: 'board#treasurer', language: 'en' });
    for (const { ms, confidence } of questions) expect([typeof ms, typeof confidence]).toEqual(['number', 'number']);
    expect(program.stderr()).not.toMatch(/who is|jirafa|kangaroo|wombat|everyone|xxx|lovelace/i);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'answers the request under way at a %s, then ends with 0',
    async (signal) => {
      const program = await startProgram({ env: { KNOWLEDGE_DIR: await knowledgeFolder(smallKnowledge) } });
      const body = 'question=Who+is+the+treasurer%3F';
      const asking = request(`${program.address}/ask`, {
        method: 'POST',
        headers: {
          Expect: '100-continue',
          Origin: program.address,
          'Content-Type': 'application/x-www-form-urlencoded',
          'Content-Length': body.length,
          'X-Fragment': 'turn',
        },
      });
      const answered = once(asking, 'response');
      asking.flushHeaders();
      await once(asking, 'continue');
      program.child.kill(signal);
      await untilRefused(program.address);
      asking.end(body);
      const [response] = await answered;
      expect(response).toMatchObject({ statusCode: 200 });
      const chunks: string[] = [];
      for await (const chunk of response) chunks.push(String(chunk));
      expect(chunks.join('')).toContain('Ada Lovelace');
      expect(await program.ended).toBe(0);
      expect(program.stderr()).not.toMatch(stackTrace);
    },
  );

  test('reads the file .env of the folder in which it is started, over which the environment has the last word', async () => {
    const cwd = await emptyFolder();
    const knowledge = await knowledgeFolder(smallKnowledge);
    await writeFile(
      `${cwd}/.env`,
      `# A comment\nKNOWLEDGE_DIR="${knowledge}"\nCONTACT_EMAIL=desk@example.org\nLOG_LEVEL=silent\n`,
    );
    const unknown = ['ask', 'What does a giraffe weigh?'];
    expect((await runProgram(unknown, { cwd })).stdout).toContain('desk@example.org');
    const env = { CONTACT_EMAIL: 'other@example.org' };
    expect((await runProgram(unknown, { cwd, env })).stdout).toContain('other@example.org');
  });
});

test.each(['help', '--help', '-h'])('%s shows how the program is used', async (command) => {
  const { code, stdout, stderr } = await runProgram([command]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Usage:\n  npm start');
});

describe('start refuses', () => {
  test('a port that is taken, and says what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const text = await refusal({
      PORT: port,
      KNOWLEDGE_DIR: await knowledgeFolder(smallKnowledge),
      LOG_LEVEL: 'error',
    });
    expect(text).toContain(`http://127.0.0.1:${port}: another program uses this port.`);
    expect(text).toContain('set PORT to a port that is free');
  });

  test('a wrong configuration, with every problem at once and none of the values', async () => {
    const text = await refusal({
      PORT: 'se-cret-1',
      LOG_LEVEL: 'se-cret-2',
      CONTACT_EMAIL: 'se-cret-3',
      ALLOW_PUBLIC: 'se-cret-4',
    });
    for (const name of ['PORT', 'LOG_LEVEL', 'CONTACT_EMAIL', 'ALLOW_PUBLIC'])
      expect(text).toContain(`  ${name} must `);
    expect(text).toContain('.env.example');
    expect(text).not.toContain('se-cret');
  });

  test.each(['0.0.0.0', '::'])('to be reached from other machines at %s unless it is told so', async (host) => {
    expect(await refusal({ HOST: host })).toContain('unless ALLOW_PUBLIC is true');
  });

  test('a knowledge folder that does not exist', async () => {
    expect(await refusal({ KNOWLEDGE_DIR: '/no/such/folder' })).toMatch(/knowledge folder.*\n.*exists/);
  });

  test('a folder without a page, and names what to set', async () => {
    expect(await refusal({ KNOWLEDGE_DIR: await emptyFolder(), LOG_LEVEL: 'silent' })).toMatch(
      /no page.*\n.*KNOWLEDGE_DIR/,
    );
  });

  test('a .env that is no file', async () => {
    const cwd = await emptyFolder();
    await mkdir(`${cwd}/.env`);
    expect(await refusal({}, cwd)).toMatch(/\.env failed.*\n.*file/);
  });

  test.each(['start --port 4000', 'knowledge:check somewhere', 'dance'])(
    'what it does not know, with its usage: %s',
    async (args) => {
      const { code, stdout, stderr } = await runProgram(args.split(' '));
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('Usage:\n  npm start');
      expect(stderr).not.toMatch(stackTrace);
    },
  );
});

async function untilRefused(address: string): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    try {
      await fetch(`${address}/healthz`, { headers: { connection: 'close' } });
    } catch {
      return;
    }
    await setTimeout(10);
  }
  throw new Error('The program still takes new requests.');
}

async function refusal(env: Readonly<Record<string, string>>, cwd?: string): Promise<string> {
  const { code, stdout, stderr } = await runProgram(['start'], { env, ...(cwd === undefined ? {} : { cwd }) });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).not.toMatch(stackTrace);
  return stderr;
}
