import { afterEach, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/chat/adapter.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Posted } from '../../../src/chat/outlet.ts';
import { markdown } from '../../contract/sample-core.ts';
import { samplePosts } from '../../contract/sample-posts.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import { allComponents } from '../../fakes/discord/rules.ts';
import { textOf } from '../../fakes/discord/state.ts';
import { adapterOn, openDiscordRoom, type OpenDiscordRoom } from './discord-harness.ts';
import { announcingCore } from './sample-form.ts';

const rooms: OpenDiscordRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

interface Kept {
  readonly id: string;
  readonly message: Posted;
  readonly reader: Incoming;
}

async function open() {
  const heard: Incoming[] = [];
  const kept: Kept[] = [];
  const core: Core = {
    ...announcingCore(heard),
    keepUpToDate: async (id, message, reader) => void kept.push({ id, message, reader }),
  };
  const channel = { id: '' };
  const room = await openDiscordRoom(core, {}, (discord) => {
    channel.id = discord.state.addChannel({ name: 'secretariat' });
  });
  rooms.push(room);
  const ana = createPerson(room.discord, 'Ana', { roles: ['900000000000000010'] });
  return { ...room, core, heard, kept, ana, channelId: channel.id };
}

const commandsIn = (heard: readonly Incoming[]) =>
  heard.flatMap((incoming) =>
    incoming.kind === 'command' ? [{ name: incoming.name, options: incoming.options }] : [],
  );

describe('announcing on Discord', () => {
  test('/announce opens a form part by part, keeps what was written, and ends in a report that is kept up to date', async () => {
    const { discord, heard, kept, ana, channelId } = await open();
    const first = await ana.modalOf(ana.command(channelId, { name: 'announce' }));
    expect(first.modal?.components.map(({ component }) => component?.custom_id)).toEqual([
      'title.en',
      'body.en',
      'title.es',
      'body.es',
      'audience',
    ]);
    const panel = await ana.answerTo(
      ana.submit(first, { 'title.en': 'Hi', 'body.en': 'All **come**.', audience: ['members-es'] }),
    );
    expect(panel.seenBy).toBe(ana.user.id);
    for (const part of ['Hi', 'All **come**.', 'Members', 'still empty']) expect(textOf(panel)).toContain(part);
    const second = await ana.modalOf(ana.press(panel, '2.'));
    const after = await ana.answerTo(ana.submit(second, { reminders: ['7d', '1h'], pings: true }));
    expect(after.id).toBe(panel.id);
    for (const part of ['7d, 1h', '**The pings** yes']) expect(textOf(after)).toContain(part);

    // Too short: the same form with everything in it and what is wrong.
    const again = await ana.answerTo(ana.press(after, 'Preview'));
    expect(textOf(again)).toContain('One thing is wrong.');
    await waitUntil('the form', () =>
      discord.state.messages.some((message) => textOf(message).includes('“Hi” is too short.')),
    );
    const wrong = discord.state.messages.findLast((message) => textOf(message).includes('“Hi” is too short.'));
    if (wrong === undefined) throw new Error('no form');
    const repair = await ana.modalOf(ana.press(wrong, '1.'));
    expect(repair.modal?.components[1]?.component?.['value']).toBe('All **come**.');
    const repaired = await ana.answerTo(ana.submit(repair, { 'title.en': 'The assembly' }));
    expect(textOf(repaired)).not.toContain('too short');
    const preview = await ana.answerTo(ana.press(repaired, 'Preview'));
    expect(textOf(preview)).toContain('It goes to one channel.');

    const note = await ana.answerTo(ana.press(preview, 'Post now'));
    expect(textOf(note)).toContain('direct message');
    const [report] = discord.state.in(ana.directChannel);
    expect(report === undefined ? '' : textOf(report)).toContain('1 sent, 0 waiting.');
    expect(kept).toMatchObject([{ id: 'draft1', message: { messageId: `${ana.directChannel}/${report?.id}` } }]);
    expect(kept[0]?.reader.person.groups).toContain('discord:900000000000000010');

    expect(commandsIn(heard).map(({ name }) => name)).toEqual(['announce', 'announce', 'announce', 'announcement']);
    expect(commandsIn(heard)[2]?.options).toEqual({
      id: 'draft1',
      'title.en': 'The assembly',
      'body.en': 'All **come**.',
      'title.es': '',
      'body.es': '',
      audience: 'members-es',
      reminders: '7d,1h',
      pings: 'true',
    });
    expect(commandsIn(heard)[3]?.options).toEqual({
      action: 'confirm',
      id: 'draft1',
      revision: '1',
      digest: 'd'.repeat(64),
    });
    expect(discord.refused).toEqual([]);
  });

  test('update() changes the report where it stands', async () => {
    const { adapter, discord, kept, ana, channelId } = await open();
    const preview = await ana.answerTo(
      ana.command(channelId, { name: 'announce', file: { name: 'a.md', text: '---\naudience: all\n---\n' } }),
    );
    await ana.answerTo(ana.press(preview, 'Post now'));
    const [report] = kept;
    if (report === undefined) throw new Error('no report');
    await adapter.update?.(report.message, { language: 'en', body: markdown('2 sent.'), reportsOn: 'draft1' });
    expect(discord.visible(ana.directChannel)).toEqual(['2 sent.']);
  });

  test('a file can be attached instead; one that is too large is refused with its size', async () => {
    const { heard, ana, channelId, discord } = await open();
    const text = '---\naudience: all\n---\n# en: Título\n\nÑandú';
    expect(
      textOf(await ana.answerTo(ana.command(channelId, { name: 'announce', file: { name: 'a.md', text } }))),
    ).toContain('Preview');
    expect(commandsIn(heard)[0]?.options).toEqual({ file: text });
    const large = { name: 'large.md', text: 'x'.repeat(1_100_000) };
    expect(textOf(await ana.answerTo(ana.command(channelId, { name: 'announce', file: large })))).toContain(
      '1100000 bytes',
    );
    discord.files.clear();
    const gone = ana.command(channelId, { name: 'announce', file: { name: 'b.md', text } });
    discord.files.clear();
    expect(textOf(await ana.answerTo(gone))).toContain('b.md');
  });

  test('a file that comes slowly does not keep Discord waiting for the first answer', async () => {
    const { ana, channelId, discord } = await open();
    const file = Promise.withResolvers<void>();
    discord.holdFiles(file.promise);
    const given = ana.command(channelId, { name: 'announce', file: { name: 'a.md', text: 'long enough' } });
    await waitUntil('the deferral', () => given.acknowledged);
    expect(given.deferred).toBe(true);
    file.resolve();
    expect(textOf(await ana.answerTo(given))).toContain('Preview');
    expect(discord.refused).toEqual([]);
  });

  test('what is longer than its field may be can be shortened in the form', async () => {
    const { heard, ana, channelId, discord } = await open();
    const title = 'A title '.repeat(30).trim();
    const first = await ana.modalOf(ana.command(channelId, { name: 'announce' }));
    const panel = await ana.answerTo(ana.submit(first, { 'title.en': title }));
    const again = await ana.modalOf(ana.press(panel, '1.'));
    expect(again.modal?.components[0]?.component).toMatchObject({ value: title, max_length: title.length });
    const shorter = await ana.answerTo(ana.submit(again, { 'title.en': 'A title' }));
    await ana.answerTo(ana.press(shorter, 'Preview'));
    expect(commandsIn(heard).at(-1)?.options['title.en']).toBe('A title');
    expect(discord.refused).toEqual([]);
  });

  test('after a restart a button still works with what fits into it, and a form that was filled in is not lost', async () => {
    const { discord, adapter, core, heard, ana, channelId } = await open();
    const preview = await ana.answerTo(
      ana.command(channelId, { name: 'announce', file: { name: 'a.md', text: 'long enough' } }),
    );
    const form = await ana.modalOf(ana.command(channelId, { name: 'announce' }));
    const panel = await ana.answerTo(
      ana.submit(await ana.modalOf(ana.command(channelId, { name: 'announce' })), { 'title.en': 'Kept?' }),
    );
    await adapter.stop();
    const other = adapterOn(discord);
    await other.start(core);
    await ana.answerTo(ana.press(preview, 'Post now'));
    expect(commandsIn(heard).at(-1)).toEqual({
      name: 'announcement',
      options: { action: 'confirm', id: 'draft1', revision: '1' },
    });
    await ana.answerTo(ana.submit(form, { 'title.en': 'Written before', audience: ['all'] }));
    expect(commandsIn(heard).at(-1)?.options).toMatchObject({
      id: 'draft1',
      'title.en': 'Written before',
      audience: 'all',
    });
    expect(textOf(await ana.answerTo(ana.press(panel, 'Preview')))).toContain('no longer have this form');
    expect(textOf(panel)).toContain('Kept?');
    await other.stop();
  });

  test('a button in a direct conversation is pressed with the rights that the person has on the server', async () => {
    const { discord, heard, ana, channelId } = await open();
    const preview = await ana.answerTo(
      ana.command(channelId, { name: 'announce', file: { name: 'a.md', text: 'long enough' } }),
    );
    const posted = discord.state.write(
      ana.directChannel,
      { id: '900000000000000002', name: 'assistant', bot: true },
      preview.body,
    );
    if (!('author' in posted)) throw new Error('not posted');
    const answer = await ana.answerTo(ana.press(posted, 'Post now'));
    // The report itself stays as it is: it is kept up to date.
    expect(answer.id).not.toBe(posted.id);
    expect(answer.seenBy).toBe(ana.user.id);
    expect(heard.at(-1)?.person.groups).toContain('discord:900000000000000010');
  });

  test.each([
    ['#secretariat', (channelId: string) => `discord:${channelId}`],
    ['<#123456789012345678>', () => 'discord:123456789012345678'],
    ['#unknown', () => '#unknown'],
    ['slack:C0NEWS', () => 'slack:C0NEWS'],
  ])('a channel that was typed as %s goes to the core under its own name', async (typed, expected) => {
    const { heard, ana, channelId } = await open();
    await ana.answerTo(ana.command(channelId, { name: 'help', options: { channel: typed } }));
    expect(heard).toMatchObject([{ options: { channel: expected(channelId) } }]);
  });

  test('a preview shows the post with the components that it will have', async () => {
    const { discord } = await open();
    const { outlet } = adapterOn(discord);
    const payload = outlet?.render(samplePosts.fr).payload ?? '';
    const { renderReply } = await import('../../../adapters/discord/render.ts');
    const { createActionCodes } = await import('../../../adapters/discord/actions.ts');
    const preview = { platform: 'discord', language: 'fr', channels: ['#general'], payload, text: '' } as const;
    const messages = renderReply({ language: 'en', body: markdown('Look.'), previews: [preview] }, createActionCodes());
    expect(messages.at(-1)?.components).toEqual(JSON.parse(payload).components);
    expect(allComponents(JSON.parse(JSON.stringify(messages[1]?.components)))[0]?.content).toContain('#general');
  });
});
