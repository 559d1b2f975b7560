/** The hard part of a run by its level: strides, hard minutes, climbs, descents (training.md §4). Our choices. */
import type { HardWork } from './plan-types.ts';

/** Strides of the first level: how many times, and seconds each. Our choice. */
const STRIDES = 4;
const STRIDE_S = 20;
/** Minutes a level beyond strides. Our choice. */
const MINUTES_A_LEVEL = 5;
/** Of the week's running minutes at most this share is hard. Our choice. */
export const WEEK_MINUTES_SHARE = 0.1;
/** Metres of climb a level, in one run. Our choice. */
const CLIMB_A_LEVEL_M = 50;
/** A first descent lasts five minutes; later at most this share of one run. [downhill-bouts: five minutes protect] */
const FIRST_DESCENT_MIN = 5;
const DESCENT_SHARE = 0.25;

/** @param level 1 and above; @param weekMin running minutes of the week, null: not known */
export function speedWork(level: number, weekMin: number | null): HardWork {
  const most = weekMin === null ? 0 : Math.floor(WEEK_MINUTES_SHARE * weekMin);
  const minutes = Math.min(MINUTES_A_LEVEL * (level - 1), most);
  return minutes > 0
    ? { kind: 'hard-minutes', minutes }
    : { kind: 'strides', count: STRIDES, seconds: STRIDE_S };
}

/** @param level 1 and above */
export const climbWork = (level: number): HardWork => ({ kind: 'climb', metres: CLIMB_A_LEVEL_M * level });

/** @param runMin minutes of the run, null: not known */
export const descentWork = (level: number, runMin: number | null): HardWork => ({
  kind: 'downhill',
  minutes:
    level <= 1 || runMin === null
      ? FIRST_DESCENT_MIN
      : Math.max(FIRST_DESCENT_MIN, Math.floor(DESCENT_SHARE * runMin)),
});
