/** What makes the band of a step wider than the fit's own, and by how much: outside the fit, slopes, ground, what is missing. */
import {
  addInSquares,
  EXTRAPOLATED_SD_RATIO,
  STEEP_FROM_GRADE,
  STEEP_SD_RATIO,
  UNEVEN_SD_RATIO,
} from './band.ts';
import type { StepInput } from './knee-load-at.ts';
import {
  FITTED_CADENCE_SPM,
  FITTED_CONTACT_MS,
  FITTED_FLEXION_DEG,
  FITTED_SPEED_MPS,
  type Range,
  within,
} from './ranges.ts';

export const WIDENED_BY = [
  'speed-beyond-fit',
  'cadence-beyond-fit',
  'contact-beyond-fit',
  'flexion-beyond-fit',
  'slope',
  'uneven-ground',
  'cadence-missing',
  'contact-missing',
  'leg-missing',
] as const;
export type WidenedBy = (typeof WIDENED_BY)[number];

export interface Widened {
  /** Everything that makes the band of peak or impulse wider, in the order of `WIDENED_BY`. */
  readonly by: readonly WidenedBy[];
  /** Extra standard deviations, as shares: of the peak, and of the impulses beyond the peak's. */
  readonly peakSdRatio: number;
  readonly impulseSdRatio: number;
}

const beyond = (value: number | undefined, fitted: Range): boolean =>
  value !== undefined && !within(value, fitted);

const outside = (is: boolean): number => (is ? EXTRAPOLATED_SD_RATIO : 0);

/**
 * A measurement outside the laboratory's own widens what it enters: cadence the peak, unless flexion stands in for
 * it, and the time on the ground; contact time the impulse.
 * @param legKnown whether the contact time, where it is estimated, is that of the runner's own leg
 */
export function widenedBy(input: StepInput, legKnown: boolean): Widened {
  const { speedMps, cadenceSpm, contactMs, flexionDeg } = input;
  const cadence = beyond(cadenceSpm, FITTED_CADENCE_SPM);
  const contact = beyond(contactMs, FITTED_CONTACT_MS);
  const flexion = beyond(flexionDeg, FITTED_FLEXION_DEG);
  const speed = !within(speedMps, FITTED_SPEED_MPS);
  const slope = Math.abs(input.gradeRatio ?? 0) > STEEP_FROM_GRADE;
  const uneven = input.uneven === true;
  const cadenceInPeak = cadence && flexionDeg === undefined;
  const cadenceInContact = cadence && contactMs === undefined;
  const holds: Readonly<Record<WidenedBy, boolean>> = {
    'speed-beyond-fit': speed,
    'cadence-beyond-fit': cadenceInPeak || cadenceInContact,
    'contact-beyond-fit': contact,
    'flexion-beyond-fit': flexion,
    slope,
    'uneven-ground': uneven,
    'cadence-missing': cadenceSpm === undefined,
    'contact-missing': contactMs === undefined,
    'leg-missing': contactMs === undefined && !legKnown,
  };
  return {
    by: WIDENED_BY.filter((reason) => holds[reason]),
    peakSdRatio: addInSquares(
      outside(speed),
      outside(cadenceInPeak),
      outside(flexion),
      slope ? STEEP_SD_RATIO : 0,
      uneven ? UNEVEN_SD_RATIO : 0,
    ),
    impulseSdRatio: addInSquares(outside(cadenceInContact && !cadenceInPeak), outside(contact)),
  };
}
