import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';

// How fast the calendar of events is given out, beside a static file from the same server. Requests per second say
// something about this machine alone: what to compare is the ratio.

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    rounds: { type: 'string', default: '3' },
  },
});
const seconds = Number(values.seconds);
const connections = Number(values.connections);
const agent = new Agent({ keepAlive: true, maxSockets: connections });

interface Target {
  readonly name: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request; gives the status, the entity tag and the length of what came. */
function get(address: string, { path, headers = {} }: Target): Promise<{ status: number; tag: string; bytes: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(address + path, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, tag: response.headers.etag ?? '', bytes }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Requests per second over all connections. */
async function measure(address: string, target: Target, expected: number): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  let count = 0;
  const ask = async () => {
    while (performance.now() < until) {
      const { status } = await get(address, target);
      if (status !== expected) throw new Error(`${target.path} gave ${status}, not ${expected}`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  return count / ((performance.now() - startedAt) / 1_000);
}

const server = fork(`${import.meta.dirname}/calendar-server.ts`, [values.events]);
try {
  const [message]: unknown[] = await once(server, 'message');
  const address = String(message);
  const plain: Target = { name: 'static file', path: '/assets/icon.svg' };
  const calendar: Target = { name: 'calendar', path: '/calendar.ics' };
  const [{ tag, bytes }, file] = [await get(address, calendar), await get(address, plain)];
  const kept: Target = { name: 'calendar, unchanged', path: calendar.path, headers: { 'if-none-match': tag } };
  console.log(`${values.events} events, ${bytes} bytes; static file ${file.bytes} bytes; ${connections} connections`);
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const base = await measure(address, plain, 200);
    const whole = await measure(address, calendar, 200);
    const unchanged = await measure(address, kept, 304);
    console.log(
      [
        `round ${round}`,
        `${plain.name} ${base.toFixed(0)}/s`,
        `${calendar.name} ${whole.toFixed(0)}/s (${(whole / base).toFixed(2)})`,
        `${kept.name} ${unchanged.toFixed(0)}/s (${(unchanged / base).toFixed(2)})`,
      ].join('   '),
    );
  }
} finally {
  agent.destroy();
  server.kill();
}
