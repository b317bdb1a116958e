import { expect, onTestFinished, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { openPlatform } from '../../fakes/platform.ts';
import { createPlatformOutlet } from '../../fakes/platform-outlet.ts';
import { seenText } from '../../fakes/slack/seen.ts';
import { botUser } from '../../fakes/slack/workspace.ts';
import { channels, desk, openWhole, type Whole } from './whole-slack.ts';

const [channel] = channels;
const { questions: words, room } = messagesIn('en');
const forward = new RegExp(`^${words.forward.slice(0, 40)}`);

/** The question as it stands at the secretariat. */
async function passedOn({ ana }: Whole) {
  await waitUntil('the question', () => ana.visible(desk).length === 1);
  const [question] = ana.visible(desk);
  if (question === undefined) throw new Error('nothing was passed on');
  return question;
}

test('a question that was asked in a channel is answered in its thread, also twice with the same words', async () => {
  const whole = await openWhole();
  const { ana, ben, slack } = whole;
  const asked = await ben.say(channel, `<@${botUser}> How many bicycles has the moon?`);
  await ben.pressIn(channel, forward);
  const question = await passedOn(whole);
  expect(seenText(question)).toContain('How many bicycles has the moon?');
  const answers = () => ben.visible(channel).filter((message) => seenText(message).includes('None at all.'));
  await ana.say(desk, 'None at all.', question.ts);
  await waitUntil('the answer', () => answers().length === 1);
  await ana.say(desk, 'None at all.', question.ts);
  await waitUntil('the second answer', () => answers().length === 2);
  expect(answers().every(({ threadTs }) => threadTs === asked)).toBe(true);
  await waitUntil('the receipts', () => ana.visible(desk).length === 5);
  expect(slack.refused).toEqual([]);
});

test('what a member says at the secretariat’s channel is not passed on', async () => {
  const whole = await openWhole();
  const { ben } = whole;
  await ben.say(channel, `<@${botUser}> How many bicycles has the moon?`);
  await ben.pressIn(channel, forward);
  const question = await passedOn(whole);
  await ben.say(desk, 'I was asking myself.', question.ts);
  await waitUntil('the refusal', () => ben.visible(desk).length === 3);
  expect(ben.visible(channel).some((message) => seenText(message).includes('I was asking myself.'))).toBe(false);
});

test('a question that nobody else saw is answered in the direct conversation, also from where nobody invited us', async () => {
  const whole = await openWhole();
  const { ana, ben, slack } = whole;
  slack.workspace.addChannel('C0CLOSED', { members: ['U0BEN'] });
  await ben.slash('C0CLOSED', '/ask', 'How many bicycles has the moon?');
  await ben.pressIn('C0CLOSED', forward);
  const question = await passedOn(whole);
  await ana.say(desk, 'None at all.', question.ts);
  await waitUntil('the answer', () => ben.reads().some((text) => text.includes('None at all.')));
  expect(ben.visible('C0CLOSED').every(({ onlyFor }) => onlyFor === ben.id)).toBe(true);
});

test('a question that was asked after an answer did not help reaches the secretariat as well', async () => {
  const whole = await openWhole();
  const { ben } = whole;
  await ben.say(ben.direct, 'Who is the treasurer?');
  await ben.pressIn(ben.direct, new RegExp(`^${room.notHelpful}`));
  await ben.pressIn(ben.direct, forward);
  expect(seenText(await passedOn(whole))).toContain('Who is the treasurer?');
});

test('two people who write to each other are answered there, and nobody else reads it', async () => {
  const { ben, slack } = await openWhole();
  slack.workspace.addChannel('D0BETWEEN', { kind: 'im', members: ['U0ANA', 'U0BEN'] });
  await ben.slash('D0BETWEEN', '/ask', 'Who is the treasurer?');
  await waitUntil('the answer', () => ben.visible('D0BETWEEN').some((one) => seenText(one).includes('Ada Lovelace')));
  expect(slack.workspace.visible('D0BETWEEN', 'U0ANA')).toEqual([]);
});

test('an answer reaches a person on another platform from the thread at the secretariat', async () => {
  const platform = await openPlatform();
  onTestFinished(() => platform.close());
  platform.addChannel('direct');
  const whole = await openWhole({ others: [createPlatformOutlet({ address: platform.address })] });
  const options = { question: 'Combien de vélos a la lune ?' };
  const person = { id: 'fake:zoe', name: 'Zoé' };
  const about = { conversationId: 'fake:zoe', person, replyTo: 'fake:direct', locale: 'fr' } as const;
  await whole.core.handle({ kind: 'command', name: 'forward', options, ...about });
  const question = await passedOn(whole);
  await whole.ana.say(desk, 'Aucun.', question.ts);
  await waitUntil('the answer', () => JSON.stringify(platform.visible('direct')).includes('Aucun.'));
});
