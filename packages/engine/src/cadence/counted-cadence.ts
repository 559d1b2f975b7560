/** Steps counted by the runner where no watch told them: a test on two days (K8, training.md 5). */
import { known, type Measured, missing } from '../measured.ts';

export interface CadenceCount {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Steps a minute, both feet, at easy pace. */
  readonly cadenceSpm: number;
}

/** Steps/min that a person can run and a count can be believed. Our choice. */
export const COUNT_RANGE_SPM = { low: 120, high: 240 } as const;
/** Counts further apart than this are counted again, steps/min. [training.md 5: our choice] */
export const COUNTS_APART_SPM = 4;
/** The test is made on so many days. [training.md 5: our choice] */
export const COUNT_DAYS = 2;

/**
 * Own cadence from the last two counts on different days.
 * @returns missing with one day's counts only, or where the two days are more than four steps apart
 */
export function countedCadence(counts: readonly CadenceCount[]): Measured<number> {
  const latest = new Map<string, number>();
  for (const { date, cadenceSpm } of counts.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
    latest.set(date, cadenceSpm);
  const days = [...latest.values()].slice(-COUNT_DAYS);
  const [first, second] = days;
  if (first === undefined || second === undefined)
    return missing({
      reason: 'too-little-data',
      what: 'counts on different days',
      have: days.length,
      need: COUNT_DAYS,
    });
  if (Math.abs(first - second) > COUNTS_APART_SPM)
    return missing({
      reason: 'too-little-data',
      what: 'counts within four steps of each other',
      have: 1,
      need: COUNT_DAYS,
    });
  return known((first + second) / COUNT_DAYS);
}
