/**
 * Where the edge of a runner of any variant truly lies, at easy pace: over day noise and load error the share of days
 * on which that distance reaches the ceiling or leaves the next morning unsettled (models.md B, "Validation").
 */
import { normalCdf } from '@kneewise/engine';
import { capacityToday, restPain, type KneeState } from '../model/knee-state.ts';
import { easyPerKmBws } from './live.ts';
import { ratioFelt } from './pain-form.ts';
import type { VariantRunner } from './variant.ts';

/** Gauss–Hermite quadrature with five points, for a standard normal. */
const NODES = [
  [-2.856970013872806, 0.011257411327720689],
  [-1.355626179974266, 0.22207592200561266],
  [0, 0.5333333333333333],
  [1.355626179974266, 0.22207592200561266],
  [2.856970013872806, 0.011257411327720689],
] as const;
const HALF = 0.5;
/** As in the drawn runner's knee. */
const UNSETTLED = { least: 1.5, over: 0.5, hours: 13.5 } as const;
const IRRITATES = { from: 0.8, power: 1.2, mostFast: 1.5, mostSlow: 1 } as const;
const HALVINGS = 24;
const FARTHEST_RATIO = 100;
const NEAREST_RATIO = 1e-6;

/** Student's t with 3 degrees of freedom, scaled to a variance of 1: share below x. */
const wildCdf = (x: number): number => 0.5 + (x / (1 + x * x) + Math.atan(x)) / Math.PI;

/** Dose ÷ capacity from which too much happens: the ceiling, or a morning that is not settled. */
export function limitRatio(runner: VariantRunner, state: KneeState, ceiling: number): number {
  const before = restPain(runner, state);
  return Math.min(ratioFelt(runner, before, ceiling - HALF), unsettledRatio(runner, state, before));
}

function unsettledRatio({ irritability }: VariantRunner, state: KneeState, before: number): number {
  const { size, slowShare, fastMemoryH, slowMemoryH, painPerUnit } = irritability;
  const limit = Math.max(UNSETTLED.least, before + UNSETTLED.over) / painPerUnit;
  const fast = Math.exp(-UNSETTLED.hours / fastMemoryH);
  const slow = Math.exp(-UNSETTLED.hours / slowMemoryH);
  const morning = (excess: number): number =>
    Math.min(IRRITATES.mostFast, state.fast + size * (1 - slowShare) * excess) * fast +
    Math.min(IRRITATES.mostSlow, state.slow + size * slowShare * excess) * slow;
  let [low, high] = [0, FARTHEST_RATIO];
  if (morning(high) < limit) return Infinity;
  if (morning(low) >= limit) return 0;
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (morning(middle) < limit) low = middle;
    else high = middle;
  }
  return IRRITATES.from + high ** (1 / IRRITATES.power);
}

/** Distance at easy pace at which too much happens on `share` of such days; 0 where none is left. km */
export function variantEdgeKm(
  runner: VariantRunner,
  state: KneeState,
  ceiling: number,
  share: number,
): number {
  const limit = limitRatio(runner, state, ceiling);
  if (limit <= 0) return 0;
  const capacity = capacityToday(runner, state, 0, 0);
  const left = (runner.leftover.weight * state.leftoverBws) / capacity;
  const below = runner.wildDays ? wildCdf : normalCdf;
  const chance = (ratio: number): number => {
    let sum = 0;
    for (const [z, weight] of NODES) {
      const dose = ratio * Math.exp(runner.loadError * z) + left;
      sum += weight * below(Math.log(dose / limit) / runner.pain.dayNoise);
    }
    return sum;
  };
  if (chance(NEAREST_RATIO) >= share) return 0;
  let [low, high] = [Math.log(NEAREST_RATIO), Math.log(FARTHEST_RATIO)];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (chance(Math.exp(middle)) < share) low = middle;
    else high = middle;
  }
  return (Math.exp((low + high) / 2) * capacity) / easyPerKmBws(runner);
}
