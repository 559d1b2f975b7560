/** What is easy for this runner? Pace and cadence from the last eight weeks. */
import { type Measured, known, missing } from '../measured.ts';
import type { ReportedRun } from '../pain/reports.ts';
import { median, quantile } from '../stats/quantile.ts';

// Our choices: no published way to find an easy pace from a history of mean speeds.
export const EASY_FROM_DAYS = 56;
const RUNS_NEEDED = 3;
/** Shorter recordings are warm-ups and parts of sessions. Metres */
const AT_LEAST_M = 2000;
/** Easy lies between the slow fifth and the middle of one's runs: most running is easy, races and hard days are not. */
const SLOW_SHARE = 0.2;
/** A run within this share of the easy range says something about easy cadence. */
const NEAR = 0.05;
const METRES_PER_KM = 1000;

export interface Easy {
  /** The faster end, m/s: it turns metres into the fewest minutes. */
  readonly speedMps: Measured<number>;
  /** From the faster end to the slower, whole seconds a kilometre. */
  readonly paceSPerKm: Measured<readonly [number, number]>;
  /** Steps/min at that pace, both feet. */
  readonly cadenceSpm: Measured<number>;
}

const pace = (speedMps: number): number => Math.round(METRES_PER_KM / speedMps);

/** @param reported runs up to the day, oldest first */
export function easyOf(reported: readonly ReportedRun[], today: number): Easy {
  const recent = reported.flatMap(({ day, run: { distanceM, analysis } }) =>
    today - day < EASY_FROM_DAYS &&
    distanceM.known &&
    distanceM.value >= AT_LEAST_M &&
    analysis.meanSpeedMps.known &&
    analysis.meanSpeedMps.value > 0
      ? [{ speedMps: analysis.meanSpeedMps.value, cadenceSpm: analysis.cadenceSpm }]
      : [],
  );
  const tooFew = (what: string, have: number) =>
    missing({ reason: 'too-little-data', what, have, need: RUNS_NEEDED });
  if (recent.length < RUNS_NEEDED) {
    const because = tooFew('runs of at least 2 km in eight weeks', recent.length);
    return { speedMps: because, paceSPerKm: because, cadenceSpm: because };
  }
  const speeds = recent.map(({ speedMps }) => speedMps);
  const fast = median(speeds);
  const slow = quantile(speeds, SLOW_SHARE);
  const cadences = recent.flatMap(({ speedMps, cadenceSpm }) =>
    cadenceSpm.known && speedMps >= slow * (1 - NEAR) && speedMps <= fast * (1 + NEAR)
      ? [cadenceSpm.value]
      : [],
  );
  return {
    speedMps: known(fast),
    paceSPerKm: known([pace(fast), pace(slow)] as const),
    cadenceSpm:
      cadences.length < RUNS_NEEDED
        ? tooFew('runs at easy pace with cadence in eight weeks', cadences.length)
        : known(median(cadences)),
  };
}
