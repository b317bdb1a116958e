import { expect } from 'vitest';
import { describeAdapterContract } from '../../contract/adapter-contract.ts';
import { expectNoControls } from '../../contract/hostile-text.ts';
import { sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { mentionsIn, seenText } from '../../fakes/slack/seen.ts';
import { openSlack } from './slack-harness.ts';

interface SentMessages {
  readonly messages: readonly Parameters<typeof seenText>[0][];
}

const read = (sent: string): SentMessages['messages'] => {
  const { messages }: SentMessages = JSON.parse(sent);
  return messages;
};

describeAdapterContract({
  platform: 'slack',
  async open(handle, commands) {
    const room = await openSlack(sampleCore(handle, commands));
    const { workspace } = room.slack;
    let entered = 0;
    return {
      adapter: room.adapter,
      async enter() {
        entered += 1;
        const person = room.person(`U0PERSON${entered}`);
        const channel = workspace.imOf(person.id).id;
        return {
          async say(text) {
            const own = () => workspace.visible(channel).filter(({ botId }) => botId !== undefined);
            const before = own().length;
            await person.say(channel, text);
            await waitUntil('the reply', () => own().length > before);
            return JSON.stringify({ messages: own().slice(before) });
          },
        };
      },
      close: room.close,
    };
  },
  textOf: (sent) => read(sent).map(seenText).join('\n'),
  expectInert(sent) {
    for (const message of read(sent)) {
      expectNoControls(seenText(message));
      expect(mentionsIn(message)).toEqual([]);
      expect(JSON.stringify(message.blocks)).not.toMatch(/"url":"(?!https:|mailto:)/);
    }
  },
});
