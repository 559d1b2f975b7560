/** Cadence at the runner's own easy pace, from the runner's own line. */
import {
  cadenceAt,
  cadenceLine,
  easySpeedMps,
  ENOUGH_RUNS,
  known,
  type Measured,
  missing,
  type Run,
} from '@kneewise/engine';
import { dayOf, daysBetween } from '../days.ts';
import type { ReportCadence } from './report-types.ts';

/** Missing where the runs hold no easy speed or too little cadence for an own line. */
export function cadenceAtEasyPace(runs: readonly Run[], date: string): Measured<ReportCadence> {
  const aged = runs.map((run) => ({
    ageDays: daysBetween(dayOf(run.startAtMs, run.utcOffsetMin), date),
    meanSpeedMps: run.analysis.meanSpeedMps,
    bins: run.analysis.cadenceBins,
  }));
  const easy = easySpeedMps(aged);
  if (!easy.known) return easy;
  const line = cadenceLine(aged);
  if (line.from === 'population')
    return missing({
      reason: 'too-little-data',
      what: 'runs with steady cadence',
      have: line.runs,
      need: ENOUGH_RUNS,
    });
  const { cadenceSpm, se } = cadenceAt(line, easy.value);
  return known({ easySpeedMps: easy.value, easyCadenceSpm: cadenceSpm, sdSpm: se, runs: line.runs });
}
