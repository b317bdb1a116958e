import { expect } from 'vitest';
import { z } from 'zod';
import { describeAdapterContract } from '../../contract/adapter-contract.ts';
import { expectNoControls } from '../../contract/hostile-text.ts';
import { sampleCore } from '../../contract/sample-core.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import { allComponents, messageBody } from '../../fakes/discord/rules.ts';
import { bot } from '../../fakes/discord/state.ts';
import { openDiscordRoom, shownText } from './discord-harness.ts';
import { expectInertMarkdown } from './expect-inert-markdown.ts';

const sentShape = z.array(z.object({ body: messageBody, notified: z.boolean() }));

function componentsIn(sent: string) {
  return sentShape.parse(JSON.parse(sent)).flatMap(({ body }) => allComponents(body.components ?? []));
}

function textsIn(sent: string): string[] {
  return componentsIn(sent)
    .map(({ content, label }) => content ?? label ?? '')
    .filter((text) => text !== '');
}

describeAdapterContract({
  platform: 'discord',
  async open(handle, commands) {
    const room = await openDiscordRoom(sampleCore(handle, commands));
    let people = 0;
    return {
      adapter: room.adapter,
      async enter() {
        people += 1;
        const person = createPerson(room.discord, `Person ${people}`);
        return {
          async say(text) {
            const before = new Set(room.discord.state.messages.map(({ id }) => id));
            await room.finished(person.say(text).id);
            const sent = room.discord.state
              .in(person.directChannel)
              .filter(({ id, author }) => author.id === bot.id && !before.has(id));
            return JSON.stringify(sent.map(({ body, notified }) => ({ body, notified })));
          },
        };
      },
      async close() {
        await room.close();
        expect(room.discord.refused).toEqual([]);
      },
    };
  },
  textOf: (sent) => textsIn(sent).map(shownText).join('\n'),
  expectInert(sent) {
    for (const text of textsIn(sent)) expectNoControls(text);
    // The words of buttons are shown as they are; only texts are markdown.
    for (const { content } of componentsIn(sent)) expectInertMarkdown(content ?? '');
    for (const { notified } of sentShape.parse(JSON.parse(sent))) expect(notified).toBe(false);
  },
});
