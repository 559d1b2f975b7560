/** One slope of cadence on speed for many runs, each with a level of its own (models.md E). Robust by reweighting. */
import { HUBER_K, huberWeight, sdFromMad } from '../stats/mean.ts';
import { medianInPlace } from '../stats/select.ts';
import { REFERENCE_CADENCE_SLOPE } from './reference-cadence.ts';

/** Rounds of reweighting. [simulated-runners, models.md E] */
const ROUNDS = 15;
/** Scatter of bins around their run's line is at least this, spm. [simulated-runners, models.md E] */
const LEAST_SCATTER_SPM = 0.5;
/** Neighbouring bins are alike: a bin counts as a fifth of an independent one. [simulated-runners, models.md E] */
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

/** Weighted means of a run, and its sums of squares and products around them. Speeds are from `centre`. */
interface RunSums {
  readonly speed: number;
  readonly cadence: number;
  readonly sxx: number;
  readonly sxy: number;
}

function sumsOf({ speed, cadence, weight }: RunColumns, centre: number): RunSums {
  let w = 0;
  let wv = 0;
  let wc = 0;
  let wvv = 0;
  let wvc = 0;
  // Cadence from the run's first bin keeps the products small and their digits.
  const origin = cadence[0] ?? 0;
  for (let i = 0; i < speed.length; i += 1) {
    const wi = weight[i] ?? 0;
    const v = (speed[i] ?? 0) - centre;
    const c = (cadence[i] ?? 0) - origin;
    w += wi;
    wv += wi * v;
    wc += wi * c;
    wvv += wi * v * v;
    wvc += wi * v * c;
  }
  return { speed: wv / w, cadence: origin + wc / w, sxx: wvv - (wv * wv) / w, sxy: wvc - (wv * wc) / w };
}

/** Weighted mean of `cadence - slope·(speed - centre)` of one run. */
export function levelOf(run: RunColumns, slope: number, centre: number): number {
  const { speed, cadence } = sumsOf(run, centre);
  return cadence - slope * speed;
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
  let sums = runs.map((run) => sumsOf(run, centre));
  for (let round = 0; round < ROUNDS; round += 1) {
    let at = 0;
    for (const [r, run] of runs.entries()) {
      const { speed, cadence } = run;
      const level = (sums[r]?.cadence ?? 0) - fit.slope * ((sums[r]?.speed ?? 0) + centre);
      for (let i = 0; i < speed.length; i += 1) {
        const residual = (cadence[i] ?? 0) - level - fit.slope * (speed[i] ?? 0);
        residuals[at] = residual;
        sizes[at] = Math.abs(residual);
        at += 1;
      }
    }
    const scatter = Math.max(LEAST_SCATTER_SPM, sdFromMad(medianInPlace(sizes)));
    const variance = BINS_PER_INDEPENDENT * scatter ** 2;
    at = 0;
    for (const { weight } of runs) {
      for (let i = 0; i < weight.length; i += 1) {
        weight[i] = huberWeight(residuals[at] ?? 0, HUBER_K * scatter);
        at += 1;
      }
    }
    sums = runs.map((run) => sumsOf(run, centre));
    const sxx = sums.reduce((sum, run) => sum + run.sxx, 0);
    const sxy = sums.reduce((sum, run) => sum + run.sxy, 0);
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
