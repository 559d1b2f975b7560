/** One slope of cadence on speed for many runs, each with a level of its own (models.md E). Robust by reweighting. */
import { HUBER_K, huberWeight, sdFromMad } from '../stats/mean.ts';
import { medianInPlace } from '../stats/select.ts';
import { REFERENCE_CADENCE_SLOPE } from './reference-cadence.ts';

/** Rounds of reweighting. */
const ROUNDS = 15;
/** Scatter of bins around their run's line is at least this, spm. */
const LEAST_SCATTER_SPM = 0.5;
/** Neighbouring bins are alike: a bin counts as a fifth of an independent one. */
const BINS_PER_INDEPENDENT = 5;
/** Variance of the slope before any run, (spm per m/s)². [fukuchi-2017: 11.2; the 3 is our choice] */
const PRIOR_SLOPE_SD = 3;
/** The slope before any run, spm per m/s. [fukuchi-2017, rounded as models.md E has it] */
const REFERENCE_CADENCE_SLOPE_PRIOR = Math.round(REFERENCE_CADENCE_SLOPE * 10) / 10;

/** One run's level bins; `weight` is what the fit writes. */
export interface RunColumns {
  readonly ageDays: number;
  readonly speed: Float64Array;
  readonly cadence: Float64Array;
  readonly weight: Float64Array;
}

/** Weighted mean of `cadence - slope·(speed - centre)` of one run. */
export function levelOf({ speed, cadence, weight }: RunColumns, slope: number, centre: number): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < speed.length; i += 1) {
    const w = weight[i] ?? 0;
    sum += w * ((cadence[i] ?? 0) - slope * ((speed[i] ?? 0) - centre));
    total += w;
  }
  return sum / total;
}

/** Weighted sums of squares and products around the run's own means. */
function withinSums({ speed, cadence, weight }: RunColumns): { sxx: number; sxy: number } {
  let w = 0;
  let mv = 0;
  let mc = 0;
  for (let i = 0; i < speed.length; i += 1) {
    w += weight[i] ?? 0;
    mv += (weight[i] ?? 0) * (speed[i] ?? 0);
    mc += (weight[i] ?? 0) * (cadence[i] ?? 0);
  }
  mv /= w;
  mc /= w;
  let sxx = 0;
  let sxy = 0;
  for (let i = 0; i < speed.length; i += 1) {
    const dv = (speed[i] ?? 0) - mv;
    sxx += (weight[i] ?? 0) * dv * dv;
    sxy += (weight[i] ?? 0) * dv * ((cadence[i] ?? 0) - mc);
  }
  return { sxx, sxy };
}

export interface SlopeFit {
  readonly slope: number;
  readonly slopeSe: number;
  /** Scatter of bins, and the variance one independent bin's worth has. */
  readonly scatter: number;
  readonly variance: number;
}

/** The common slope, by reweighting; leaves the final weights in `runs`. */
export function fitSlope(runs: readonly RunColumns[], centre: number, bins: number): SlopeFit {
  const residuals = new Float64Array(bins);
  const sizes = new Float64Array(bins);
  const prior = 1 / PRIOR_SLOPE_SD ** 2;
  let fit: SlopeFit = {
    slope: REFERENCE_CADENCE_SLOPE_PRIOR,
    slopeSe: PRIOR_SLOPE_SD,
    scatter: 0,
    variance: 0,
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    let at = 0;
    for (const run of runs) {
      const level = levelOf(run, fit.slope, centre);
      for (let i = 0; i < run.speed.length; i += 1) {
        residuals[at] = (run.cadence[i] ?? 0) - level - fit.slope * ((run.speed[i] ?? 0) - centre);
        sizes[at] = Math.abs(residuals[at] ?? 0);
        at += 1;
      }
    }
    const scatter = Math.max(LEAST_SCATTER_SPM, sdFromMad(medianInPlace(sizes)));
    const variance = BINS_PER_INDEPENDENT * scatter ** 2;
    let sxx = 0;
    let sxy = 0;
    at = 0;
    for (const run of runs) {
      for (let i = 0; i < run.weight.length; i += 1) {
        run.weight[i] = huberWeight(residuals[at] ?? 0, HUBER_K * scatter);
        at += 1;
      }
      const sums = withinSums(run);
      sxx += sums.sxx;
      sxy += sums.sxy;
    }
    const precision = sxx / variance + prior;
    fit = {
      slope: (sxy / variance + REFERENCE_CADENCE_SLOPE_PRIOR * prior) / precision,
      slopeSe: precision ** -0.5,
      scatter,
      variance,
    };
  }
  return fit;
}
