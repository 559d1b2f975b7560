/**
 * One kilometre against another by the same runner: what it costs the knee in impulse, and in damage.
 *
 * The two can point opposite ways: faster means fewer steps a kilometre and less impulse, but harder steps, and
 * damage counts hard steps more [evidence B2b, B4]. Then neither is "kinder", and we say so.
 */
import { referenceCadenceSpm } from '../cadence/reference-cadence.ts';
import { known, type Measured } from '../measured.ts';
import {
  addInSquares,
  EXTRAPOLATED_SD_RATIO,
  STEEP_SD_RATIO,
  UNEVEN_SD_RATIO,
  WITHIN_RUNNER_SD_RATIO,
} from './band.ts';
import { DAMAGE_EXPONENTS, damageSum } from './damage.ts';
import { kneeLoadAt, type StepInput, type StepLoad } from './knee-load-at.ts';
import { FORCE_CADENCE_EXPONENT, FORCE_CADENCE_EXPONENT_RANGE } from './model.ts';

/** A ratio (1.1 = 10 % more) with one standard deviation either way. */
export interface RatioBand {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface KilometreComparison {
  /** Second against first. */
  readonly peakForce: RatioBand;
  readonly impulsePerKm: RatioBand;
  /** One for each exponent of `DAMAGE_EXPONENTS`. */
  readonly damagePerKm: readonly (RatioBand & { readonly exponent: number })[];
  /** True where impulse falls and damage rises at every exponent, or the other way round. */
  readonly oppositeWays: boolean;
}

/** Ratio with a band of ±`logSd` in the logarithm, so that halving and doubling are alike. */
const band = (value: number, logSd: number): RatioBand => ({
  value,
  low: value * Math.exp(-logSd),
  high: value * Math.exp(logSd),
});

/** What the bracket of published cadence effects leaves open, as SD of the logarithm. [evidence B2c 3] */
function cadenceLogSd(first: StepLoad, second: StepLoad, speeds: readonly [number, number]): number {
  const [least, most] = FORCE_CADENCE_EXPONENT_RANGE;
  const half = Math.max(FORCE_CADENCE_EXPONENT - most, least - FORCE_CADENCE_EXPONENT);
  // Cadence that merely keeps up with speed is within the fit; only the rest is a change of style.
  const kept = referenceCadenceSpm(speeds[1]) / referenceCadenceSpm(speeds[0]);
  return half * Math.abs(Math.log(second.cadenceSpm / first.cadenceSpm / kept));
}

/**
 * Compares two kinds of kilometre, e.g. easy with faster, or the same speed at another cadence.
 * @returns missing, `out-of-range`, where the model has no answer for one of them
 */
export function compareKilometre(first: StepInput, second: StepInput): Measured<KilometreComparison> {
  const a = kneeLoadAt(first);
  if (!a.known) return a;
  const b = kneeLoadAt(second);
  if (!b.known) return b;
  // Beyond the fit the step from one to the other is a guess; a slope or ground that both share cancels out.
  const beyond = (['speed-beyond-fit', 'cadence-beyond-fit'] as const).some(
    (reason) => a.value.widenedBy.includes(reason) || b.value.widenedBy.includes(reason),
  );
  const onlyOne = (reason: 'slope' | 'uneven-ground'): boolean =>
    a.value.widenedBy.includes(reason) !== b.value.widenedBy.includes(reason);
  const same =
    first.speedMps === second.speedMps &&
    a.value.peakForceBw === b.value.peakForceBw &&
    !onlyOne('slope') &&
    !onlyOne('uneven-ground');
  const logSd = same
    ? 0
    : addInSquares(
        WITHIN_RUNNER_SD_RATIO,
        cadenceLogSd(a.value, b.value, [first.speedMps, second.speedMps]),
        beyond ? EXTRAPOLATED_SD_RATIO : 0,
        onlyOne('slope') ? STEEP_SD_RATIO : 0,
        onlyOne('uneven-ground') ? UNEVEN_SD_RATIO : 0,
      );
  const impulse = b.value.impulsePerKmBws / a.value.impulsePerKmBws;
  const damagePerKm = DAMAGE_EXPONENTS.map((exponent) => {
    const ratio =
      damageSum(b.value.peakForceBw, b.value.stepsPerKm, exponent) /
      damageSum(a.value.peakForceBw, a.value.stepsPerKm, exponent);
    const { value, low, high } = band(ratio, logSd * exponent);
    return { exponent, value, low, high };
  });
  return known({
    peakForce: band(b.value.peakForceBw / a.value.peakForceBw, logSd),
    impulsePerKm: band(impulse, logSd),
    damagePerKm,
    oppositeWays:
      damagePerKm.every(({ value }) => impulse < 1 && value > 1) ||
      damagePerKm.every(({ value }) => impulse > 1 && value < 1),
  });
}
