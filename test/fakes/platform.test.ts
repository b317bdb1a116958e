import { describeOutletContract } from '../contract/outlet-contract.ts';
import { openPlatform } from './platform.ts';
import { createPlatformOutlet } from './platform-outlet.ts';

const nameOf = (channel: string): string => channel.slice('fake:'.length);

describeOutletContract({
  platform: 'fake',
  async open() {
    const platform = await openPlatform();
    platform.addChannel('news');
    platform.addChannel('desk');
    platform.addChannel('closed', { closed: true });
    return {
      outlet: createPlatformOutlet({ address: platform.address }),
      channel: 'fake:news',
      otherChannel: 'fake:desk',
      missingChannel: 'fake:nowhere',
      forbiddenChannel: 'fake:closed',
      visible: async (channel) => platform.visible(nameOf(channel)).map(({ body }) => body.text),
      received: async (channel) => platform.accepted(nameOf(channel)).map(({ body }) => body),
      notified: async (channel) => platform.visible(nameOf(channel)).filter(({ body }) => body.notifies).length,
      crowd: async (channel, count) => platform.crowd(nameOf(channel), count),
      trouble: async (trouble) => (trouble === 'disappear' ? platform.disappear() : platform.trouble(trouble)),
      calm: async () => platform.appear(),
      close: () => platform.close(),
    };
  },
});
