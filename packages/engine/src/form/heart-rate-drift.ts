/**
 * Heart rate that rises at equal speed over a run. Kept apart from fading form: warmth, thirst and hills raise it
 * without any change in how the runner moves (K9).
 */
import { known, type Measured, missing } from '../measured.ts';
import type { HalfMinuteBins } from '../run/half-minute-bins.ts';
import { mean } from '../stats/mean.ts';
import { ENOUGH_FORM_BINS, FORM_FROM_S, LEAST_SENSOR_SHARE } from './fading-form.ts';

/**
 * Heartbeats a metre in the second half of the run against the first, as a change (0.05 = 5 % more).
 * @param bins as `halfMinuteBins` gives them; the first six minutes are left out
 * @returns missing without heart rate or with too short a run
 */
export function heartRateDrift(bins: HalfMinuteBins): Measured<number> {
  const judged = Array.from(bins.startS.keys()).filter((i) => (bins.startS[i] ?? 0) >= FORM_FROM_S);
  const beats = judged
    .map((i) => (bins.heartRateBpm[i] ?? Number.NaN) / (bins.speedMps[i] ?? Number.NaN))
    .filter(Number.isFinite);
  if (beats.length < LEAST_SENSOR_SHARE * judged.length) {
    return missing({ reason: 'not-recorded', what: 'heart rate' });
  }
  if (beats.length < ENOUGH_FORM_BINS) {
    return missing({
      reason: 'too-little-data',
      what: 'half minutes of running with heart rate',
      have: beats.length,
      need: ENOUGH_FORM_BINS,
    });
  }
  const half = Math.floor(beats.length / 2);
  return known(mean(beats.slice(-half)) / mean(beats.slice(0, half)) - 1);
}
