/** Logistic regression with a ridge penalty, by Newton's method: small enough to be read, and deterministic. */
import { mean, standardDeviation } from '@kneewise/engine';
import { solve } from '../least-squares.ts';

/** A fitted model: log odds of a row. */
export type LogOdds = (row: readonly number[]) => number;

/** Newton's steps on a penalised convex problem: it has settled long before. */
const MOST_STEPS = 25;
const SETTLED = 1e-6;

/**
 * Fits by penalised likelihood; columns are standardised by the rows given, the level is not penalised.
 * @param rows at least two, of one length
 * @param ridge λ of λ/2 · Σ coefficient² (of standardised columns), above 0
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  positive: readonly boolean[],
  ridge: number,
): LogOdds {
  if (!(ridge > 0)) throw new RangeError(`ridge must be above 0, got ${ridge}`);
  const columns = rows[0]?.length ?? 0;
  const centre = Array.from({ length: columns }, (_, j) => mean(rows.map((row) => row[j] ?? Number.NaN)));
  // A column that never changes tells nothing: its standardised values are all 0.
  const spread = centre.map((_, j) => standardDeviation(rows.map((row) => row[j] ?? Number.NaN)) || 1);
  const standard = (row: readonly number[]): Float64Array =>
    Float64Array.of(1, ...centre.map((middle, j) => ((row[j] ?? Number.NaN) - middle) / (spread[j] ?? 1)));
  const x = rows.map(standard);
  const at = new Float64Array(columns + 1);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const change = newtonStep(x, positive, ridge, at);
    for (const [j, value] of change.entries()) at[j] = (at[j] ?? 0) + value;
    if (change.every((value) => Math.abs(value) < SETTLED)) break;
  }
  return (row) => dot(standard(row), at);
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += (a[j] ?? 0) * (b[j] ?? 0);
  return sum;
};

/** Where the penalised log likelihood, taken for a parabola around `at`, has its top. */
function newtonStep(
  x: readonly Float64Array[],
  positive: readonly boolean[],
  ridge: number,
  at: Float64Array,
): number[] {
  const size = at.length;
  // Upper triangle of the Hessian, then the gradient, one line a coefficient.
  const system = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => 0));
  for (const [i, row] of x.entries()) {
    const chance = 1 / (1 + Math.exp(-dot(row, at)));
    const weight = chance * (1 - chance);
    const left = (positive[i] === true ? 1 : 0) - chance;
    for (let j = 0; j < size; j += 1) {
      const line = system[j] as number[];
      const value = row[j] ?? 0;
      const weighted = weight * value;
      for (let k = j; k < size; k += 1) line[k] = (line[k] ?? 0) + weighted * (row[k] ?? 0);
      line[size] = (line[size] ?? 0) + left * value;
    }
  }
  for (const [j, line] of system.entries()) {
    for (let k = 0; k < j; k += 1) line[k] = system[k]?.[j] ?? 0;
    if (j === 0) continue;
    line[j] = (line[j] ?? 0) + ridge;
    line[size] = (line[size] ?? 0) - ridge * (at[j] ?? 0);
  }
  return solve(system);
}
