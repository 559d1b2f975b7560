/**
 * How much of a run went up and down, and what the steps did there (K8). Downhill the knee takes up more power
 * [telhan-2010, evidence B1]; keeping the beat and shortening the step is the advice (training.md 5, C2), so the
 * cadence on hills is told against the same run's level running.
 */
import { known, type Measured, missing } from '../measured.ts';
import type { HalfMinuteBins } from '../run/half-minute-bins.ts';
import { median } from '../stats/quantile.ts';

/** Steeper than this either way, rise over run, is a hill. Our choice, as for adherence (training.md 5). */
export const HILL_FROM_GRADE = 0.03;
/** A cadence is told for at least this many half minutes. Our choice: two minutes. */
export const ENOUGH_HILL_BINS = 4;

export interface HillShares {
  /** Shares of the running time whose slope is known, 0–1; they add up to 1. */
  readonly up: number;
  readonly level: number;
  readonly down: number;
  /** Median cadence there ÷ median cadence on the level; missing with under two minutes of either. */
  readonly cadenceUp: Measured<number>;
  readonly cadenceDown: Measured<number>;
}

const against = (hill: readonly number[], level: readonly number[], what: string): Measured<number> => {
  const have = Math.min(hill.length, level.length);
  return have < ENOUGH_HILL_BINS
    ? missing({ reason: 'too-little-data', what, have, need: ENOUGH_HILL_BINS })
    : known(median(hill) / median(level));
};

/**
 * Shares of running up and down, and the cadence there.
 * @param bins as `halfMinuteBins` gives them
 * @returns missing where no slope is known
 */
export function hillShares(bins: HalfMinuteBins): Measured<HillShares> {
  const up: number[] = [];
  const level: number[] = [];
  const down: number[] = [];
  for (const [i, grade] of bins.gradeRatio.entries()) {
    if (Number.isNaN(grade)) continue;
    const where = grade > HILL_FROM_GRADE ? up : grade < -HILL_FROM_GRADE ? down : level;
    where.push(bins.cadenceSpm[i] ?? Number.NaN);
  }
  const all = up.length + level.length + down.length;
  if (all === 0) return missing({ reason: 'not-recorded', what: 'altitude with distance' });
  return known({
    up: up.length / all,
    level: level.length / all,
    down: down.length / all,
    cadenceUp: against(up, level, 'half minutes uphill and level'),
    cadenceDown: against(down, level, 'half minutes downhill and level'),
  });
}
