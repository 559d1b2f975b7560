/** The k-th smallest of many values without sorting them all: for medians taken in loops. */

/**
 * Rearranges `values` so that index `k` holds what sorting would put there, smaller ones before it. O(n) on
 * average (Hoare's quickselect, pivot from the middle).
 * @param values without NaN; changed in place
 */
export function selectInPlace(values: Float64Array, k: number): number {
  if (!(k >= 0 && k < values.length)) throw new RangeError(`k must be 0 to ${values.length - 1}, got ${k}`);
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1] ?? 0;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i += 1;
      while ((values[j] ?? 0) > pivot) j -= 1;
      if (i > j) break;
      const swapped = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = swapped;
      i += 1;
      j -= 1;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return values[k] ?? Number.NaN;
}

/** Median of values without NaN, which are rearranged. Throws RangeError for none. */
export function medianInPlace(values: Float64Array): number {
  const half = values.length >> 1;
  const high = selectInPlace(values, half);
  if (values.length % 2 === 1) return high;
  // The other middle value is the largest of those before it.
  let low = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < half; i += 1) low = Math.max(low, values[i] ?? low);
  return low + (high - low) / 2;
}
