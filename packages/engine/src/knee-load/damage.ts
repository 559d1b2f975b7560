/**
 * Mechanical damage of a kilometre: Σ force^m over its steps, which counts a hard step more than two soft ones.
 *
 * Tissue that fails from repeated loading does so after N = C·force^-m cycles [edwards-2018], so damage a step
 * goes with force^m. The exponents (bone about 7, tendon about 9, cartilage 5–13) are from memory and not checked
 * against a source (evidence B4 [M]): results are given for several, and the word "damage" is a model's, not a
 * finding about a runner's knee. Repair is left out.
 */
import { referenceCadenceSpm } from '../cadence/reference-cadence.ts';
import { forceFromCadenceBw, stepsPerKm } from './model.ts';

/** The exponent results carry unless told otherwise: bone's. [damage-exponents: unverified] */
export const DAMAGE_EXPONENT = 7;
/** Exponents between which the answer is looked at: soft to steep. [damage-exponents: unverified] */
export const DAMAGE_EXPONENTS = [4, 7, 9] as const;
/** Speed of the reference kilometre, m/s: the slowest of the fit. [fukuchi-2017] */
export const REFERENCE_SPEED_MPS = 2.5;

/** Σ force^m over one leg's steps of a kilometre, in body weights^m: for ratios only. */
export const damageSum = (forceBw: number, stepsOfOneLeg: number, exponent: number): number =>
  stepsOfOneLeg * forceBw ** exponent;

/** Damage of a kilometre in reference kilometres, with one standard deviation of force carried to the power. */
export interface DamagePerKm {
  readonly value: number;
  readonly exponent: number;
  /** Absent in figures kept by an earlier version. */
  readonly low?: number;
  readonly high?: number;
}

/**
 * Damage with its band: force off by 15 % is damage off by a factor of 2.9 at exponent 7, either way. The band is one
 * of the force alone: how well the exponent holds is not in it.
 * @param sdRatio one standard deviation of the force, as a share
 */
export function damageWithBand(value: number, sdRatio: number): Required<DamagePerKm> {
  const factor = Math.exp(DAMAGE_EXPONENT * sdRatio);
  return { value, exponent: DAMAGE_EXPONENT, low: value / factor, high: value * factor };
}

/** The reference kilometre's sum: level, 2.5 m/s, the population's cadence. */
export function referenceDamageSum(exponent: number): number {
  const cadence = referenceCadenceSpm(REFERENCE_SPEED_MPS);
  return damageSum(
    forceFromCadenceBw(REFERENCE_SPEED_MPS, cadence),
    stepsPerKm(REFERENCE_SPEED_MPS, cadence),
    exponent,
  );
}
