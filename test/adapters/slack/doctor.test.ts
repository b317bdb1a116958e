import { afterEach, expect, test } from 'vitest';
import { checkSlack } from '../../../adapters/slack/doctor.ts';
import { botScopes } from '../../../adapters/slack/scopes.ts';
import { appToken, botToken, startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';

const opened: FakeSlack[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((slack) => slack.close()));
});

async function start(scopes?: readonly string[]) {
  const slack = await startFakeSlack(scopes === undefined ? {} : { scopes });
  opened.push(slack);
  slack.workspace.addChannel('C0DESK', { name: 'desk' });
  slack.workspace.addChannel('C0CLOSED', { name: 'closed', members: [] });
  return { botToken, inbound: { mode: 'socket', appToken }, apiUrl: slack.apiUrl } as const;
}

test('checkSlack() finds nothing wrong when everything is set up', async () => {
  const findings = await checkSlack({ ...(await start()), secretariatChannel: 'slack:C0DESK' });
  expect(findings.map(({ ok, what }) => [ok, what])).toEqual([
    [true, 'Slack: the bot token belongs to the workspace Fake'],
    [true, 'Slack: the app has all its scopes'],
    [true, 'Slack: the app-level token opens Socket Mode'],
    [true, 'Slack: questions are passed on to #desk'],
  ]);
});

test.each(Object.keys(botScopes))('checkSlack() says what the scope %s is for when it is missing', async (scope) => {
  const findings = await checkSlack(await start(Object.keys(botScopes).filter((name) => name !== scope)));
  const wrong = findings.filter(({ ok }) => !ok);
  expect(wrong).toHaveLength(1);
  expect(wrong[0]?.what).toContain(scope);
  expect(wrong[0]?.todo).toContain('Bot Token Scopes');
});

test('checkSlack() says once what to do about all scopes that are missing', async () => {
  const findings = await checkSlack(await start(['chat:write']));
  const wrong = findings.filter(({ ok }) => !ok);
  expect(wrong).toHaveLength(1);
  for (const [scope, purpose] of Object.entries(botScopes).filter(([name]) => name !== 'chat:write')) {
    expect(wrong[0]?.what).toContain(`${scope}, ${purpose}`);
  }
});

test('checkSlack() says where to get a token that Slack does not accept, and tells nobody what it was', async () => {
  const options = await start();
  const wrong = { mode: 'socket', appToken: 'xapp-wrong-secret' } as const;
  const findings = await checkSlack({ ...options, botToken: 'xoxb-wrong-secret', inbound: wrong });
  expect(findings.map(({ ok }) => ok)).toEqual([false, false]);
  expect(JSON.stringify(findings)).not.toContain('wrong-secret');
  expect(findings[0]?.todo).toContain('SLACK_BOT_TOKEN');
  expect(findings[1]?.todo).toContain('SLACK_APP_TOKEN');
});

test('checkSlack() says that the app was not invited to where questions are passed on', async () => {
  const findings = await checkSlack({ ...(await start()), secretariatChannel: 'slack:C0CLOSED' });
  expect(findings.at(-1)).toMatchObject({
    ok: false,
    what: expect.stringContaining('#closed'),
    todo: expect.stringContaining('/invite'),
  });
});

test('checkSlack() asks about no channel with a token that Slack does not accept', async () => {
  const findings = await checkSlack({ ...(await start()), botToken: 'xoxb-wrong', secretariatChannel: 'slack:C0DESK' });
  expect(findings.map(({ ok }) => ok)).toEqual([false, true]);
});

test('checkSlack() takes the examples of tokens for none', async () => {
  const inbound = { mode: 'socket', appToken: 'xapp-…' } as const;
  const findings = await checkSlack({ ...(await start()), botToken: 'xoxb-…', inbound });
  expect(findings[0]?.todo).toContain('SLACK_BOT_TOKEN');
  expect(findings[1]?.todo).toContain('SLACK_APP_TOKEN');
});

test('checkSlack() says that Slack could not be reached', async () => {
  const options = await start();
  await opened[0]?.close();
  const findings = await checkSlack(options);
  expect(findings.map(({ ok, todo }) => [ok, todo])).toEqual([
    [false, 'Check that this machine reaches slack.com, and try again.'],
    [false, 'Check that this machine reaches slack.com, and try again.'],
  ]);
});
