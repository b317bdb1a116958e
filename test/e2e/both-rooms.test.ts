import { describe, expect, test } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';
import { secretariatRole } from '../fakes/discord/api-objects.ts';
import { withButton } from '../fakes/discord/find-button.ts';
import { createPerson } from '../fakes/discord/people.ts';
import { textOf } from '../fakes/discord/state.ts';
import { openNewsroom } from './newsroom.ts';

const title = 'The assembly opens';

describe('with both platforms', () => {
  test('one announcement given on Discord goes to both at once, with one edit, one retraction and one report', async () => {
    const newsroom = await openNewsroom({ SECRETARIAT: `discord:${secretariatRole}` });
    const { discord, slack } = newsroom;
    const program = await newsroom.start();
    const desk = discord.state.addChannel({ name: 'desk' });
    const ana = createPerson(discord, 'Ana', { roles: [secretariatRole] });
    const find = (label: RegExp) => withButton(discord.state.messages, ana, label);
    const press = async (label: RegExp) => {
      await waitUntil(`a button ${String(label)}`, () => find(label) !== undefined);
      const found = find(label);
      if (found === undefined) throw new Error('The button is gone.');
      return ana.press(found.message, found.label);
    };
    const report = () => discord.visible(ana.directChannel);
    const untilReported = async (words: RegExp) =>
      await waitUntil(`the report to say ${String(words)}`, () => words.test(report().join('\n')));

    const form = await ana.modalOf(ana.command(desk, { name: 'announce' }));
    ana.submit(form, { 'title.en': title, 'body.en': 'Bring your **badge**.' });
    ana.submit(await ana.modalOf(await press(/^2\. /)), { audience: ['all'] });
    await waitUntil('the audience', () =>
      discord.state.messages.some((message) => /Audience\W+all/.test(textOf(message))),
    );
    await press(/^Preview$|^Show the preview$/);
    await press(/^Post in 3 channels/);
    await newsroom.untilSeen(program, [/The assembly opens[\s\S]*badge/]);
    await untilReported(/Sent: 3 channels/);
    for (const link of ['https://fake.slack.com/archives/C0NEWS/', 'https://discord.com/channels/'])
      expect(report().join('\n').replaceAll('\\', '')).toContain(link);

    const change = await ana.modalOf(await press(/^Change the text/));
    ana.submit(change, { 'body.en': 'Bring your badge **and a pen**.' });
    await press(/^Preview$|^Show the preview$/);
    await press(/^Change it in 3 channels/);
    await newsroom.untilSeen(program, [/The assembly opens[\s\S]*and a pen/]);

    await press(/^Take back 3/);
    await press(/^Yes, take back 3/);
    await newsroom.untilSeen(program, []);
    await untilReported(/Taken back: 3 channels/);
    // One report, from the first confirmation to the end, and none on the other platform.
    expect(report()).toHaveLength(1);
    expect(slack.workspace.messages).toEqual([]);
    expect(discord.refused).toEqual([]);
  });
});
