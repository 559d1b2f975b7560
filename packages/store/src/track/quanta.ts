/**
 * How finely each channel is kept: steps per unit, at least as fine as a watch writes it.
 * Whole steps per unit (not a step width) so that a decimal the source wrote comes back as the same double.
 */
import type { Channel } from '@kneewise/engine';

export const STEPS_PER_UNIT = {
  /** Milliseconds: GPX and TCX write them, FIT whole seconds. */
  timeS: 1000,
  /** FIT's own step, 1 cm. */
  distanceM: 100,
  /** FIT's own step, 1 mm/s. */
  speedMps: 1000,
  /** 1 cm; FIT writes 20 cm, GPX mostly 10 cm. */
  altitudeM: 100,
  /** FIT writes 0.01 %. */
  gradeRatio: 10_000,
  /** FIT counts one leg in 1/128, so both feet come in 1/64. */
  cadenceSpm: 64,
  /** FIT writes whole beats; exports that interpolate write tenths. */
  heartRateBpm: 10,
  /** FIT's own step, 0.1 ms. */
  contactMs: 10,
  /** FIT's own step, 0.1 mm. */
  oscillationMm: 10,
  /** FIT's own step, 0.1 mm. */
  stepLengthM: 10_000,
  /** FIT's own step, 0.01 %. */
  balancePct: 100,
  /** FIT writes whole watts. */
  powerW: 10,
  /** 1e-7 degrees, 1.1 cm: FIT's step is 8.4e-8, satellite positioning errs by metres. */
  latDeg: 10_000_000,
  lonDeg: 10_000_000,
} as const satisfies Record<Channel | 'timeS', number>;
