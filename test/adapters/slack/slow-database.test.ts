import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { blocksText } from '../../fakes/slack/seen.ts';
import { botUser } from '../../fakes/slack/workspace.ts';
import { testFolder } from '../../fakes/test-store.ts';
import { channels, openWhole } from './whole-slack.ts';

const [channel] = channels;
const { room: words, storeFailed } = messagesIn('en');

/** The program, and another one that holds the database for itself. */
async function openLocked() {
  const folder = testFolder();
  const whole = await openWhole({ folder });
  const other = new DatabaseSync(join(folder, 'assistant.db'));
  onTestFinished(() => other.close());
  const late = () => [...whole.slack.socketMode.late];
  return { ...whole, late, lock: () => other.exec('begin immediate'), unlock: () => other.exec('rollback') };
}

test('a question is acknowledged in time and answered while somebody else holds the database', async () => {
  const { slack, ben, late, lock, unlock } = await openLocked();
  lock();
  await ben.say(channel, `<@${botUser}> Who is the treasurer?`);
  await waitUntil('the answer', () => ben.visible(channel).length === 2);
  expect(blocksText(ben.visible(channel)[1]?.blocks)).toContain('Ada Lovelace');
  expect(late()).toEqual([]);
  unlock();
  await ben.say(channel, `<@${botUser}> Who is the Secretary General?`);
  await waitUntil('the second answer', () => ben.visible(channel).length === 4);
  expect(late()).toEqual([]);
  expect(slack.refused).toEqual([]);
});

const typed = { 'title.en': 'The assembly opens', 'body.en': 'Bring your badge.', audience: 'all', missing: 'en' };

test('a form is acknowledged in time, and stored when the database is free again', async () => {
  const { ana, late, lock, unlock } = await openLocked();
  await ana.slash(channel, '/announce');
  await waitUntil('the form', () => ana.modal() !== undefined);
  lock();
  expect(await ana.submit(typed)).toMatchObject({ response_action: 'update' });
  expect(blocksText(ana.modal()?.['blocks'])).toContain(words.moment);
  unlock();
  await waitUntil('the preview', () => ana.reads().some((text) => text.includes('Bring your badge.')));
  await waitUntil('the end', () => blocksText(ana.modal()?.['blocks']).includes(words.formReceived));
  expect(late()).toEqual([]);
});

test('a form that could not be stored stays, with all that was typed, and says so', async () => {
  const { ana, late, lock, unlock } = await openLocked();
  await ana.slash(channel, '/announce');
  await waitUntil('the form', () => ana.modal() !== undefined);
  lock();
  await ana.submit(typed);
  const shown = () => blocksText(ana.modal()?.['blocks']);
  // The store tries for five seconds, first to remember the form, then to keep the draft.
  await expect.poll(shown, { timeout: 20_000 }).toContain(storeFailed('desk@example.org'));
  expect(shown()).toContain('Bring your badge.');
  expect(late()).toEqual([]);
  unlock();
  await ana.submit({});
  await waitUntil('the preview', () => ana.reads().some((text) => text.includes('Bring your badge.')));
});
