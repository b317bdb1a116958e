import { describe, expect, onTestFinished, test } from 'vitest';
import { smallKnowledge } from '../commands/small-knowledge.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { createPerson } from '../fakes/discord/people.ts';
import { discordToken, openDiscord } from '../fakes/discord/server.ts';
import { knowledgeFolder } from '../knowledge/knowledge-folder.ts';
import { emptyFolder, startProgram } from './program.ts';

/** The real program on a Discord of its own, with somebody in a channel. */
async function open() {
  const discord = await openDiscord();
  onTestFinished(() => discord.close());
  const channel = discord.state.addChannel({ name: 'general' });
  const env = {
    DATA_DIR: await emptyFolder(),
    KNOWLEDGE_DIR: await knowledgeFolder(smallKnowledge),
    DISCORD_TOKEN: discordToken,
    DISCORD_API_URL: discord.apiUrl,
  };
  const start = async () => await startProgram({ env });
  return { discord, channel, start, program: await start(), ana: createPerson(discord, 'Ana') };
}

const question = { name: 'ask', options: { question: 'Who is the treasurer?' } };
const answered = /Ada Lovelace/;

describe('a question on Discord', () => {
  test('during which the connection breaks is answered once, and so is what was asked meanwhile', async () => {
    const { discord, channel, ana } = await open();
    discord.trouble('late');
    const asked = ana.command(channel, question);
    await waitUntil('the deferral', () => asked.acknowledged);
    discord.gateway.drop();
    ana.say('Who is the treasurer?');
    await waitUntil('the connection to be taken up again', () => discord.gateway.seen.resumes === 1);
    discord.gateway.repeat();
    await ana.answerTo(asked);
    await waitUntil('the other answer', () => discord.visible(ana.directChannel).length > 0);
    // Answers come in the order of the questions: after this one, no second one of those before can come.
    const after = ana.command(channel, question);
    await ana.answerTo(after);
    expect(discord.visible(channel)).toEqual([expect.stringMatching(answered), expect.stringMatching(answered)]);
    expect(discord.visible(ana.directChannel)).toEqual([expect.stringMatching(answered)]);
    expect(discord.gateway.seen.identifies).toBe(1);
    expect(discord.refused).toEqual([]);
  });

  test('during which the program is killed gets no answer, and the same one asked again gets one', async () => {
    const { discord, channel, program, start, ana } = await open();
    discord.trouble('late');
    const asked = ana.command(channel, question);
    await waitUntil('the deferral', () => asked.acknowledged);
    program.child.kill('SIGKILL');
    await program.ended;
    await start();
    // Discord does not tell a new session of what happened before it.
    const again = ana.command(channel, question);
    await ana.answerTo(again);
    expect(discord.visible(channel)).toEqual([expect.stringMatching(answered)]);
    expect(asked.messageId).toBeUndefined();
    expect(discord.gateway.seen.identifies).toBe(2);
  });
});
