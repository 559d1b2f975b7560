/** What a policy comes to over some weeks (models.md C). */
import { DAYS_PER_WEEK } from './chance.ts';
import type { Life } from './live.ts';

export interface LifeFigures {
  readonly km: number;
  /** Days on which the ceiling was reached or whose next morning was not settled. */
  readonly ceilingDays: number;
  /** Days on which pain went a whole step beyond the ceiling. */
  readonly above: number;
  readonly flares: number;
  /** Week, from 1, of the first run of 5 and of 10 km free of pain; null: none. */
  readonly week5: number | null;
  readonly week10: number | null;
}

const FIVE_KM = 5;
const TEN_KM = 10;
/** What is felt below this is said as 1 or 0: 1 of 10 is noise, as in the pain rules. */
const FREE_OF_PAIN = 1.5;
const HALF = 0.5;

export function figuresOf({ runs, flares }: Life, ceiling = 3): LifeFigures {
  let km = 0;
  let ceilingDays = 0;
  let above = 0;
  let week5: number | null = null;
  let week10: number | null = null;
  for (const { report, truth } of runs) {
    km += report.coveredKm;
    if (truth.ceilingReached || !truth.settled) ceilingDays += 1;
    if (truth.pain >= ceiling + HALF) above += 1;
    if (truth.pain >= FREE_OF_PAIN || !truth.settled) continue;
    const week = Math.floor(report.day / DAYS_PER_WEEK) + 1;
    if (week5 === null && report.coveredKm >= FIVE_KM) week5 = week;
    if (week10 === null && report.coveredKm >= TEN_KM) week10 = week;
  }
  return { km, ceilingDays, above, flares, week5, week10 };
}
