/** Slope of the ground at each sample: how much altitude a metre of the way gains (models.md D). */
import type { Track } from '../track.ts';
import { windowedSlope } from './windowed-slope.ts';

/** The slope is taken over this stretch of time, s. [models.md D: our choice] */
export const GRADE_WINDOW_S = 60;
/** …which must cover more than this, m: on the spot there is no slope. Our choice. */
export const LEAST_GRADE_SPAN_M = 20;
/** Steeper readings are an altimeter's jump. Our choice. */
export const STEEPEST_GRADE = 0.5;

/**
 * Rise over run at each sample: the file's own column, else from altitude and distance over `GRADE_WINDOW_S`.
 * @param movingS seconds without pauses, as long as the track
 * @returns null where neither is recorded; NaN where a stretch is too short or a reading impossible
 */
export function gradeAlong(track: Track, movingS: Float64Array): Float64Array | null {
  if (track.altitudeM === undefined || track.distanceM === undefined) return track.gradeRatio ?? null;
  const slopes = windowedSlope(
    track.distanceM,
    track.altitudeM,
    movingS,
    GRADE_WINDOW_S / 2,
    LEAST_GRADE_SPAN_M,
  );
  return slopes.map((slope) => (Math.abs(slope) <= STEEPEST_GRADE ? slope : Number.NaN));
}
