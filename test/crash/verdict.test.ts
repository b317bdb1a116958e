import { describe, expect, it } from 'vitest';
import { verdict } from './verdict.ts';

const channels = ['slack:one', 'discord:two'];
const promised = [1, 2].map((number) => ({ id: `a${number}`, title: `Announcement ${number} of many` }));

const text = (number: number) => `Announcement ${number} of many\nThe text of number ${number}.`;

function judge(seen: Readonly<Record<string, readonly number[]>>) {
  return verdict(promised, { channels, visible: (channel) => (seen[channel] ?? []).map(text) });
}

describe('verdict()', () => {
  it('finds nothing where every channel shows each promised announcement once', () => {
    expect(judge({ 'slack:one': [1, 2], 'discord:two': [2, 1] })).toEqual({ duplicates: [], losses: [] });
  });

  it('names the channel and the announcement that stands there twice', () => {
    const { duplicates, losses } = judge({ 'slack:one': [1, 2, 1], 'discord:two': [1, 2] });
    expect([duplicates, losses]).toEqual([['slack:one Announcement 1 of many'], []]);
  });

  it('names the channel that does not show what was promised', () => {
    const { duplicates, losses } = judge({ 'slack:one': [1, 2], 'discord:two': [2] });
    expect([duplicates, losses]).toEqual([[], ['discord:two Announcement 1 of many']]);
  });

  it('minds what nobody promised only where it stands twice', () => {
    expect(judge({ 'slack:one': [1, 2, 3], 'discord:two': [1, 2] })).toEqual({ duplicates: [], losses: [] });
    const { duplicates } = judge({ 'slack:one': [1, 2], 'discord:two': [1, 2, 3, 3] });
    expect(duplicates).toEqual(['discord:two Announcement 3 of many']);
  });

  it('does not take announcement 11 for announcement 1', () => {
    const { duplicates, losses } = judge({ 'slack:one': [11, 2], 'discord:two': [1, 11, 2] });
    expect([duplicates, losses]).toEqual([[], ['slack:one Announcement 1 of many']]);
  });
});
