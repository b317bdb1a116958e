import { expect, test } from 'vitest';
import { languages, type Language } from '../../../src/language.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { blocksText } from '../../fakes/slack/seen.ts';
import { testFolder } from '../../fakes/test-store.ts';
import { openWhole, type Whole } from './whole-slack.ts';

const locales = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR' } as const;

async function homeOf({ slack }: Whole, person: Whole['ana']): Promise<string> {
  slack.workspace.homes.delete(person.id);
  await person.openHome('home');
  await waitUntil('the home', () => slack.workspace.homes.has(person.id));
  return blocksText(slack.workspace.homes.get(person.id)?.['blocks']);
}

/** Writes an announcement by its form. */
async function write({ ana }: Whole, title: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await ana.slash(ana.direct, '/announce');
  await waitUntil('the form', () => ana.modal() !== undefined);
  await ana.submit({ 'title.en': title, 'body.en': `About ${title}.`, audience: 'all', missing: 'en', ...more });
  await waitUntil('the preview', () => ana.reads().some((text) => text.includes(`About ${title}.`)));
}

test('the secretariat finds drafts, what waits for it and what is scheduled, and opens each, after a restart too', async () => {
  const folder = testFolder();
  const settings = { requireApproval: true };
  const first = await openWhole({ folder, settings });
  const inAYear = new Date(Date.now() + 365 * 24 * 3_600_000).toISOString().slice(0, 10);
  const submit = new RegExp(`^${messagesIn('en').announcing.preview.submit}`);
  await write(first, 'The scheduled', { publishAt: `${inAYear} 10:00` });
  await first.ana.pressIn(first.ana.direct, submit);
  await homeOf(first, first.eva);
  await first.eva.pressAtHome('Abrir: The scheduled');
  await first.eva.pressIn(first.eva.direct, /^Publicar/);
  await waitUntil('the report', () => first.eva.reads().some((text) => text.includes('Programad')));
  await write(first, 'The awaiting');
  await first.ana.pressIn(first.ana.direct, submit);
  await write(first, 'The draft');
  await first.stop();

  const second = await openWhole({ folder, settings, slack: first.slack });
  const { list } = messagesIn('es').announcing;
  const home = await homeOf(second, second.eva);
  for (const part of [list.awaiting, list.drafts, list.scheduled, 'The awaiting', 'The draft', 'The scheduled'])
    expect(home).toContain(part);
  for (const title of ['The awaiting', 'The draft', 'The scheduled']) expect(home).toContain(`[Abrir: ${title}]`);
  await second.eva.pressAtHome('Abrir: The awaiting');
  await second.eva.pressIn(second.eva.direct, /^Publicar/);
  await waitUntil('the posts', () => second.shown().every((texts) => texts.length === 1));
  expect(second.slack.refused).toEqual([]);
});

test.each<Language>([...languages])(
  'a member sees how to ask in %s, and nothing of the announcements',
  async (language) => {
    const whole = await openWhole();
    whole.slack.workspace.addUser('U0BEN', { name: 'Ben', locale: locales[language] });
    const home = await homeOf(whole, whole.ben);
    const { room, announcing } = messagesIn(language);
    expect(home).toContain(room.homeHow);
    expect(home).not.toContain(announcing.list.title);
  },
);

test('a question at home is answered in the direct conversation', async () => {
  const whole = await openWhole();
  const home = await homeOf(whole, whole.ben);
  const [, question = ''] = /\[([^\]]+\?)\]/.exec(home) ?? [];
  await whole.ben.pressAtHome(question);
  await waitUntil('the answer', () => whole.ben.reads().length === 1);
});

test('members see the coming events that were announced to them', async () => {
  const whole = await openWhole();
  const inAYear = new Date(Date.now() + 365 * 24 * 3_600_000).toISOString().slice(0, 10);
  await write(whole, 'Harbour Assembly', { start: `${inAYear} 10:00`, place: 'Riverton' });
  expect(await homeOf(whole, whole.ben)).not.toContain('Harbour Assembly');
  await whole.ana.pressIn(whole.ana.direct, /^Post in/);
  await waitUntil('the posts', () => whole.shown().every((texts) => texts.length === 1));
  await waitUntil('the event at home', async () =>
    /Harbour Assembly[\s\S]*Riverton/.test(await homeOf(whole, whole.ben)),
  );
  expect(whole.slack.refused).toEqual([]);
});
