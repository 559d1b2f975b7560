/** What is believed of a knee's capacity: a weight for each of 24 settings × 81 values of ln capacity (models.md B). */
import { type Kernel, massKernel } from './kernels.ts';
import { CELLS, CENTRE_CELL, DRIFTS, PRIOR_SD, SETTINGS, STEP, WANDER_SD } from './settings.ts';

export interface CapacityState {
  /** ln load at the middle of the grid. Load in whatever unit the runs are given in (BW·s). */
  readonly centreLn: number;
  /** Setting by setting, `CELLS` each; all together sum to 1. Never written to once made. */
  readonly weights: Float64Array;
}

/** μ of a cell. ln load */
export const cellLn = (state: CapacityState, cell: number): number =>
  state.centreLn + STEP * (cell - CENTRE_CELL);

/**
 * The belief before any check-in.
 * @param usualLoad a load the knee is thought to bear: `m0` is its logarithm. Above 0
 */
export function capacityPrior(usualLoad: number): CapacityState {
  if (!(usualLoad > 0 && Number.isFinite(usualLoad))) {
    throw new RangeError(`usualLoad must be above 0 and finite, got ${usualLoad}`);
  }
  const weights = new Float64Array(SETTINGS * CELLS);
  for (let i = 0; i < weights.length; i += 1) {
    weights[i] = Math.exp(-0.5 * ((((i % CELLS) - CENTRE_CELL) * STEP) / PRIOR_SD) ** 2);
  }
  return { centreLn: Math.log(usualLoad), weights: normalised(weights) };
}

/** The same weights, summing to 1, in place. @throws RangeError where nothing is left */
export function normalised(weights: Float64Array): Float64Array {
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) total += weights[i] as number;
  if (!(total > 0)) throw new RangeError(`weights must have a sum above 0, got ${total}`);
  const scale = 1 / total;
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] as number) * scale;
  return weights;
}

/** Kernels of a number of days, kept: most runs are one to five days apart. Our choice. */
const KEPT_DAYS = 32;
const kept = new Map<number, readonly Kernel[]>();

function wanderKernels(days: number): readonly Kernel[] {
  const found = kept.get(days);
  if (found) return found;
  const made = DRIFTS.map((drift) => massKernel(drift * days, WANDER_SD * Math.sqrt(days)));
  if (Number.isInteger(days) && days <= KEPT_DAYS) kept.set(days, made);
  return made;
}

/**
 * The belief some days later, nothing having been said meanwhile: wider, and drifted. What would leave the grid
 * stays in its outermost cells.
 * @param days 0 or more; less than one day changes nothing
 */
export function advance(state: CapacityState, days: number): CapacityState {
  if (!(days >= 0 && Number.isFinite(days))) {
    throw new RangeError(`days must be 0 or more and finite, got ${days}`);
  }
  if (days < 1) return state;
  const kernels = wanderKernels(days);
  const weights = new Float64Array(state.weights.length);
  for (let setting = 0; setting < SETTINGS; setting += 1) {
    const kernel = kernels[setting % DRIFTS.length];
    if (kernel) spread(state.weights, weights, setting * CELLS, kernel);
  }
  return { centreLn: state.centreLn, weights };
}

/** Moves every cell's weight as the kernel says, from one array to the other. */
function spread(source: Float64Array, target: Float64Array, at: number, { from, weights }: Kernel): void {
  const taps = weights.length;
  for (let cell = 0; cell < CELLS; cell += 1) {
    const mass = source[at + cell] as number;
    if (mass === 0) continue;
    const first = cell + from;
    if (first >= 0 && first + taps <= CELLS) {
      const start = at + first;
      for (let tap = 0; tap < taps; tap += 1) {
        target[start + tap] = (target[start + tap] as number) + mass * (weights[tap] as number);
      }
      continue;
    }
    for (let tap = 0; tap < taps; tap += 1) {
      const to = at + Math.min(CELLS - 1, Math.max(0, first + tap));
      target[to] = (target[to] as number) + mass * (weights[tap] as number);
    }
  }
}
