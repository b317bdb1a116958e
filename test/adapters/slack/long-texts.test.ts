import { expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { blocksText } from '../../fakes/slack/seen.ts';
import { bodyOf } from '../../../src/chat/blocks.ts';
import { formView } from '../../../adapters/slack/form-view.ts';
import { announcementForm } from '../../../src/announcements/announcement-form.ts';
import { languages } from '../../../src/language.ts';
import { viewProblems } from '../../fakes/slack/check-blocks.ts';
import { openWhole, type Whole } from './whole-slack.ts';

const { announcing, room: words } = messagesIn('en');
const { form } = announcing;
const paragraphs = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `Paragraph ${index}: ${'as long as people write it. '.repeat(12).trim()}`,
  );

const shown = ({ ana }: Whole) => blocksText(ana.modal()?.['blocks']);
const content = async ({ store }: Whole) => {
  const [announcement] = await store.announcements.list({ limit: 1 });
  return announcement?.content.texts.en?.body;
};

async function openForm(whole: Whole): Promise<void> {
  await whole.ana.slash(whole.ana.direct, '/announce');
  await waitUntil('the form', () => whole.ana.modal() !== undefined);
}

test('formView() holds the longest texts that an announcement may have, in three languages, within every limit', () => {
  const texts = [
    paragraphs(70).join('\n\n').slice(0, 20_000),
    'word '.repeat(4_000).trim(),
    `${`${'x'.repeat(1_600)} `.repeat(3)}${'y'.repeat(15_000)}`,
  ];
  const values = Object.fromEntries(languages.map((language, index) => [`body.${language}`, texts[index] ?? '']));
  const base = {
    language: 'en',
    problems: new Map<string, string>(),
    audiences: [{ name: 'all', channels: [] }],
  } as const;
  const filled = announcementForm({ ...base, values, offersPings: true, offersCancelling: true });
  const view = formView(filled, { language: 'en', body: bodyOf([]) });
  expect(viewProblems(view)).toEqual([]);
  for (const text of [texts[0], texts[1]]) {
    for (const part of text?.split(/\s+/) ?? []) expect(blocksText(view.blocks)).toContain(part);
  }
});

test('a body longer than a field stands in several when it is changed, and comes back to the character', async () => {
  const whole = await openWhole();
  const { ana, core, slack } = whole;
  const body = `${paragraphs(20).join('\n\n')}\n\n- one\n    - two`;
  const command = { kind: 'command', name: 'announce' } as const;
  const person = { id: 'slack:U0ANA', groups: ['slack:S0DESK'] };
  const options = { 'title.en': 'Long', 'body.en': body, audience: 'all', missing: 'en' };
  await core.handle({ ...command, conversationId: 'c', person, options });
  const id = (await whole.store.announcements.list({ limit: 1 }))[0]?.id ?? '';
  expect(await content(whole)).toBe(body);
  await ana.slash(ana.direct, '/announcements', id);
  await ana.pressIn(ana.direct, new RegExp(`^${announcing.preview.edit}`));
  await waitUntil('the form', () => ana.modal() !== undefined);
  for (const paragraph of body.split(/\n\s*/)) expect(shown(whole)).toContain(paragraph);
  expect(shown(whole)).not.toContain(words.tooLongForForm(form.body('en'), body.length, 24_000));
  await ana.submit({ 'title.en': 'Longer' });
  await expect.poll(async () => (await whole.store.announcements.get(id))?.content.texts.en?.title).toBe('Longer');
  expect((await whole.store.announcements.get(id))?.content.texts.en?.body).toBe(body);
  expect(slack.refused).toEqual([]);
});

test('a field gets more room by its button as often as the text may need, and what was typed stays', async () => {
  const whole = await openWhole();
  const { ana, slack } = whole;
  await openForm(whole);
  const more = words.moreRoom(form.body('en'));
  const typed = { 'title.en': 'Long', 'body.en': paragraphs(8).join('\n\n'), audience: 'all', missing: 'en' };
  await ana.pressInModal(more, typed);
  await waitUntil(
    'the second field',
    () => shown(whole).includes(words.goesOn) || JSON.stringify(ana.modal()).includes('body.en~2'),
  );
  expect(shown(whole)).toContain('Paragraph 7');
  for (let part = 3; part <= 7; part += 1) {
    await ana.pressInModal(more);
    await waitUntil(`field ${part}`, () => JSON.stringify(ana.modal()).includes(`body.en~${part}`));
  }
  expect(shown(whole)).not.toContain(more);
  expect(shown(whole)).toContain(words.moreRoom(form.body('es')));
  await ana.submit({ 'body.en~2': 'And more.', 'body.en~7': 'The end.' });
  await expect.poll(async () => await content(whole)).toBe(`${typed['body.en']}\n\nAnd more.\n\nThe end.`);
  expect(slack.refused).toEqual([]);
});

test('a button pressed twice gives one field more', async () => {
  const whole = await openWhole();
  const { ana } = whole;
  await openForm(whole);
  const more = words.moreRoom(form.body('en'));
  await Promise.all([ana.pressInModal(more), ana.pressInModal(more)]);
  await waitUntil('the second field', () => JSON.stringify(ana.modal()).includes('body.en~2'));
  expect(JSON.stringify(ana.modal())).not.toContain('body.en~3');
});

test('a long text that is refused comes back in its fields, with the reason', async () => {
  const whole = await openWhole();
  const { ana } = whole;
  await openForm(whole);
  const typed = { 'body.en': paragraphs(8).join('\n\n'), audience: 'all' };
  await ana.pressInModal(words.moreRoom(form.body('en')), typed);
  await waitUntil('the second field', () => JSON.stringify(ana.modal()).includes('body.en~2'));
  const answer = await ana.submit({ 'body.en~2': 'The second part.' });
  expect(answer).toMatchObject({ response_action: 'errors', errors: { 'title.en': expect.any(String) } });
});
