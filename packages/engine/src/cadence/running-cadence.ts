/** Measured cadence of a run: the typical step rate while running (K8). */
import { known, type Measured, missing } from '../measured.ts';
import { finiteOf } from '../stats/quantile.ts';
import { medianInPlace } from '../stats/select.ts';

/** Slower counts as walking or standing. Our choice; no published cut-off. steps/min */
export const RUNNING_FROM_SPM = 130;

/** Fewer samples of running than this say nothing about a run. Our choice. */
export const ENOUGH_RUNNING_SAMPLES = 10;

/**
 * The median of the running samples, so that stumbles, strides and walking breaks weigh little.
 * @param samplesSpm steps/min, both feet; NaN where the recorder missed one
 * @returns steps/min; missing with fewer than `ENOUGH_RUNNING_SAMPLES` samples of at least `RUNNING_FROM_SPM`
 */
export function runningCadenceSpm(samplesSpm: Iterable<number>): Measured<number> {
  const running = finiteOf(samplesSpm);
  let count = 0;
  for (let i = 0; i < running.length; i += 1) {
    const spm = running[i] ?? Number.NaN;
    if (spm >= RUNNING_FROM_SPM) running[count++] = spm;
  }
  return count < ENOUGH_RUNNING_SAMPLES
    ? missing({
        reason: 'too-little-data',
        what: 'running samples with cadence',
        have: count,
        need: ENOUGH_RUNNING_SAMPLES,
      })
    : known(medianInPlace(running.subarray(0, count)));
}
