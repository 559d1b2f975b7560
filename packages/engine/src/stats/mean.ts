/** Means, plain, weighted and robust, over values that may have gaps (NaN). */
import { SD_PER_MAD } from './quantile.ts';

/** Huber's tuning constant: 95 % efficiency for normal data. Unit: standard deviations. [huber-1964] */
export const HUBER_K = 1.345;

/** Mean of the finite values; NaN-free. Throws RangeError when none is finite. */
export function mean(values: Iterable<number>): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    sum += value;
    count += 1;
  }
  if (count === 0) throw new RangeError('values must hold at least one finite number, got none');
  return sum / count;
}

/** Σwx / Σw over finite values. Weights must be ≥ 0 and not all zero. */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN;
    const weight = weights[i] ?? 0;
    if (!(weight >= 0)) throw new RangeError(`weights must be at least 0, got ${weight}`);
    if (!Number.isFinite(value)) continue;
    sum += weight * value;
    total += weight;
  }
  if (!(total > 0)) throw new RangeError('weights must not all be 0');
  return sum / total;
}

/** Sample standard deviation (n - 1) of at least two finite values. */
export function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError(`values must hold at least two numbers, got ${values.length}`);
  const centre = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/** Root of the mean square. */
export const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((x) => x * x)));

/** Weight Huber gives a residual: 1 within `limit`, then falling as limit / |residual|. */
export const huberWeight = (residual: number, limit: number): number => {
  const size = Math.abs(residual);
  return size <= limit ? 1 : limit / size;
};

/** A normal's standard deviation as the median absolute deviation estimates it. */
export const sdFromMad = (mad: number): number => SD_PER_MAD * mad;
