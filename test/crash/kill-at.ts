import { subscribe } from 'node:diagnostics_channel';

// Loaded into the program before it starts: kills it, as a power cut would, the n-th time that the dispatcher reaches a
// step. `KILL_AT` is `step:n`, such as `sending:3`.
const [step, count] = (process.env['KILL_AT'] ?? '').split(':');
let left = Number(count);

subscribe('assistant:delivery', (message) => {
  if (typeof message !== 'object' || message === null || !('step' in message) || message.step !== step) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
