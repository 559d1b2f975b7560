/** What is easy for this runner? Own pace and own cadence at it, by the last weeks of runs. */
import { METRES_PER_KM } from '../units.ts';
import { ENOUGH_BINS, cadenceAt } from '../cadence/cadence-line.ts';
import { ownCadenceLine } from '../cadence/own-line.ts';
import { easySpeedMps } from '../cadence/easy-speed.ts';
import { type Measured, known, mapMeasured, missing } from '../measured.ts';
import type { ReportedRun } from '../pain/reports.ts';

/** The pace told reaches this share either side of the easy speed. Our choice. */
const PACE_WITHIN = 0.05;
export interface Easy {
  /** m/s */
  readonly speedMps: Measured<number>;
  /** From the faster end to the slower, whole seconds a kilometre. */
  readonly paceSPerKm: Measured<readonly [number, number]>;
  /** Steps/min at that speed, both feet, by the runner's own line; never the population's. */
  readonly cadenceSpm: Measured<number>;
}

const pace = (speedMps: number): number => Math.round(METRES_PER_KM / speedMps);

/** @param reported runs up to the day */
export function easyOf(reported: readonly ReportedRun[], today: number): Easy {
  const speedMps = easySpeedMps(
    reported.map(({ day, run }) => ({ ageDays: today - day, meanSpeedMps: run.analysis.meanSpeedMps })),
  );
  const line = ownCadenceLine(
    reported.map(({ run }) => run),
    today,
  );
  return {
    speedMps,
    paceSPerKm: mapMeasured(
      speedMps,
      (easy) => [pace(easy * (1 + PACE_WITHIN)), pace(easy * (1 - PACE_WITHIN))] as const,
    ),
    cadenceSpm: !speedMps.known
      ? speedMps
      : line.from === 'own'
        ? known(cadenceAt(line, speedMps.value).cadenceSpm)
        : missing({
            reason: 'too-little-data',
            what: 'level half-minutes with cadence',
            have: line.bins,
            need: ENOUGH_BINS,
          }),
  };
}
