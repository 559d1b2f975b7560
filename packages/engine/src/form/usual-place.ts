/**
 * Where this runner's form usually goes, from many runs (K9, models.md D). Runs that ended before the place count
 * too: they say that it is not earlier.
 */
import { known, type Measured, missing } from '../measured.ts';
import { normalCdf } from '../stats/normal.ts';
import type { FadingEvidence } from './fading-form.ts';

/** Places looked at, m, evenly in the logarithm. [models.md D: our choice] */
const NEAREST_M = 2000;
const FARTHEST_M = 40_000;
const PLACES = 61;
/** How the place varies from run to run, SD of its logarithm: each as likely. [models.md D: our choice] */
const SPREADS = [0.15, 0.3, 0.5] as const;
/** The interval is stretched by this factor in ln distance: simulated ones were too narrow. [simulated-runners, models.md D] */
const STRETCH = 1.3;
/** Fewer runs than this have no usual place. [models.md D: our choice] */
export const ENOUGH_FORM_RUNS = 6;
/** Runs with a fade that have to agree before it is a habit. [models.md D: our choice] */
export const AGREEING_RUNS = 2;

export interface UsualPlace {
  /** Median over runs of the place at which form goes, m, with an 80 % interval. */
  readonly distanceM: number;
  readonly lowM: number;
  readonly highM: number;
  /** `habit`: at least two runs faded within the interval. `perhaps`: fewer. `none-within`: beyond the longest run. */
  readonly verdict: 'habit' | 'perhaps' | 'none-within';
  readonly runs: number;
  readonly agreeing: number;
}

/** ln of a run's likelihood for a usual place (ln m) and spread. */
function logLikelihood(
  { distanceM, likelihood, endM }: FadingEvidence,
  lnPlace: number,
  spread: number,
): number {
  const below = (metres: number): number => normalCdf((Math.log(metres) - lnPlace) / spread);
  const n = distanceM.length;
  const first = distanceM[0] ?? endM;
  // Before the first place and beyond the end the run looks the same with and without.
  let sum = below(Math.max(first, 1)) + (1 - below(Math.max(endM, 1)));
  let from = below(Math.max(first, 1));
  for (let i = 0; i < n; i += 1) {
    const here = distanceM[i] ?? endM;
    const next = distanceM[i + 1] ?? endM;
    const until = below(Math.max(i + 1 < n ? (here + next) / 2 : endM, 1));
    sum += Math.max(0, until - from) * (likelihood[i] ?? 1);
    from = Math.max(from, until);
  }
  return Math.log(Math.max(sum, Number.MIN_VALUE));
}

/**
 * The usual place over runs, in any order.
 * @returns missing with fewer than six runs long enough to be judged
 */
export function usualPlace(runs: readonly FadingEvidence[]): Measured<UsualPlace> {
  if (runs.length < ENOUGH_FORM_RUNS) {
    return missing({
      reason: 'too-little-data',
      what: 'runs long enough to see form fade',
      have: runs.length,
      need: ENOUGH_FORM_RUNS,
    });
  }
  const step = Math.log(FARTHEST_M / NEAREST_M) / (PLACES - 1);
  const lnPlaces = Float64Array.from({ length: PLACES }, (_, i) => Math.log(NEAREST_M) + step * i);
  const logs = SPREADS.map((spread) =>
    lnPlaces.map((lnPlace) => runs.reduce((sum, run) => sum + logLikelihood(run, lnPlace, spread), 0)),
  );
  const top = Math.max(...logs.flatMap((row) => [...row]));
  const weight = lnPlaces.map((_, i) => logs.reduce((sum, row) => sum + Math.exp((row[i] ?? 0) - top), 0));
  const total = weight.reduce((sum, value) => sum + value, 0);
  const quantile = (share: number): number => {
    let sum = 0;
    for (const [i, value] of weight.entries()) {
      sum += value;
      if (sum >= share * total) return lnPlaces[i] ?? 0;
    }
    return lnPlaces.at(-1) ?? 0;
  };
  const middle = quantile(0.5);
  const lowM = Math.exp(middle + STRETCH * (quantile(0.1) - middle));
  const highM = Math.exp(middle + STRETCH * (quantile(0.9) - middle));
  const distanceM = Math.exp(middle);
  const longest = Math.max(...runs.map(({ endM }) => endM));
  const agreeing = runs.filter((run) => run.verdict === 'fade' && fadesWithin(run, lowM, highM)).length;
  const verdict = distanceM > longest ? 'none-within' : agreeing >= AGREEING_RUNS ? 'habit' : 'perhaps';
  return known({ distanceM, lowM, highM, verdict, runs: runs.length, agreeing });
}

/** Whether the likeliest place of a run's fade lies within an interval. */
function fadesWithin({ distanceM, likelihood }: FadingEvidence, lowM: number, highM: number): boolean {
  let best = 0;
  for (const [i, value] of likelihood.entries()) if (value > (likelihood[best] ?? 0)) best = i;
  const at = distanceM[best] ?? Number.NaN;
  return at >= lowM && at <= highM;
}
