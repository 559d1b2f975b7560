/**
 * Cadence of the population at a running speed: the line the knee-load model compares with.
 * Not a target: single runners lie 10 steps/min around it [fukuchi-2017: 26 runners, 25 of them men, treadmill].
 */

/** Steps/min at 0 m/s, of the line fitted at 2.5–4.5 m/s. [fukuchi-2017, evidence B2c 1] */
export const REFERENCE_CADENCE_INTERCEPT_SPM = 133.15;
/** Steps/min more for each m/s more. [fukuchi-2017, evidence B2c 1] */
export const REFERENCE_CADENCE_SLOPE = 11.217;

/**
 * @param speedMps running speed, m/s; fitted at 2.5–4.5
 * @returns steps/min, both feet
 */
export const referenceCadenceSpm = (speedMps: number): number =>
  REFERENCE_CADENCE_INTERCEPT_SPM + REFERENCE_CADENCE_SLOPE * speedMps;
