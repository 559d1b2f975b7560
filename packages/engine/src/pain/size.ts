/** How long may the next run be? The numbers of training.md §4 (Size, One change, Days off) and §7 (cuts). */

/** Relative rest: three quarters of where the ceiling was reached. [popular-articles, A29] */
export const SHARE_OF_EDGE = 0.75;
/** After a run that was far too much, A26's cut of 30 %. [popular-articles] */
export const SHARE_AFTER_RED = 0.7;
/** Where nobody knows at what distance the ceiling was reached. Our choice: as with no edge known. */
export const SHARE_OF_RUN_WITHOUT_PLACE = 0.5;
/** Opening, or after CALM: at most this share of the longest run of 30 days. Our choice (models.md C). */
export const SHARE_OF_LONGEST = 0.5;
/** After PAUSE: at most this share of the last clean run. Our choice. */
export const SHARE_AFTER_PAUSE = 0.5;
/** 8–14 days off. Our choice; little keeps fitness. */
export const SHARE_AFTER_DAYS_OFF = 0.75;
/** 21 days without getting to GO. Our choice. */
export const SHARE_AFTER_STANDSTILL = 0.8;

/** The first bin of the 2025 cohort ends at +10 % over the longest of 30 days. [frandsen-2025] */
export const RAISE_FACTOR = 1.1;
/** Below 5 km a tenth is too little to be run by. Our choice. */
export const RAISE_BELOW_5_KM_M = 650;
const SHORT_BELOW_M = 5000;

/** A day that is not the week's long one: so much of the long size, or all of it up to a short run. Our choices. */
export const EASY_SHARE_OF_LONG = 0.7;
export const EASY_UP_TO_M = 4500;
/** Metres of an easy day. @param longM the long size, metres */
export const easyOfLong = (longM: number): number =>
  Math.max(EASY_SHARE_OF_LONG * longM, Math.min(longM, EASY_UP_TO_M));

/** After so many raises in a row comes a week without one, its runs shorter. Our choices. */
export const RAISES_IN_A_ROW = 3;
export const SHARE_IN_EASIER_WEEK = 0.8;

/** Seven days hold at most this share of the mean of the four weeks before. [nielsen-2014: beyond 30 %, hazard ratio 1.59, 0.96–2.66] */
export const WEEK_GUARD = 1.3;

/** Shorter than this is run as walk-run. Our choice. Metres */
export const SHORTEST_RUN_M = 3000;

/** The next larger size: +10 %, or +0.65 km below 5 km. @param metres above 0 */
export const raised = (metres: number): number =>
  metres < SHORT_BELOW_M ? metres + RAISE_BELOW_5_KM_M : metres * RAISE_FACTOR;

/** No raise within these days of the last one, of a run over the cap, or of EASE and PAUSE. Our choices. */
export const DAYS_BETWEEN_RAISES = 7;
export const DAYS_SINCE_TROUBLE = 14;
export const CLEAN_RUNS_FOR_RAISE = 2;
/** A run this much beyond what was allowed is still that run (the way home, a watch's error). Our choice. */
export const OVER_TOLERANCE = 1.1;

/** What a break means, by days since the last run. Our choice; little keeps fitness. */
export type DaysOff =
  | { readonly kind: 'as-planned' }
  | { readonly kind: 'no-raise' }
  | { readonly kind: 'shorter' }
  | { readonly kind: 'ladder'; readonly step: number; readonly stepsBack: number };

/** Last day of each row of the table of days off. Our choice. */
const AS_PLANNED_DAYS = 3;
const NO_RAISE_DAYS = 7;
const SHORTER_DAYS = 14;
const TWO_STEPS_BACK_DAYS = 28;
const STEP_THREE_DAYS = 56;

/**
 * The row of the days-off table.
 * @param days days since the last run, at least 0
 * @returns for `ladder` the step to start from, and how many steps back where the runner is on it (12: to step 1)
 */
export function daysOff(days: number): DaysOff {
  if (days <= AS_PLANNED_DAYS) return { kind: 'as-planned' };
  if (days <= NO_RAISE_DAYS) return { kind: 'no-raise' };
  if (days <= SHORTER_DAYS) return { kind: 'shorter' };
  if (days <= TWO_STEPS_BACK_DAYS) return { kind: 'ladder', step: 7, stepsBack: 2 };
  return { kind: 'ladder', step: days <= STEP_THREE_DAYS ? 3 : 1, stepsBack: 12 };
}

/** First step after CALM, by days since the last run. Our choice. */
export const stepAfterCalm = (days: number): number =>
  days <= SHORTER_DAYS ? 5 : days <= TWO_STEPS_BACK_DAYS ? 3 : 1;
