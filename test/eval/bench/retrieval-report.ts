import { engines } from './engines.ts';
import type { SetResult } from './measure-set.ts';
import { count, formatTable, milliseconds, percent } from './table.ts';

/** What was measured on one set, for people to read. */
export function formatSet(result: SetResult): string {
  const { set, candidates, quotations, abstaining } = result;
  const [ours] = result.engines;
  const { one, two, excerpt } = quotations.endToEnd;
  const quoted = ({ right, length }: typeof one) => `${percent(right)} (${Math.round(length)} characters)`;
  return [
    `${set.name}: ${count(set.passages.length)} passages, ${count(set.answerable.length)} answerable and ${count(set.impossible.length)} impossible questions`,
    '',
    formatEngines(result),
    '',
    `Candidates  the right passage is among the first 30: ${percent(candidates)}`,
    `Sentence    right, given the right passage: ${percent(quotations.givenPassage)}`,
    `End to end  one sentence ${quoted(one)}, up to two ${quoted(two)}, the excerpt as shown ${quoted(excerpt)}`,
    `Abstaining  AUC against off-topic ${area(abstaining.offTopic)}, document missing ${area(abstaining.withoutDocument)}, passage missing ${area(abstaining.withoutPassage)}, impossible ${area(abstaining.impossible)}`,
    `One typo    hit@1 ${percent(result.hit1WithTypo)}, which costs ${(100 * (ours.hit1 - result.hit1WithTypo)).toFixed(1)} points`,
  ].join('\n');
}

function formatEngines({ engines: results }: SetResult): string {
  const base = results.find(({ name }) => name === engines[0]?.name)?.queryMs ?? Number.NaN;
  const header = ['engine', 'hit@1', 'hit@3', 'MRR@10', 'build ms', 'p50 ms', '× MiniSearch'];
  const rows = results.map(({ name, hit1, hit3, reciprocalRank, buildMs, queryMs }) => [
    name,
    percent(hit1),
    percent(hit3),
    percent(reciprocalRank),
    milliseconds(buildMs),
    milliseconds(queryMs),
    (queryMs / base).toFixed(2),
  ]);
  return formatTable([header, ...rows]);
}

function area(value: number | undefined): string {
  return value?.toFixed(3) ?? '–';
}
