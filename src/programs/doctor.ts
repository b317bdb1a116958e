import type { World } from './world.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly ok: boolean;
  /** What was looked at, without any secret in it. */
  readonly what: string;
  /** What to do, where it is not right. */
  readonly todo?: string;
}

/** Checks what is configured for the platforms and says what to do; the exit code is 1 when something is not right. */
export async function doctor(world: World): Promise<number> {
  const findings = await findingsOf(world);
  for (const { ok, what, todo } of findings) {
    world.stdout.write(`${ok ? 'ok     ' : 'wrong  '} ${what}\n${ok || todo === undefined ? '' : `        ${todo}\n`}`);
  }
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

async function findingsOf({ config }: World): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const secretariat = config.secretariatChannel === undefined ? {} : { secretariatChannel: config.secretariatChannel };
  if (config.slack === undefined) findings.push({ ok: true, what: 'Slack is not configured (docs/slack.md says how)' });
  else {
    const { checkSlack } = await import('../../adapters/slack/doctor.ts');
    findings.push(...(await checkSlack({ ...config.slack, ...secretariat })));
  }
  if (config.discord === undefined) {
    findings.push({ ok: true, what: 'Discord is not configured (docs/discord.md says how)' });
  } else {
    const { checkDiscord } = await import('../../adapters/discord/doctor.ts');
    findings.push(...(await checkDiscord({ ...config.discord, ...secretariat })));
  }
  return findings;
}
