/** The runner's own easy speed: what most of the running is done at. */
import { known, type Measured, missing } from '../measured.ts';
import { quantile } from '../stats/quantile.ts';

/** Runs older than this do not tell today's easy speed, days. Our choice. */
export const EASY_HISTORY_DAYS = 60;
/** Fewer runs than this tell none. Our choice, as for the cadence line. */
export const ENOUGH_EASY_RUNS = 3;
/**
 * The easy speed is this share from the slow end of the runs' mean speeds: below the middle, since races and fast
 * sessions are among them. Our choice.
 */
export const EASY_SHARE = 0.4;
/** Easy running is within this share of the easy speed. [training.md 5: our choice] */
export const EASY_WITHIN = 0.1;

export interface SpeedHistory {
  readonly ageDays: number;
  readonly meanSpeedMps: Measured<number>;
}

/** Own easy speed, m/s, from runs of the last 60 days in any order. */
export function easySpeedMps(history: readonly SpeedHistory[]): Measured<number> {
  const speeds: number[] = [];
  for (const { ageDays, meanSpeedMps } of history) {
    if (ageDays >= 0 && ageDays <= EASY_HISTORY_DAYS && meanSpeedMps.known) speeds.push(meanSpeedMps.value);
  }
  return speeds.length < ENOUGH_EASY_RUNS
    ? missing({
        reason: 'too-little-data',
        what: 'runs in 60 days',
        have: speeds.length,
        need: ENOUGH_EASY_RUNS,
      })
    : known(quantile(speeds, EASY_SHARE));
}
