/**
 * A cadence to aim for at the same speed, and what it may do for the knee (K8, training.md 5).
 * +5 % first, later +7.5 and +10 %, of the runner's own cadence: never a number for everybody. The Achilles tendon bears
 * less a step at +5 %, too [lyght-2016: 19 women].
 */
import {
  FORCE_CADENCE_EXPONENT,
  CONTACT_CADENCE_EXPONENT,
  FORCE_CADENCE_EXPONENT_RANGE,
} from '../knee-load/model.ts';
import type { RatioBand } from '../knee-load/compare-kilometre.ts';
import { cadenceAt, type CadenceLine } from './cadence-line.ts';

/** Steps of a programme, share of the own cadence. [heiderscheit-2011 and trials used 5 and 10 %] */
export const CADENCE_STEPS = [0.05, 0.075, 0.1] as const;
export type CadenceStep = (typeof CADENCE_STEPS)[number];

/** A target counts as kept between these, share of the target. [training.md 5: our choice] */
export const TARGET_BELOW = 0.025;
export const TARGET_ABOVE = 0.05;
/** "Same speed" is within this share. [training.md 5: our choice] */
export const SAME_SPEED_WITHIN = 0.03;
/** Slower steps than this at easy pace are a reason to look, no verdict, spm. [popular-articles, A12] */
export const LOOK_BELOW_SPM = 160;

export interface CadenceTarget {
  readonly speedMps: number;
  readonly step: CadenceStep;
  /** Own cadence at that speed and its 80 % interval, steps/min. */
  readonly own: { readonly cadenceSpm: number; readonly low: number; readonly high: number };
  /** False while the population's line stands in: then measure before aiming. */
  readonly ownIsKnown: boolean;
  readonly targetSpm: number;
  /** Steps/min that count as on target. */
  readonly low: number;
  readonly high: number;
  /** True below 160 at this speed. */
  readonly worthALook: boolean;
  /** Expected at the target against own cadence at the same speed: 0.93 = 7 % less. Low and high span the trials. */
  readonly peakForce: RatioBand;
  readonly impulsePerKm: RatioBand;
}

/** What a change of cadence at one speed does: `ratio` to the power the trials bracket, `more` added to each. */
function effect(ratio: number, more: number): RatioBand {
  const at = (exponent: number): number => ratio ** (exponent + more);
  const [least, most] = FORCE_CADENCE_EXPONENT_RANGE;
  const ends = [at(least), at(most)];
  return { value: at(FORCE_CADENCE_EXPONENT), low: Math.min(...ends), high: Math.max(...ends) };
}

/**
 * Peak force a step and impulse a kilometre after a change of cadence at the same speed, as ratios.
 * @param ratio new cadence ÷ old, 0.8–1.25
 */
export function cadenceChangeEffect(ratio: number): { peakForce: RatioBand; impulsePerKm: RatioBand } {
  if (!(ratio >= 0.8 && ratio <= 1.25)) throw new RangeError(`ratio must be 0.8 to 1.25, got ${ratio}`);
  // A kilometre has more steps, each with a shorter contact.
  return { peakForce: effect(ratio, 0), impulsePerKm: effect(ratio, CONTACT_CADENCE_EXPONENT + 1) };
}

/** The target at a speed (m/s, above 0) one step above the runner's own line. */
export function cadenceTarget(line: CadenceLine, speedMps: number, step: CadenceStep): CadenceTarget {
  const { cadenceSpm, low, high } = cadenceAt(line, speedMps);
  const targetSpm = cadenceSpm * (1 + step);
  return {
    speedMps,
    step,
    own: { cadenceSpm, low, high },
    ownIsKnown: line.from === 'own',
    targetSpm,
    low: targetSpm * (1 - TARGET_BELOW),
    high: targetSpm * (1 + TARGET_ABOVE),
    worthALook: line.from === 'own' && cadenceSpm < LOOK_BELOW_SPM,
    ...cadenceChangeEffect(1 + step),
  };
}
