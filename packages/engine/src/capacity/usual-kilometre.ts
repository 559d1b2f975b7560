/** What a kilometre of this runner's easy running costs the knee, from the runner's own runs. */
import { EASY_HISTORY_DAYS, EASY_WITHIN, easySpeedMps } from '../cadence/easy-speed.ts';
import { known, type Measured, missing } from '../measured.ts';
import type { ReportedRun } from '../pain/reports.ts';
import { median } from '../stats/quantile.ts';

export interface UsualKilometre {
  readonly speedMps: number;
  /** Steps/min, both feet; null: no run has it. */
  readonly cadenceSpm: number | null;
  /** Of one leg, BW·s: median over the runs. */
  readonly perKmBws: number;
}

/**
 * The usual kilometre of the last 60 days, at easy pace where that is known; older runs where there are no others.
 * @param reported runs up to the day `today`
 */
export function usualKilometre(reported: readonly ReportedRun[], today: number): Measured<UsualKilometre> {
  const all = reported.flatMap(({ day, run: { analysis } }) =>
    analysis.meanSpeedMps.known && analysis.kneeLoad.known
      ? [
          {
            ageDays: today - day,
            speedMps: analysis.meanSpeedMps.value,
            cadenceSpm: analysis.cadenceSpm.known ? analysis.cadenceSpm.value : null,
            perKmBws: analysis.kneeLoad.value.impulsePerKmBws,
          },
        ]
      : [],
  );
  const lately = all.filter(({ ageDays }) => ageDays <= EASY_HISTORY_DAYS);
  const runs = lately.length > 0 ? lately : all;
  if (runs.length === 0) {
    return missing({ reason: 'too-little-data', what: 'runs with a knee load', have: 0, need: 1 });
  }
  const easy = easySpeedMps(
    runs.map(({ ageDays, speedMps }) => ({ ageDays, meanSpeedMps: known(speedMps) })),
  );
  const speedMps = easy.known ? easy.value : median(runs.map((run) => run.speedMps));
  const near = runs.filter((run) => Math.abs(run.speedMps / speedMps - 1) <= EASY_WITHIN);
  const alike = near.length > 0 ? near : runs;
  const cadences = alike.flatMap(({ cadenceSpm }) => (cadenceSpm === null ? [] : [cadenceSpm]));
  return known({
    speedMps,
    cadenceSpm: cadences.length > 0 ? median(cadences) : null,
    perKmBws: median(alike.map(({ perKmBws }) => perKmBws)),
  });
}
