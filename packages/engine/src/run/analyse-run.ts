/** Everything Kneewise works out from one run's track, once, and stores beside it. */
import { runningCadenceSpm } from '../cadence/running-cadence.ts';
import { type Climb, climbOf } from '../grade/climb.ts';
import { gradeAlong } from '../grade/grade-along.ts';
import type { KneeLoad } from '../knee-load/knee-load.ts';
import { kneeLoadOfRun } from '../knee-load/knee-load-of-run.ts';
import { known, mapMeasured, type Measured, missing } from '../measured.ts';
import { isRun, type Recording } from '../recording.ts';
import type { Runner } from '../runner.ts';
import type { Interval } from '../track.ts';
import { type HalfMinuteBins, halfMinuteBins } from './half-minute-bins.ts';
import { motionOf } from './motion.ts';

/** Grows with every change that would give a stored analysis another figure: a version. Our choice. */
export const ENGINE_VERSION = 2;

export interface RunAnalysis {
  readonly engineVersion: number;
  readonly meanSpeedMps: Measured<number>;
  /** Median of running steps per minute, both feet. */
  readonly cadenceSpm: Measured<number>;
  readonly ascentM: Measured<number>;
  readonly descentM: Measured<number>;
  readonly kneeLoad: Measured<KneeLoad>;
  /** Moving 30 s bins of speed and cadence, for lines over history (models.md E); null where it has none. */
  readonly cadenceBins: readonly CadenceBin[];
}

/** Half a minute of steady running: its mean speed, cadence and grade. */
export interface CadenceBin {
  readonly speedMps: number;
  readonly cadenceSpm: number;
  readonly gradeRatio: number | null;
}

/** The first minutes are slower in step than the rest; bins for lines over history begin after them, s.
 * [simulated-runners, models.md E] */
export const BINS_FROM_S = 180;

/** Whether a file's own total is a number that a run can have. */
const isFigure = (total: Measured<number>): boolean =>
  total.known && total.value >= 0 && total.value < Infinity;

const meanSpeedMps = ({ distanceM, movingS }: Recording): Measured<number> => {
  if (!distanceM.known) return distanceM;
  if (!movingS.known) return movingS;
  if (!isFigure(distanceM)) return missing({ reason: 'not-recorded', what: 'distance' });
  return isFigure(movingS) && movingS.value > 0
    ? known(distanceM.value / movingS.value)
    : missing({ reason: 'not-recorded', what: 'moving time' });
};

const cadenceSpm = (track: Recording['track'], pauses: readonly Interval[]): Measured<number> => {
  const column = track.cadenceSpm;
  if (column === undefined) return missing({ reason: 'not-recorded', what: 'cadence' });
  const paused = (t: number): boolean => pauses.some(({ fromS, toS }) => t > fromS && t < toS);
  return runningCadenceSpm(
    pauses.length === 0 ? column : column.filter((_, i) => !paused(track.timeS[i] ?? Number.NaN)),
  );
};

const cadenceBins = (bins: HalfMinuteBins): CadenceBin[] => {
  const kept: CadenceBin[] = [];
  for (let i = 0; i < bins.startS.length; i += 1) {
    const gradeRatio = bins.gradeRatio[i] ?? Number.NaN;
    if ((bins.startS[i] ?? 0) < BINS_FROM_S) continue;
    kept.push({
      speedMps: bins.speedMps[i] ?? Number.NaN,
      cadenceSpm: bins.cadenceSpm[i] ?? Number.NaN,
      gradeRatio: Number.isNaN(gradeRatio) ? null : gradeRatio,
    });
  }
  return kept;
};

/**
 * Works out a run: mean speed over moving time, cadence, climb, knee load, half-minute bins.
 *
 * Pauses are out of everything. What the file states (distance, moving time, climb) is taken as stated; the rest
 * comes from the track. No figure is NaN: what cannot be told is missing, with the reason. Other sports keep
 * speed and climb, and no cadence or knee load is given for them.
 */
export function analyseRun(recording: Recording, runner: Runner): RunAnalysis {
  const { track, pauses } = recording;
  const motion = motionOf(track, pauses);
  const climb = climbOf(track.altitudeM);
  const stated = (value: Measured<number>, of: (climb: Climb) => number): Measured<number> =>
    isFigure(value) ? value : mapMeasured(climb, of);
  const shared = {
    engineVersion: ENGINE_VERSION,
    meanSpeedMps: meanSpeedMps(recording),
    ascentM: stated(recording.ascentM, ({ ascentM }) => ascentM),
    descentM: stated(recording.descentM, ({ descentM }) => descentM),
  };
  if (!isRun(recording)) {
    return {
      ...shared,
      cadenceSpm: missing({ reason: 'does-not-apply', what: 'running cadence' }),
      kneeLoad: missing({ reason: 'does-not-apply', what: 'knee load of running' }),
      cadenceBins: [],
    };
  }
  const grade = gradeAlong(track, motion.movingS);
  return {
    ...shared,
    cadenceSpm: cadenceSpm(track, pauses),
    kneeLoad: kneeLoadOfRun(track, motion, grade, runner, recording.subSport),
    cadenceBins: cadenceBins(halfMinuteBins(track, motion, grade)),
  };
}
