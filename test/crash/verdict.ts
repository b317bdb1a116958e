import type { Platforms } from './platforms.ts';

/** An announcement whose confirmation the program acknowledged. */
export interface Promised {
  readonly id: string;
  readonly title: string;
}

export interface Verdict {
  /** Every destination in which people see something more than once. */
  readonly duplicates: readonly string[];
  /** Every destination in which people do not see what was promised. */
  readonly losses: readonly string[];
}

/** Compares what was promised with what people see, and finds also what was posted twice without a promise. */
export function verdict(
  promised: readonly Promised[],
  { channels, visible }: Pick<Platforms, 'channels' | 'visible'>,
): Verdict {
  const duplicates: string[] = [];
  const losses: string[] = [];
  for (const channel of channels) {
    const titles = visible(channel).flatMap((text) => /Announcement \d+ of many/.exec(text) ?? []);
    const seen = new Set(titles);
    for (const title of seen) {
      if (titles.indexOf(title) !== titles.lastIndexOf(title)) duplicates.push(`${channel} ${title}`);
    }
    losses.push(...promised.filter(({ title }) => !seen.has(title)).map(({ title }) => `${channel} ${title}`));
  }
  return { duplicates, losses };
}
