/**
 * The runner's usual week: what 1 stands for wherever load is shown as a share.
 *
 * Seven-day weeks are counted back from the onset, else from the day spoken as of. Usual are weeks 7–18, as in the
 * audit (models.md F), so that the weeks that may have brought the ache do not count as usual. A shorter history
 * has to do with all of its eighteen weeks, so that a first month already has a scale.
 */
import {
  dayAt,
  known,
  type Measured,
  median,
  missing,
  type OtherActivity,
  parseIsoDay,
  type Run,
} from '@kneewise/engine';

const DAYS_A_WEEK = 7;
/** As the audit: weeks 1–6 are the window, 7–18 usual. models.md F */
const WINDOW_WEEKS = 6;
const ALL_WEEKS = 18;
/** Fewer usual weeks than this say little about a habit. models.md F */
const USUAL_WEEKS_NEEDED = 6;
/** Of a short history, so many weeks with runs give a first scale. Our choice. */
export const FEWEST_WEEKS = 2;

export interface UsualWeek {
  /** Knee load of one leg, BW·s: the median over the weeks. */
  readonly kneeLoadBws: number;
  readonly distanceM: number;
  readonly runs: number;
  /** How many weeks it rests on. */
  readonly weeks: number;
}

interface Week {
  runs: number;
  distanceM: number;
  kneeLoadBws: number | null;
  covered: boolean;
}

/**
 * Weeks without any activity are gaps and left out; so are weeks with a run whose load is not known.
 * @param until first day that is not looked at any more, `YYYY-MM-DD`
 */
export function usualWeek(
  runs: readonly Run[],
  others: readonly OtherActivity[],
  until: string,
): Measured<UsualWeek> {
  const weeks: Week[] = Array.from({ length: ALL_WEEKS }, () => ({
    runs: 0,
    distanceM: 0,
    kneeLoadBws: 0,
    covered: false,
  }));
  const untilDay = parseIsoDay(until);
  const weekOf = ({ startAtMs, utcOffsetMin }: OtherActivity | Run): Week | undefined =>
    weeks[Math.floor((untilDay - dayAt(startAtMs, utcOffsetMin) - 1) / DAYS_A_WEEK)];

  for (const run of runs) {
    const week = weekOf(run);
    if (week === undefined) continue;
    const { kneeLoad } = run.analysis;
    week.covered = true;
    week.runs++;
    week.distanceM += run.distanceM.known ? run.distanceM.value : 0;
    week.kneeLoadBws =
      kneeLoad.known && week.kneeLoadBws !== null ? week.kneeLoadBws + kneeLoad.value.impulseRunBws : null;
  }
  for (const other of others) {
    const week = weekOf(other);
    if (week !== undefined) week.covered = true;
  }

  const told = (from: number): Week[] =>
    weeks.slice(from).filter(({ covered, kneeLoadBws }) => covered && kneeLoadBws !== null);
  const usual = told(WINDOW_WEEKS);
  // A first week is often only its last days: with so little, weeks without a run say nothing.
  const chosen = usual.length >= USUAL_WEEKS_NEEDED ? usual : told(0).filter(({ runs: count }) => count > 0);
  const kneeLoadBws = chosen.length === 0 ? 0 : median(chosen.map((week) => week.kneeLoadBws ?? 0));
  if (chosen.length < FEWEST_WEEKS || !(kneeLoadBws > 0))
    return missing({
      reason: 'too-little-data',
      what: 'weeks with a known knee load',
      have: kneeLoadBws > 0 ? chosen.length : 0,
      need: FEWEST_WEEKS,
    });
  return known({
    kneeLoadBws,
    distanceM: median(chosen.map((week) => week.distanceM)),
    runs: median(chosen.map((week) => week.runs)),
    weeks: chosen.length,
  });
}
