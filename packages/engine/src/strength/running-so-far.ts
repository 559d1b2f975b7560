/** What the runs say towards jumps: clean weeks, minutes without walking, days in GO. */
import { DAYS_PER_WEEK } from '../calendar/civil-day.ts';
import { SECONDS_PER_MINUTE } from '../units.ts';
import { gradeOf } from '../pain/grade.ts';
import type { Replay } from '../pain/replay.ts';
import { CONTINUOUS_FROM_MIN, type RunningSoFar, WEEKS_LOOKED_BACK_DAYS } from './unlock.ts';

/** Days looked back on. Our choice. */
const LAST_DAYS = 14;

/**
 * On the ladder a run has walking in it and counts for no continuous minutes.
 * @param day day number of today
 */
export function runningSoFar({ state, reported, limits }: Replay, day: number): RunningSoFar {
  const recent = reported
    .filter((each) => each.day > day - WEEKS_LOOKED_BACK_DAYS && each.day <= day)
    .map((each) => ({
      day: each.day,
      clean: gradeOf(each.report, limits) === 'CLEAN',
      minutes: each.run.movingS.known ? each.run.movingS.value / SECONDS_PER_MINUTE : null,
    }));
  const runsWhole = state.stage === 'BUILD' || state.stage === 'CLEAR';
  const longest = recent
    .filter((each) => runsWhole && each.clean && each.day > day - LAST_DAYS)
    .reduce<number | null>(
      (most, { minutes }) => (minutes === null ? most : Math.max(most ?? 0, minutes)),
      null,
    );
  let cleanWeeks = 0;
  for (let week = 0; week < WEEKS_LOOKED_BACK_DAYS / DAYS_PER_WEEK; week += 1) {
    const to = day - DAYS_PER_WEEK * week;
    const runs = recent.filter((each) => each.day > to - DAYS_PER_WEEK && each.day <= to);
    const long = runs.some(({ minutes }) => minutes !== null && minutes >= CONTINUOUS_FROM_MIN);
    // The run of today or yesterday has no morning yet: it is not clean, and not yet anything else.
    if (!runsWhole || !long || runs.some(({ clean }) => !clean)) break;
    cleanWeeks += 1;
  }
  return {
    daysInGo: state.light === 'GO' && runsWhole ? day - state.lightSinceDay : null,
    continuousCleanMin: longest,
    cleanWeeks: recent.length === 0 ? null : cleanWeeks,
  };
}
