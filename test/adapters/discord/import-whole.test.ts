import { describe, expect, test } from 'vitest';
import { textOf } from '../../fakes/discord/state.ts';
import { openWhole } from './whole-discord.ts';

const dayMs = 24 * 60 * 60 * 1000;
const utc = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

function icsOf(startAt: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Calendar//EN',
    'BEGIN:VEVENT',
    'UID:assembly@example.org',
    `DTSTAMP:${utc(startAt)}`,
    `DTSTART:${utc(startAt)}`,
    `DTEND:${utc(startAt + 60 * 60 * 1000)}`,
    'SUMMARY:The assembly of the members opens',
    'DESCRIPTION:Please bring your badge to the opening.',
    'LOCATION:Harbour Hall',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const file = { name: 'assembly.ics', text: icsOf(Date.now() + 10 * dayMs) };

describe('importing a calendar file on Discord', () => {
  test('makes drafts of a file that is attached to the command, each with a preview behind a button', async () => {
    const { store, discord, channels, ana } = await openWhole();
    const asked = ana.command(channels[0] ?? '', { name: 'import', file, options: { audience: 'all' } });
    const answer = await ana.answerTo(asked);
    expect(answer.seenBy).toBe(ana.user.id);
    expect(textOf(answer)).toContain('The assembly of the members opens');
    const drafts = await store.announcements.list({ limit: 5 });
    expect(drafts).toMatchObject([{ status: 'draft', content: { audience: 'all', event: { place: 'Harbour Hall' } } }]);
    expect(discord.visible(channels[0] ?? '')).toEqual([]);
    expect(discord.refused).toEqual([]);
  });

  test('asks for the file in a form, and for another one where it cannot be read', async () => {
    const { store, discord, channels, ana } = await openWhole();
    const form = await ana.modalOf(ana.command(channels[0] ?? '', { name: 'import' }));
    const broken = { name: 'broken.ics', text: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n' };
    expect(textOf(await ana.answerTo(ana.submit(form, {}, { file: broken })))).toContain('Line 2: VEVENT begins here');
    expect(await store.announcements.list({ limit: 5 })).toEqual([]);
    const again = await ana.modalOf(ana.command(channels[0] ?? '', { name: 'import' }));
    const answer = await ana.answerTo(ana.submit(again, {}, { file }));
    expect(textOf(answer)).toContain('The assembly of the members opens');
    expect(await store.announcements.list({ limit: 5 })).toHaveLength(1);
    expect(discord.refused).toEqual([]);
  });
});
