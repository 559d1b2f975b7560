/** Least-squares slope of y on x in a window that moves along a third column. */

/**
 * For each sample, the slope dy/dx over the samples whose `t` lies within ±`half` of its own.
 * O(n): sums are updated as the window moves, around local origins so that they keep their digits.
 * @param t never falls
 * @param leastSpanX the window must cover more x than this, else the slope is NaN
 * @returns slopes; NaN where fewer than three samples have both x and y
 */
export function windowedSlope(
  x: Float64Array,
  y: Float64Array,
  t: Float64Array,
  half: number,
  leastSpanX: number,
): Float64Array {
  const n = t.length;
  const slopes = new Float64Array(n).fill(Number.NaN);
  const originX = x.find((value) => Number.isFinite(value)) ?? 0;
  const originY = y.find((value) => Number.isFinite(value)) ?? 0;
  let count = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  let from = 0;
  let to = 0;
  for (let i = 0; i < n; i += 1) {
    const now = t[i] ?? 0;
    // Written out twice: a function that shares these sums took twice the time.
    for (; to < n && (t[to] ?? 0) <= now + half; to += 1) {
      const dx = (x[to] ?? Number.NaN) - originX;
      const dy = (y[to] ?? Number.NaN) - originY;
      if (!Number.isFinite(dx) || !Number.isFinite(dy)) continue;
      count += 1;
      sx += dx;
      sy += dy;
      sxx += dx * dx;
      sxy += dx * dy;
    }
    for (; (t[from] ?? 0) < now - half; from += 1) {
      const dx = (x[from] ?? Number.NaN) - originX;
      const dy = (y[from] ?? Number.NaN) - originY;
      if (!Number.isFinite(dx) || !Number.isFinite(dy)) continue;
      count -= 1;
      sx -= dx;
      sy -= dy;
      sxx -= dx * dx;
      sxy -= dx * dy;
    }
    if (count < LEAST_SAMPLES) continue;
    const spread = sxx - (sx * sx) / count;
    // Evenly spread samples over a span s have variance s²/12.
    if (spread * VARIANCE_OF_EVEN_SPREAD > count * leastSpanX * leastSpanX) {
      slopes[i] = (sxy - (sx * sy) / count) / spread;
    }
  }
  return slopes;
}

/** Two samples make any line; a third can contradict it. Our choice. */
const LEAST_SAMPLES = 3;
/** Span² ÷ variance of values spread evenly over it. [definition] */
const VARIANCE_OF_EVEN_SPREAD = 12;
