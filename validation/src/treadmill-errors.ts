/** How far predicted steps are from measured ones: of single runners, and of one runner's change with speed. */
import { rootMeanSquare } from '@kneewise/engine';
import type { TreadmillStep } from './treadmill-steps.ts';

export interface PredictedStep {
  readonly peakBw: number;
  readonly impulseBws: number;
}

/** Roots of mean squares, as shares: 0.1 is 10 %. */
export interface PredictionErrors {
  readonly peak: number;
  readonly impulse: number;
  /** Of each runner's other speeds against that runner's 3.5 m/s. */
  readonly change: number;
}

const SAME_RUNNER_BASE_MPS = 3.5;

const error = (ratios: readonly number[]): number => rootMeanSquare(ratios.map((each) => each - 1));

/** @param predicted one a step, in the order of `steps` */
export function errorsOf(
  steps: readonly TreadmillStep[],
  predicted: readonly PredictedStep[],
): PredictionErrors {
  const ratio = (of: (step: PredictedStep) => number): number[] =>
    steps.map((step, i) => of(predicted[i] ?? NOTHING) / of(step));
  const peaks = ratio(({ peakBw }) => peakBw);
  const changes = steps.flatMap((step, i) => {
    const base = steps.findIndex(
      ({ runner, speedMps }) => runner === step.runner && speedMps === SAME_RUNNER_BASE_MPS,
    );
    return base === i || base < 0 ? [] : [(peaks[i] ?? Number.NaN) / (peaks[base] ?? Number.NaN)];
  });
  return {
    peak: error(peaks),
    impulse: error(ratio(({ impulseBws }) => impulseBws)),
    change: error(changes),
  };
}
const NOTHING: PredictedStep = { peakBw: Number.NaN, impulseBws: Number.NaN };
