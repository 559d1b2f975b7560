/**
 * How a runner's form wanders when nothing is wrong, and a series freed of it (models.md D).
 *
 * Half minutes of one run are alike: a fast wander (70 %, 50 s) and a slow one (30 %, 800 s). Both are
 * first-order processes, so whitening with the Cholesky factor of their correlation matrix is a two-state Kalman
 * filter: the same numbers, without a matrix, in O(n) a series.
 */

/** Share of the variance and correlation time of each wander. [models.md D, measured on real runs; fit our choice] */
export const FAST_SHARE = 0.7;
export const FAST_S = 50;
export const SLOW_SHARE = 0.3;
export const SLOW_S = 800;
/** Added to the diagonal, a share of the variance. [simulated-runners, models.md D] */
const NUGGET = 1e-6;

/** What the filter does at each step; it depends on the spacing and the length alone. */
export interface Whitening {
  readonly fastGain: Float64Array;
  readonly slowGain: Float64Array;
  /** 1 ÷ standard deviation of what is new in each sample. */
  readonly scale: Float64Array;
  readonly fastKeeps: number;
  readonly slowKeeps: number;
}

/** The whitening of `n` samples `stepS` seconds apart. */
export function whiteningOf(n: number, stepS: number): Whitening {
  const fastKeeps = Math.exp(-stepS / FAST_S);
  const slowKeeps = Math.exp(-stepS / SLOW_S);
  const fastGain = new Float64Array(n);
  const slowGain = new Float64Array(n);
  const scale = new Float64Array(n);
  // Covariance of the two wanders before each sample.
  let ff = FAST_SHARE;
  let fs = 0;
  let ss = SLOW_SHARE;
  for (let i = 0; i < n; i += 1) {
    const total = ff + 2 * fs + ss + NUGGET;
    const kf = (ff + fs) / total;
    const ks = (fs + ss) / total;
    fastGain[i] = kf;
    slowGain[i] = ks;
    scale[i] = 1 / Math.sqrt(total);
    const ffAfter = ff - kf * kf * total;
    const fsAfter = fs - kf * ks * total;
    const ssAfter = ss - ks * ks * total;
    ff = fastKeeps * fastKeeps * ffAfter + FAST_SHARE * (1 - fastKeeps * fastKeeps);
    fs = fastKeeps * slowKeeps * fsAfter;
    ss = slowKeeps * slowKeeps * ssAfter + SLOW_SHARE * (1 - slowKeeps * slowKeeps);
  }
  return { fastGain, slowGain, scale, fastKeeps, slowKeeps };
}

/** Writes the whitened `series` into `out`, which may be longer; both begin at 0. */
export function whiten(
  { fastGain, slowGain, scale, fastKeeps, slowKeeps }: Whitening,
  series: Float64Array,
  out: Float64Array,
): void {
  let fast = 0;
  let slow = 0;
  for (let i = 0; i < series.length; i += 1) {
    const fresh = (series[i] ?? 0) - fast - slow;
    out[i] = fresh * (scale[i] ?? 0);
    fast = fastKeeps * (fast + (fastGain[i] ?? 0) * fresh);
    slow = slowKeeps * (slow + (slowGain[i] ?? 0) * fresh);
  }
}
