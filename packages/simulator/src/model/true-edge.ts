/**
 * Where a simulated knee's edge truly lies: the distance at which the chance of reaching the ceiling, or of an
 * unsettled next morning, is a given share, over the day's noise and the error of the load model (models.md B,
 * "Validation"). What an estimate of the edge is measured against.
 */
import type { DrawnRunner } from './drawn-runner.ts';
import {
  afterDose,
  afterHours,
  capacityToday,
  ratioForPain,
  restPain,
  type KneeState,
} from './knee-state.ts';

/** Nodes and weights of Gauss–Hermite quadrature with five points, for a standard normal variable. */
const NORMAL_NODES = [
  [-2.856970013872806, 0.011257411327720689],
  [-1.355626179974266, 0.22207592200561266],
  [0, 0.5333333333333333],
  [1.355626179974266, 0.22207592200561266],
  [2.856970013872806, 0.011257411327720689],
] as const;
/** Half a step under the ceiling a runner names it; mornings count as unsettled from these on [models.md A]. */
const HALF = 0.5;
const UNSETTLED = { least: 1.5, over: 0.5, hours: 13.5 } as const;
const FARTHEST_KM = 100;
const HALVINGS = 50;

/**
 * Chance, 0–1, that running `km` reaches the ceiling or leaves the next morning unsettled.
 * @param perKmBws load a kilometre by the model, at the speed and cadence in question
 */
export function chanceOfTooMuch(
  runner: DrawnRunner,
  state: KneeState,
  perKmBws: number,
  km: number,
  ceiling: number,
): number {
  const limit = Math.min(ceilingRatio(runner, state, ceiling), unsettledRatio(runner, state));
  if (limit <= 0) return 1;
  const capacity = capacityToday(runner, state, 0, 0);
  const leftBws = runner.leftover.weight * state.leftoverBws;
  return NORMAL_NODES.reduce((sum, [z, weight]) => {
    const doseBws = km * perKmBws * Math.exp(runner.loadError * z) + leftBws;
    return sum + weight * normalBelow(Math.log(doseBws / (limit * capacity)) / runner.pain.dayNoise);
  }, 0);
}

/** Distance at which that chance is `share`; 0 where the knee is too sore for any, 100 where none is too far. km */
export function trueEdgeKm(
  runner: DrawnRunner,
  state: KneeState,
  perKmBws: number,
  ceiling: number,
  share: number,
): number {
  let [low, high] = [0, FARTHEST_KM];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (chanceOfTooMuch(runner, state, perKmBws, middle, ceiling) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const ceilingRatio = (runner: DrawnRunner, state: KneeState, ceiling: number): number =>
  ratioForPain(runner.pain, restPain(runner, state), ceiling - HALF);

/** Dose ÷ capacity from which the next morning is unsettled: by halving, for irritability is capped. */
function unsettledRatio(runner: DrawnRunner, state: KneeState): number {
  const limit = Math.max(UNSETTLED.least, restPain(runner, state) + UNSETTLED.over);
  const morningAfter = (ratio: number): number =>
    restPain(runner, afterHours(runner, afterDose(runner, state, ratio, 0), UNSETTLED.hours));
  let [low, high] = [0, FARTHEST_KM];
  if (morningAfter(high) < limit) return Infinity;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (morningAfter(middle) < limit) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Abramowitz and Stegun 26.2.17, off by less than 7.5e-8. */
const PHI = { p: 0.2316419, b: [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429] } as const;

function normalBelow(z: number): number {
  if (z === -Infinity) return 0;
  const t = 1 / (1 + PHI.p * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * t * PHI.b.reduceRight((sum, b) => sum * t + b, 0);
  return z > 0 ? 1 - tail : tail;
}
