/**
 * Did the last weeks differ from the usual ones by more than this runner's weeks differ anyway? (models.md F)
 *
 * A robust z: usual spread from the median absolute deviation, steadied by what weeks of runners vary by.
 * In simulated weeks without any change at most 6.5 % of variables come out "clear"; it says "unusual for
 * this runner", never "the cause".
 */
import { clamp } from './clamp.ts';
import { mean } from '../stats/mean.ts';
import { SD_PER_MAD, mad, median } from '../stats/quantile.ts';

/** Sums are compared by their logarithm, shares and cadence as they are. */
export type Scale = 'log' | 'as-is';

export interface CompareBy {
  readonly scale: Scale;
  /** Spread of one usual week expected before any is seen: in ln for sums, else in the variable's unit. */
  readonly s0: number;
  /** Smallest change worth a word: as a share for sums (0.25 = 25 %), else in the variable's unit. */
  readonly least: number;
}

export interface Comparison {
  /** Number of the last weeks that gave the largest |z|. */
  readonly weeks: number;
  /** The usual week and the last `weeks` that are compared, in the variable's unit: what `change` stands between. */
  readonly usual: number;
  readonly before: number;
  readonly effect: number;
  readonly se: number;
  readonly z: number;
  /** Per cent for sums, else in the variable's unit. */
  readonly change: number;
  readonly verdict: 'clear' | 'possible' | 'within-usual-swing';
}

// Our choices, tuned on simulated and one real history (models.md F).
/** How many weeks before onset may have changed. */
const WINDOWS = [2, 4, 6] as const;
/** Added to a sum as a share of the usual week, so that a week of nothing has a logarithm. */
const SOFT_ZERO = 0.1;
/** Weight of the expected spread, in weeks seen. */
const PRIOR_WEEKS = 4;
/** Usual weeks further out than this many spreads are drawn in. */
const CLIP_SPREADS = 2.5;
/** Variance of a clipped or short mean over that of a plain mean of the same number of weeks. */
const VARIANCE_FACTOR = 1.35;
export const CLEAR_Z = 2.6;
export const POSSIBLE_Z = 1.9;
const PER_CENT = 100;

/** Verdict on a change. @param size |change| in the unit of `least` */
export function verdictOf(z: number, size: number, least: number): Comparison['verdict'] {
  if (size < least) return 'within-usual-swing';
  if (Math.abs(z) >= CLEAR_Z) return 'clear';
  return Math.abs(z) >= POSSIBLE_Z ? 'possible' : 'within-usual-swing';
}

interface Usual {
  readonly centre: number;
  readonly spread: number;
  readonly weeks: number;
  readonly onScale: (x: number) => number;
  /** The inverse of `onScale`. */
  readonly offScale: (y: number) => number;
}

/** @throws RangeError where a sum has no usual week above 0 to be compared with */
function usualOf(baseline: readonly number[], { scale, s0 }: CompareBy): Usual {
  const usualWeek = mean(baseline);
  if (scale === 'log' && !(usualWeek > 0)) {
    throw new RangeError(`baseline must have a mean above 0 on the log scale, got ${usualWeek}`);
  }
  const onScale =
    scale === 'log'
      ? (x: number) => Math.log((x + SOFT_ZERO * usualWeek) / ((1 + SOFT_ZERO) * usualWeek))
      : (x: number) => x;
  const offScale =
    scale === 'log'
      ? (y: number) => Math.max(0, (Math.exp(y) * (1 + SOFT_ZERO) - SOFT_ZERO) * usualWeek)
      : (y: number) => y;
  const y = baseline.map(onScale);
  const n = y.length;
  const middle = median(y);
  const seen = SD_PER_MAD * mad(y, middle);
  const spread = Math.sqrt((PRIOR_WEEKS * s0 ** 2 + (n - 1) * seen ** 2) / (n + PRIOR_WEEKS - 1));
  const reach = CLIP_SPREADS * spread;
  return {
    centre: mean(y.map((value) => clamp(value, middle - reach, middle + reach))),
    spread,
    weeks: n,
    onScale,
    offScale,
  };
}

function compareLast(weeks: number, window: readonly number[], usual: Usual, by: CompareBy): Comparison {
  const last = mean(window.slice(-weeks).map(usual.onScale));
  const effect = last - usual.centre;
  const se = usual.spread * Math.sqrt(VARIANCE_FACTOR * (1 / weeks + 1 / usual.weeks));
  const z = effect / se;
  const change = by.scale === 'log' ? Math.exp(effect) - 1 : effect;
  return {
    weeks,
    usual: usual.offScale(usual.centre),
    before: usual.offScale(last),
    effect,
    se,
    z,
    change: by.scale === 'log' ? change * PER_CENT : change,
    verdict: verdictOf(z, Math.abs(change), by.least),
  };
}

/**
 * Compares the last 2, 4 and 6 covered weeks of `window` with `baseline`; the largest |z| counts.
 * @param baseline usual weeks, at least one; for sums with a mean above 0
 * @param window weeks before onset that hold data, oldest first, at least two
 * @throws RangeError otherwise
 */
export function compareWeeks(
  baseline: readonly number[],
  window: readonly number[],
  by: CompareBy,
): Comparison {
  const usual = usualOf(baseline, by);
  const [first, ...longer] = WINDOWS.filter((weeks) => weeks <= window.length).map((weeks) =>
    compareLast(weeks, window, usual, by),
  );
  if (!first) throw new RangeError(`window must hold at least ${WINDOWS[0]} weeks, got ${window.length}`);
  return longer.reduce((best, next) => (Math.abs(next.z) > Math.abs(best.z) ? next : best), first);
}
