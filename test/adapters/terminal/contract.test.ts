import { describeAdapterContract } from '../../contract/adapter-contract.ts';
import { expectNoControls } from '../../contract/hostile-text.ts';
import { startTerminal, type Terminal } from './terminal-harness.ts';

describeAdapterContract({
  platform: 'terminal',
  async open(handle, commands) {
    const first = await startTerminal(handle, commands);
    const terminals: Terminal[] = [];
    return {
      adapter: first.adapter,
      async enter() {
        // A terminal has one person; another person has another terminal with the same core.
        const terminal = terminals.length === 0 ? first : await startTerminal(handle, commands);
        terminals.push(terminal);
        return terminal.talk();
      },
      async close() {
        await Promise.all([first, ...terminals].map(({ adapter }) => adapter.stop()));
      },
    };
  },
  textOf: (sent) => sent,
  expectInert: expectNoControls,
});
