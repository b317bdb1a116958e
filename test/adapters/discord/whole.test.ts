import { describe, expect, test } from 'vitest';
import { waitUntil } from '../../contract/wait-until.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import type { DiscordTrouble } from '../../fakes/discord/server.ts';
import { textOf } from '../../fakes/discord/state.ts';
import { openWhole } from './whole-discord.ts';

const file = `---
audience: all
---

# en: The assembly opens

Bring your **badge**.

# es: Se abre la asamblea

Traiga su **acreditación**.
`;

describe('the whole program on Discord', () => {
  test.each<readonly (DiscordTrouble | 'none')[]>([
    ['none'],
    ['resetAfter'],
    ['errorAfter'],
    ['hang'],
    ['throttle'],
    ['throttleAll'],
    ['resetBefore'],
  ])(
    'one announcement, one edit and one retraction leave one copy in each channel, with %s on the way',
    async (trouble) => {
      const { discord, channels, ana, press } = await openWhole();
      const desk = channels[0] ?? '';
      const shown = () => channels.map((channel) => discord.visible(channel));
      ana.command(desk, { name: 'announce', file: { name: 'a.md', text: file } });
      const confirm = await press(/^Post/);
      if (trouble !== 'none') {
        await waitUntil('the confirmation to be taken up', () => confirm.acknowledged);
        discord.trouble(trouble);
      }
      await waitUntil('one copy each', () =>
        shown().every((texts) => texts.filter((text) => /assembly opens|abre la asamblea/.test(text)).length === 1),
      );
      await waitUntil('the report', () => discord.visible(ana.directChannel).some((text) => /2/.test(text)));
      expect(shown().flat().join('\n')).toContain('Traiga su **acreditación**.');
      await waitUntil('the passing on', () =>
        discord.state.in(channels[1] ?? '').every(({ flags }) => (flags & 1) === 1),
      );

      const form = await ana.modalOf(await press(/^Change the text/));
      ana.submit(form, { 'title.en': 'The assembly moves' });
      await press(/^(?:Preview|Show the preview)$/);
      await press(/^Change it in/);
      await waitUntil('the edit', () => shown()[0]?.some((text) => text.includes('The assembly moves')) === true);
      expect(shown().map((texts) => texts.length)).toEqual([1, 1]);
      expect(shown()[1]?.[0]).toContain('Se abre la asamblea');

      await press(/^Take back/);
      await press(/^Yes, take back/);
      await waitUntil('no copy', () => shown().flat().length === 0);
      expect(discord.refused.filter(({ request }) => request.method !== 'DELETE')).toEqual([]);
    },
  );

  test('a question is answered from the knowledge, in the language in which it was asked', async () => {
    const { discord, channels, ana } = await openWhole();
    const answer = await ana.answerTo(
      ana.command(channels[0] ?? '', { name: 'ask', options: { question: '¿Quién es la tesorera?' } }),
    );
    expect(textOf(answer)).toContain('Ada Lovelace');
    expect(textOf(answer)).toContain('Fuentes');
    expect(discord.refused).toEqual([]);
    const typing = ana.type(channels[0] ?? '', 'ask', 'question', 'treas');
    await waitUntil('suggestions', () => typing.choices !== undefined);
    expect(typing.choices?.[0]?.value).toBe('Treasurer of the association');
  });

  test('a member is refused what is the secretariat’s', async () => {
    const { discord, channels } = await openWhole();
    const ben = createPerson(discord, 'Ben');
    const answer = await ben.answerTo(ben.command(channels[0] ?? '', { name: 'announce' }));
    expect(answer.seenBy).toBe(ben.user.id);
    expect(textOf(answer)).toContain('desk@example.org');
  });
});
