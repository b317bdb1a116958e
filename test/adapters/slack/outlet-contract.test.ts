import { createClient } from '../../../adapters/slack/client.ts';
import { createOutlet } from '../../../adapters/slack/outlet.ts';
import { createLog } from '../../../src/log.ts';
import { describeOutletContract } from '../../contract/outlet-contract.ts';
import { mentionsIn, seenText } from '../../fakes/slack/seen.ts';
import { botToken, startFakeSlack } from '../../fakes/slack/server.ts';

const idOf = (channel: string): string => channel.replace('slack:', '');

describeOutletContract({
  platform: 'slack',
  async open() {
    const slack = await startFakeSlack();
    slack.workspace.addChannel('C0GENERAL', { name: 'general' });
    slack.workspace.addChannel('C0OTHER', { name: 'other' });
    slack.workspace.addChannel('C0CLOSED', { name: 'closed', members: [] });
    const log = createLog('silent', { write: () => undefined });
    const client = createClient({ token: botToken, apiUrl: slack.apiUrl, timeoutMs: 1000, log });
    let gone = false;
    return {
      outlet: createOutlet({ client, clock: Date.now, log }),
      channel: 'slack:C0GENERAL',
      otherChannel: 'slack:C0OTHER',
      missingChannel: 'slack:C0NOWHERE',
      forbiddenChannel: 'slack:C0CLOSED',
      visible: async (channel) => slack.workspace.visible(idOf(channel)).map(seenText),
      received: async (channel) => slack.workspace.visible(idOf(channel)),
      notified: async (channel) =>
        slack.workspace.visible(idOf(channel)).filter((message) => mentionsIn(message).length > 0).length,
      crowd: async (channel, count) => {
        for (let index = 0; index < count; index += 1) {
          const ts = slack.workspace.nextTs();
          slack.workspace.messages.push({
            channel: idOf(channel),
            ts,
            user: 'U0ANA',
            text: `Word ${index}`,
            blocks: [],
          });
        }
      },
      trouble: async (trouble) => {
        gone = trouble === 'disappear';
        if (gone) await slack.disappear();
        else slack.trouble(trouble);
      },
      calm: async () => {
        if (gone) await slack.comeBack();
        gone = false;
      },
      close: () => slack.close(),
    };
  },
});
