/** A run with just the figures a test speaks of. */
import { known, type Measured, missing, type Run } from '@kneewise/engine';

const unsaid = (what: string): Measured<never> => missing({ reason: 'not-recorded', what });

export function runOf({
  startAtMs,
  loadBws,
  distanceM,
}: {
  readonly startAtMs: number;
  readonly loadBws: number | null;
  readonly distanceM?: number;
}): Run {
  return {
    id: `run-${startAtMs}`,
    startAtMs,
    utcOffsetMin: 0,
    subSport: null,
    distanceM: distanceM === undefined ? unsaid('distance') : known(distanceM),
    movingS: unsaid('moving time'),
    elapsedS: 1_800,
    analysis: {
      engineVersion: 1,
      meanSpeedMps: unsaid('speed'),
      cadenceSpm: unsaid('cadence'),
      ascentM: unsaid('altitude'),
      descentM: unsaid('altitude'),
      kneeLoad:
        loadBws === null
          ? unsaid('speed')
          : known({
              peakForceBw: 5,
              impulsePerStepBws: 0.5,
              impulsePerKmBws: 270,
              impulseRunBws: loadBws,
              damagePerKm: { value: 1, exponent: 4 },
              sdRatio: 0.15,
              form: 'speed' as const,
            }),
      cadenceBins: [],
    },
  };
}
