/** Cadence at the runner's own easy pace, from the runner's own line. */
import {
  cadenceAt,
  easySpeedMps,
  ENOUGH_RUNS,
  LINE_HISTORY_DAYS,
  known,
  type Measured,
  dayAt,
  missing,
  ownCadenceLine,
  parseIsoDay,
  type Run,
} from '@kneewise/engine';
import { dayOf, daysBetween } from '../days.ts';
import type { ReportCadence } from './report-types.ts';

const dayOfRun = (run: Run): string => dayOf(run.startAtMs, run.utcOffsetMin);

function cadenceOn(runs: readonly Run[], date: string): Measured<ReportCadence> {
  const today = parseIsoDay(date);
  const easy = easySpeedMps(
    runs.map((run) => ({
      ageDays: today - dayAt(run.startAtMs, run.utcOffsetMin),
      meanSpeedMps: run.analysis.meanSpeedMps,
    })),
  );
  if (!easy.known) return easy;
  const line = ownCadenceLine(runs, today);
  if (line.from === 'population')
    return missing({
      reason: 'too-little-data',
      what: 'runs with steady cadence',
      have: line.runs,
      need: ENOUGH_RUNS,
    });
  const { cadenceSpm, se } = cadenceAt(line, easy.value);
  return known({ easySpeedMps: easy.value, easyCadenceSpm: cadenceSpm, sdSpm: se, runs: line.runs, date });
}

/** The last day on which half a year back holds as many runs with cadence as a line takes; null where none ever did. */
function lastDayWithEnough(runs: readonly Run[]): string | null {
  const withCadence = runs
    .filter(({ analysis }) => analysis.cadenceSpm.known)
    .toSorted((a, b) => b.startAtMs - a.startAtMs);
  for (const [at, newest] of withCadence.entries()) {
    const oldest = withCadence[at + ENOUGH_RUNS - 1];
    if (oldest !== undefined && daysBetween(dayOfRun(oldest), dayOfRun(newest)) < LINE_HISTORY_DAYS)
      return dayOfRun(newest);
  }
  return null;
}

/**
 * From the half year before `date`; where that holds too little, from the last time there was enough, and the answer says
 * when that was. Missing where the runs never held an easy speed or enough cadence for an own line.
 */
export function cadenceAtEasyPace(runs: readonly Run[], date: string): Measured<ReportCadence> {
  const now = cadenceOn(runs, date);
  if (now.known) return now;
  const earlier = lastDayWithEnough(runs);
  return earlier === null || earlier >= date ? now : cadenceOn(runs, earlier);
}
