/** Share of questions whose right passage stands among the first `k`; ranks begin at 0, −1 is "not found". */
export function hitAt(ranks: readonly number[], k: number): number {
  return share(ranks, (rank) => rank >= 0 && rank < k);
}

/** Mean of 1 / position of the right passage, counting 0 beyond the first `k`; ranks begin at 0, −1 is "not found". */
export function meanReciprocalRank(ranks: readonly number[], k: number): number {
  return mean(ranks.map((rank) => (rank >= 0 && rank < k ? 1 / (rank + 1) : 0)));
}

export function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which a share of the values lies; the median for 0.5. NaN when there is none. */
export function quantile(values: readonly number[], portion: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(portion * sorted.length))] ?? Number.NaN;
}

/**
 * Area under the ROC curve: how likely it is that one of `positives` is higher than one of `negatives`, equal ones
 * counting half. Undefined when either is empty.
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number | undefined {
  if (positives.length === 0 || negatives.length === 0) return undefined;
  const all = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ].toSorted((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const meanRank = (start + 1 + end) / 2;
    rankSum += meanRank * all.slice(start, end).filter(({ positive }) => positive).length;
    start = end;
  }
  const n = positives.length;
  return (rankSum - (n * (n + 1)) / 2) / (n * negatives.length);
}
