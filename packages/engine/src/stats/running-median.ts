/** A median that moves along a series: follows slow change, ignores single outliers. */
import { quantileSorted } from './quantile.ts';

/**
 * Median of each value's neighbourhood, the window cut at the ends. O(n·width), for widths of a few dozen.
 * @param values without NaN
 * @param width odd number of values a window holds where it is not cut
 */
export function runningMedian(values: Float64Array, width: number): Float64Array {
  if (!(Number.isInteger(width) && width > 0 && width % 2 === 1)) {
    throw new RangeError(`width must be a positive odd number, got ${width}`);
  }
  const half = (width - 1) / 2;
  return values.map((_, i) =>
    quantileSorted(values.slice(Math.max(0, i - half), Math.min(values.length, i + half + 1)).sort(), 0.5),
  );
}
