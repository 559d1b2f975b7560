/** The band of knee load at every sample, for a curve drawn over time: wider where less was known or the ground was steep. */
import {
  EXTRAPOLATED_SD_RATIO,
  FORM_SD_RATIO,
  IMPULSE_SD_RATIO,
  STEEP_FROM_GRADE,
  STEEP_SD_RATIO,
  UNEVEN_SD_RATIO,
  UNKNOWN_GRADE_SD_RATIO,
} from './band.ts';
import type { KneeLoadColumns } from './knee-load-along.ts';
import { FITTED_CADENCE_SPM, FITTED_SPEED_MPS, within } from './ranges.ts';

export interface BandColumns {
  /** One standard deviation as a share of the peak force, and of the impulse a step; NaN where no load is given. */
  readonly peakSdRatio: Float64Array;
  readonly impulseSdRatio: Float64Array;
}

const square = (share: number): number => share * share;

/**
 * @param speedMps of each sample, as the load was worked out with
 * @param grade rise over run at each sample, or null where it is not known
 * @param uneven true on trail, grass or sand
 * @throws RangeError where a column is not as long as the load
 */
export function bandAlong(
  columns: KneeLoadColumns,
  speedMps: Float64Array,
  grade: Float64Array | null,
  uneven = false,
): BandColumns {
  const n = columns.forceBw.length;
  for (const [name, column] of [
    ['speedMps', speedMps],
    ['grade', grade],
  ] as const) {
    if (column !== null && column.length !== n)
      throw new RangeError(`${name} must have ${n} samples, got ${column.length}`);
  }
  const peakSdRatio = new Float64Array(n).fill(Number.NaN);
  const impulseSdRatio = new Float64Array(n).fill(Number.NaN);
  const ground = uneven ? square(UNEVEN_SD_RATIO) : 0;
  const outside = square(EXTRAPOLATED_SD_RATIO);
  const unknownGrade = square(UNKNOWN_GRADE_SD_RATIO);
  const steep = square(STEEP_SD_RATIO);
  for (let i = 0; i < n; i += 1) {
    if (Number.isNaN(columns.forceBw[i] ?? Number.NaN)) continue;
    const measured = columns.cadenceMeasured[i] === 1;
    const g = grade?.[i] ?? Number.NaN;
    let variance = square(FORM_SD_RATIO[measured ? 'speed-cadence' : 'speed']) + ground;
    if (!within(speedMps[i] ?? 0, FITTED_SPEED_MPS)) variance += outside;
    if (measured && !within(columns.cadenceSpm[i] ?? 0, FITTED_CADENCE_SPM)) variance += outside;
    variance += Number.isNaN(g) ? unknownGrade : Math.abs(g) > STEEP_FROM_GRADE ? steep : 0;
    const contact = columns.contactMeasured[i] === 1;
    const extra = IMPULSE_SD_RATIO[contact ? 'measured' : measured ? 'estimated' : 'withoutCadence'];
    peakSdRatio[i] = Math.sqrt(variance);
    impulseSdRatio[i] = Math.sqrt(variance + square(extra));
  }
  return { peakSdRatio, impulseSdRatio };
}
