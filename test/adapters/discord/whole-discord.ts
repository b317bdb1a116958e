import { onTestFinished } from 'vitest';
import type { Adapter } from '../../../src/chat/adapter.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { secretariatRole } from '../../fakes/discord/api-objects.ts';
import { withButton } from '../../fakes/discord/find-button.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import { openDiscord } from '../../fakes/discord/server.ts';
import { openTestStore } from '../../fakes/test-store.ts';
import { openWholeProgram } from '../whole-program.ts';
import { adapterOn } from './discord-harness.ts';

const clock = () => Date.now();

/** The program as it is on Discord, with a store, an outbox and reports, and an audience of two channels. */
export async function openWhole() {
  const store = await openTestStore({ clock });
  const discord = await openDiscord();
  const channels = [
    discord.state.addChannel({ name: 'general' }),
    discord.state.addChannel({ name: 'noticias', type: 5 }),
  ];
  const adapter: Adapter = adapterOn(discord);
  const program = await openWholeProgram({ store, adapter, secretariat: `discord:${secretariatRole}` });
  await store.audiences.putChannel('all', { channel: `discord:${channels[0]}`, language: 'en', topics: [] });
  await store.audiences.putChannel('all', { channel: `discord:${channels[1]}`, language: 'es', topics: [] });
  await store.audiences.setCrosspost('all', true);
  await program.start();
  onTestFinished(async () => {
    await program.stop();
    await discord.close();
  });
  const ana = createPerson(discord, 'Ana', { roles: [secretariatRole] });

  /** Presses the newest button of Ana's that begins so, once there is one. */
  async function press(label: RegExp) {
    const find = () => withButton(discord.state.messages, ana, label);
    await waitUntil(`a button ${String(label)}`, () => find() !== undefined);
    const found = find();
    if (found === undefined) throw new Error('gone');
    return ana.press(found.message, found.label);
  }

  return { store, discord, channels, ana, press };
}
