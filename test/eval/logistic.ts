/** A logistic regression: one weight a feature and, last, the bias. */
export type Weights = readonly number[];

export interface Example {
  readonly features: readonly number[];
  readonly isPositive: boolean;
}

const iterations = 50;

export function probability(weights: Weights, features: readonly number[]): number {
  const sum = features.reduce((total, value, index) => total + value * (weights[index] ?? 0), weights.at(-1) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fits by Newton's method with a ridge penalty on the weights, not on the bias: Hastie, Tibshirani and Friedman, "The
 * Elements of Statistical Learning", 2nd edition, section 4.4.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): Weights {
  const size = (examples[0]?.features.length ?? 0) + 1;
  let weights = Array.from({ length: size }, () => 0);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const gradient = weights.map((weight, index) => (index === size - 1 ? 0 : ridge * weight));
    const hessian = weights.map((_, row) =>
      weights.map((_unused, column) => (row !== column ? 0 : row === size - 1 ? 1e-9 : ridge)),
    );
    for (const { features, isPositive } of examples) {
      const values = [...features, 1];
      const p = probability(weights, features);
      for (const [row, value] of values.entries()) {
        gradient[row] = (gradient[row] ?? 0) + value * (p - Number(isPositive));
        for (const [column, other] of values.entries()) addTo(hessian[row], column, value * other * p * (1 - p));
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, index) => weight - (step[index] ?? 0));
  }
  return weights;
}

function addTo(row: number[] | undefined, column: number, value: number): void {
  if (row !== undefined) row[column] = (row[column] ?? 0) + value;
}

/** Solves a system of linear equations by elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let pivot = 0; pivot < rows.length; pivot += 1) {
    const best = rows.slice(pivot).reduce((a, b) => (Math.abs(b[pivot] ?? 0) > Math.abs(a[pivot] ?? 0) ? b : a));
    const position = rows.indexOf(best);
    [rows[pivot], rows[position]] = [best, rows[pivot] ?? best];
    for (const row of rows) {
      if (row === best) continue;
      const factor = (row[pivot] ?? 0) / (best[pivot] ?? 1);
      for (let column = pivot; column < row.length; column += 1) {
        row[column] = (row[column] ?? 0) - factor * (best[column] ?? 0);
      }
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}
