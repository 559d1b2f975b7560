/** Order statistics: what is typical, and how far values lie from it, without trusting outliers. */
import { medianInPlace } from './select.ts';

/** Ratio of a normal's standard deviation to its median absolute deviation: 1 / Φ⁻¹(3/4). [definition] */
export const SD_PER_MAD = 1.4826;

/**
 * Quantile with linear interpolation between order statistics (Hyndman and Fan's type 7, R's default).
 * @param sorted ascending, without NaN, not empty
 * @param share 0–1
 */
export function quantileSorted(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('sorted must hold at least one value, got none');
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be 0 to 1, got ${share}`);
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low === high ? low : low + (high - low) * (at - below);
}

/** Copy of the finite values, in their order: a missing sample is NaN and has no rank. */
export function finiteOf(values: Iterable<number>): Float64Array {
  const source = values instanceof Float64Array ? values : Float64Array.from(values);
  const finite = new Float64Array(source.length);
  let count = 0;
  for (let i = 0; i < source.length; i += 1) {
    const value = source[i] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    finite[count] = value;
    count += 1;
  }
  return finite.subarray(0, count);
}

/** Ascending copy of the finite values. */
export const sortedFinite = (values: Iterable<number>): Float64Array => finiteOf(values).sort();

/**
 * Quantile of the finite values, type 7.
 * @throws RangeError when no value is finite or `share` is outside 0–1
 */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = sortedFinite(values);
  if (sorted.length === 0) throw new RangeError('values must hold at least one finite number, got none');
  return quantileSorted(sorted, share);
}

/** Middle of the finite values; the mean of the two middle ones for an even count. Throws RangeError without any. */
export function median(values: Iterable<number>): number {
  const finite = finiteOf(values);
  if (finite.length === 0) throw new RangeError('values must hold at least one finite number, got none');
  return medianInPlace(finite);
}

/**
 * Median absolute deviation, unscaled: multiply by `SD_PER_MAD` for a normal's standard deviation.
 * @param centre what deviations are taken from; the median unless told
 */
export function mad(values: ArrayLike<number> & Iterable<number>, centre = median(values)): number {
  return median(Float64Array.from(values, (value) => Math.abs(value - centre)));
}
