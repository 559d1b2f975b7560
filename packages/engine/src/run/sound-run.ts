/** A run whose figures are numbers that a run can have: what else a file claimed counts as not recorded. */
import { type Measured, missing } from '../measured.ts';
import type { Run } from './run.ts';

const isSound = (value: number): boolean => value >= 0 && value < Infinity;

const sound = (measured: Measured<number>, what: string): Measured<number> =>
  !measured.known || isSound(measured.value) ? measured : missing({ reason: 'not-recorded', what });

/** The run itself where nothing is wrong with it. Half minutes are not looked at: lines judge their own. */
export function soundRun(run: Run): Run {
  const { analysis, distanceM, movingS, elapsedS } = run;
  const { meanSpeedMps, cadenceSpm, ascentM, descentM, kneeLoad } = analysis;
  const figures = [distanceM, movingS, meanSpeedMps, cadenceSpm, ascentM, descentM];
  const loads = kneeLoad.known
    ? [kneeLoad.value.impulseRunBws, kneeLoad.value.peakForceBw, kneeLoad.value.damagePerKm.value]
    : [];
  const loadIsSound = loads.every(isSound);
  if (figures.every((each) => !each.known || isSound(each.value)) && loadIsSound && isSound(elapsedS))
    return run;
  return {
    ...run,
    distanceM: sound(distanceM, 'distance'),
    movingS: sound(movingS, 'moving time'),
    elapsedS: isSound(elapsedS) ? elapsedS : 0,
    analysis: {
      ...analysis,
      meanSpeedMps: sound(meanSpeedMps, 'speed'),
      cadenceSpm: sound(cadenceSpm, 'cadence'),
      ascentM: sound(ascentM, 'altitude'),
      descentM: sound(descentM, 'altitude'),
      kneeLoad: loadIsSound ? kneeLoad : missing({ reason: 'not-recorded', what: 'speed' }),
    },
  };
}
