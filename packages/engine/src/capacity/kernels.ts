/** Normal numbers on the capacity grid: weights of neighbouring cells that sum to 1 (models.md B). */
import { normalCdf } from '../stats/normal.ts';
import { KERNEL_REACH_SDS, STEP } from './settings.ts';

export interface Kernel {
  /** Cells that the first weight lies away; negative: below. */
  readonly from: number;
  readonly weights: Float64Array;
}

function kernelOf(mean: number, sd: number, weightAt: (cell: number) => number): Kernel {
  const from = Math.floor((mean - KERNEL_REACH_SDS * sd) / STEP);
  const to = Math.ceil((mean + KERNEL_REACH_SDS * sd) / STEP);
  const weights = Float64Array.from({ length: to - from + 1 }, (_, i) => weightAt(from + i));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { from, weights: weights.map((weight) => weight / total) };
}

/** Mass of N(mean, sd²) in each cell. ln units */
export const massKernel = (mean: number, sd: number): Kernel =>
  kernelOf(
    mean,
    sd,
    (cell) => normalCdf(((cell + 0.5) * STEP - mean) / sd) - normalCdf(((cell - 0.5) * STEP - mean) / sd),
  );

/** Density of N(0, sd²) at each cell, symmetric. ln units */
export const densityKernel = (sd: number): Kernel =>
  kernelOf(0, sd, (cell) => Math.exp(-0.5 * ((cell * STEP) / sd) ** 2));
