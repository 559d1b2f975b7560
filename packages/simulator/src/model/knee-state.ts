/** How a simulated knee answers to load, hour by hour and day by day (models.md A). */
import type { DrawnRunner } from './drawn-runner.ts';

export interface KneeState {
  /** Capacity on an ordinary, quiet day. BW·s */
  readonly capacityBws: number;
  /** Irritability that fades within a day, and that which lingers. */
  readonly fast: number;
  readonly slow: number;
  /** Load left over from earlier runs. BW·s */
  readonly leftoverBws: number;
  /** Recent load in units of capacity, forgotten over a week. */
  readonly recent: number;
}

/** Pain at which dose equals capacity in a quiet knee, 0–10: half a step under a ceiling of 3. */
const PAIN_AT_CAPACITY = 2.5;
/** Irritation starts above this share of capacity, and grows with this power of the excess. */
const IRRITATES = { from: 0.8, power: 1.2, mostFast: 1.5, mostSlow: 1 } as const;
const HOURS_PER_DAY = 24;
/** Days in which recent load is forgotten. */
const RECENT_DAYS = 7;
const ADAPTATION = {
  halfAtRecent: 1.5,
  irritationPower: -4,
  detraining: 0.004,
  keepsAtRecent: 2,
  irritationLoss: 0.01,
  irritationFrom: 0.3,
  leastShare: 0.3,
} as const;
const positive = (x: number): number => Math.max(0, x);

export const stateAtStart = (runner: DrawnRunner): KneeState => ({
  capacityBws: runner.capacityBws,
  fast: runner.irritability.atStart / 2,
  slow: runner.irritability.atStart / 2,
  leftoverBws: 0,
  recent: 0,
});

/** Pain at rest, before a run or long after it. 0–10 and above */
export const restPain = (runner: Pick<DrawnRunner, 'irritability'>, state: KneeState): number =>
  runner.irritability.painPerUnit * (state.fast + state.slow);

/** Capacity today: lowered by irritability, moved by life (ln) and by the day's chance (ln). BW·s */
export const capacityToday = (
  runner: Pick<DrawnRunner, 'irritability'>,
  state: KneeState,
  lifeLn: number,
  dayLn: number,
): number =>
  state.capacityBws *
  Math.exp(-runner.irritability.capacityLoss * (state.fast + state.slow) + lifeLn + dayLn);

/** Pain felt at a dose that is `ratio` of today's capacity. */
export const painAt = (pain: DrawnRunner['pain'], painBefore: number, ratio: number): number =>
  painBefore + PAIN_AT_CAPACITY * (ratio * Math.exp(-pain.shift)) ** pain.steepness;

/** Dose ÷ capacity at which pain reaches a level; 0 where it is there before the run. Inverse of `painAt`. */
export const ratioForPain = (pain: DrawnRunner['pain'], painBefore: number, level: number): number =>
  Math.exp(pain.shift) * (positive(level - painBefore) / PAIN_AT_CAPACITY) ** (1 / pain.steepness);

/** The knee after a dose: irritated by what went beyond four fifths of capacity. */
export function afterDose(
  runner: Pick<DrawnRunner, 'irritability'>,
  state: KneeState,
  ratio: number,
  loadBws: number,
): KneeState {
  const { size, slowShare } = runner.irritability;
  const excess = positive(ratio - IRRITATES.from) ** IRRITATES.power;
  return {
    ...state,
    fast: Math.min(IRRITATES.mostFast, state.fast + size * (1 - slowShare) * excess),
    slow: Math.min(IRRITATES.mostSlow, state.slow + size * slowShare * excess),
    leftoverBws: state.leftoverBws + loadBws,
    recent: state.recent + loadBws / state.capacityBws,
  };
}

/** The knee some hours later, at rest. */
export const afterHours = (
  runner: Pick<DrawnRunner, 'irritability' | 'leftover'>,
  state: KneeState,
  hours: number,
): KneeState => ({
  ...state,
  fast: state.fast * Math.exp(-hours / runner.irritability.fastMemoryH),
  slow: state.slow * Math.exp(-hours / runner.irritability.slowMemoryH),
  leftoverBws: state.leftoverBws * Math.exp(-hours / runner.leftover.memoryH),
  recent: state.recent * Math.exp(-hours / (HOURS_PER_DAY * RECENT_DAYS)),
});

/** A day of adapting: growth under load in a quiet knee, loss without load or when irritated, slow healing. */
export function adaptOneDay(runner: DrawnRunner, state: KneeState): KneeState {
  const irritated = state.fast + state.slow;
  const room = positive(1 - state.capacityBws / runner.mostCapacityBws);
  const change =
    ((runner.growth * state.recent) / (state.recent + ADAPTATION.halfAtRecent)) *
      Math.exp(ADAPTATION.irritationPower * irritated) *
      room -
    ADAPTATION.detraining * Math.exp(-ADAPTATION.keepsAtRecent * state.recent) -
    ADAPTATION.irritationLoss * positive(irritated - ADAPTATION.irritationFrom) +
    runner.healing * room;
  const least = ADAPTATION.leastShare * runner.capacityBws;
  return { ...state, capacityBws: Math.max(least, state.capacityBws * Math.exp(change)) };
}
