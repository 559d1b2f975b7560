/** Everything the app says of form within one run (K9): what was judged, what is shown beside it, and the heart apart. */
import type { CadenceLine } from '../cadence/cadence-line.ts';
import { gradeAlong } from '../grade/grade-along.ts';
import type { Measured } from '../measured.ts';
import { halfMinuteBins } from '../run/half-minute-bins.ts';
import { motionOf } from '../run/motion.ts';
import type { Interval, Track } from '../track.ts';
import { fadingForm, type FadingForm } from './fading-form.ts';
import { heartRateDrift } from './heart-rate-drift.ts';
import { type ShownForm, shownForm } from './shown-form.ts';

export interface FormOfRun {
  /** The verdict. One run never says more than "perhaps"; `usualPlace` over many says habit. */
  readonly fading: Measured<FadingForm>;
  /** Curves of cadence, contact, oscillation, step length and balance with what was expected; those that were recorded. */
  readonly shown: readonly ShownForm[];
  /** Heartbeats a metre, second half against first: 0.05 is 5 % more. Warmth and thirst raise it; it is no form. */
  readonly heartRateDrift: Measured<number>;
}

/**
 * @param line the runner's own cadence line as of the day of the run (`ownCadenceLine`), or null
 * @returns `fading` missing where the run was too short or held no cadence; nothing is thrown for a poor recording
 */
export function formOfRun(
  track: Track,
  pauses: readonly Interval[] = [],
  line: CadenceLine | null = null,
): FormOfRun {
  const motion = motionOf(track, pauses);
  const bins = halfMinuteBins(track, motion, gradeAlong(track, motion.movingS));
  return {
    fading: fadingForm(bins, line),
    shown: shownForm(bins, line),
    heartRateDrift: heartRateDrift(bins),
  };
}
