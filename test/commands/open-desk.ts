import { onTestFinished } from 'vitest';
import type { BotDependencies } from '../../src/bot.ts';
import { openBot } from '../bot/open-bot.ts';
import { openPlatform } from '../fakes/platform.ts';
import { createPlatformOutlet } from '../fakes/platform-outlet.ts';

/** A bot with a way out to a small real platform, where `fake:general` and the closed `fake:private` are channels. */
export async function openDesk(options: Partial<BotDependencies> = {}) {
  const platform = await openPlatform();
  onTestFinished(() => platform.close());
  platform.addChannel('general');
  platform.addChannel('private', { closed: true });
  const outlet = createPlatformOutlet({ address: platform.address });
  return { ...(await openBot({ outlets: new Map([['fake', outlet]]), ...options })), platform, outlet };
}
