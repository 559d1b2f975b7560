/**
 * Force between kneecap and thigh bone in one running step, from what a watch or a video knows.
 *
 * Fitted on treadmill running of healthy, regular runners by 2-D inverse dynamics [fukuchi-2017: 26 runners,
 * 25 of them men, 2.5–4.5 m/s, level; evidence B2b–B2d]. Absolute values depend on the method (published ones
 * differ threefold for the same runner), so they are for comparing a runner with that runner. A larger force is
 * a mechanism, not an injury.
 *
 * This file is the formulas alone: no checks, for use in loops. `kneeLoadAt` and `kneeLoadAlong` check ranges.
 */
import { METRES_PER_KM, SECONDS_PER_MINUTE } from '../units.ts';
import { referenceCadenceSpm } from '../cadence/reference-cadence.ts';
import type { Runner } from '../runner.ts';

export { METRES_PER_KM, MS_PER_S, SECONDS_PER_MINUTE } from '../units.ts';

/** Cadence counts both feet; a knee takes every second step. [definition] */
export const FEET = 2;

/** Peak force at the reference cadence: body weights at 0 m/s of the line, and more per m/s. [fukuchi-2017, B2c 2] */
export const FORCE_INTERCEPT_BW = 4.294;
export const FORCE_SLOPE_BW = 0.566;

/** Peak force goes with (cadence ÷ reference)^this. [fukuchi-2017, B2c 3; trials give -11 % to -19 % for +10 %] */
export const FORCE_CADENCE_EXPONENT = -1.5;
/** The exponents that -11 % and -19 % per +10 % imply: the least and the most a change of cadence may do.
 * [lenhart-2014; bonacci-2018; B2c 3] */
export const FORCE_CADENCE_EXPONENT_RANGE = [-1.2, -2.2] as const;

/** ln contact time in s = a + b ln v + c ln(cadence/165) + d ln leg. Leave-one-out SD 6 %. [fukuchi-2017, B2b] */
export const CONTACT_INTERCEPT = -0.881;
export const CONTACT_SPEED_EXPONENT = -0.437;
export const CONTACT_CADENCE_EXPONENT = -0.455;
export const CONTACT_CADENCE_CENTRE_SPM = 165;
export const CONTACT_LEG_EXPONENT = 0.494;

/** Mean leg length of the runners the model was fitted on, m: stands in where a runner's is not known. [fukuchi-2017] */
export const USUAL_LEG_M = 0.93;
/** Leg length as a share of height. [morin-2005 uses 0.53; fukuchi-2017's runners average 0.529] */
export const LEG_PER_HEIGHT = 0.53;

/** A runner's leg length, m: measured, else from height; undefined where neither is known. */
export const legOf = (runner: { readonly [K in 'legM' | 'heightM']?: Runner[K] | undefined }):
  | number
  | undefined => runner.legM ?? (runner.heightM === undefined ? undefined : LEG_PER_HEIGHT * runner.heightM);

/** Impulse of a step = this × peak × contact time: the shape of the force curve. [fukuchi-2017, B2c 6: .376–.382] */
export const IMPULSE_SHAPE = 0.38;

/** Peak force from speed and peak knee flexion: a + b v + c flexion. Leave-one-out 13.1 %. [fukuchi-2017, B2b] */
export const FLEXION_INTERCEPT_BW = -1.21;
export const FLEXION_SPEED_SLOPE_BW = 0.411;
export const FLEXION_SLOPE_BW = 0.13;

/** Peak force at the reference cadence, body weights. */
export const referenceForceBw = (speedMps: number): number => FORCE_INTERCEPT_BW + FORCE_SLOPE_BW * speedMps;

/** Peak force from speed and cadence, body weights. */
export function forceFromCadenceBw(speedMps: number, cadenceSpm: number): number {
  const ratio = cadenceSpm / referenceCadenceSpm(speedMps);
  return referenceForceBw(speedMps) * ratio ** FORCE_CADENCE_EXPONENT;
}

/** Peak force from speed and peak knee flexion in stance, body weights. */
export const forceFromFlexionBw = (speedMps: number, flexionDeg: number): number =>
  FLEXION_INTERCEPT_BW + FLEXION_SPEED_SLOPE_BW * speedMps + FLEXION_SLOPE_BW * flexionDeg;

/** Contact time as the population has it at this speed, cadence and leg length, seconds. */
export const estimatedContactS = (speedMps: number, cadenceSpm: number, legM: number): number =>
  Math.exp(
    CONTACT_INTERCEPT +
      CONTACT_SPEED_EXPONENT * Math.log(speedMps) +
      CONTACT_CADENCE_EXPONENT * Math.log(cadenceSpm / CONTACT_CADENCE_CENTRE_SPM) +
      CONTACT_LEG_EXPONENT * Math.log(legM),
  );

/** Steps of one leg over a kilometre. */
export const stepsPerKm = (speedMps: number, cadenceSpm: number): number =>
  (METRES_PER_KM * cadenceSpm) / (FEET * SECONDS_PER_MINUTE * speedMps);
