/** Knee load of one kind of step: at this speed, with whatever else is known (K4, evidence B2c). */
import { referenceCadenceSpm } from '../cadence/reference-cadence.ts';
import { known, type Measured, missing } from '../measured.ts';
import {
  addInSquares,
  FORM_SD_RATIO,
  IMPULSE_SD_RATIO,
  type KneeLoadForm,
  UNKNOWN_LEG_SD_RATIO,
} from './band.ts';
import {
  DAMAGE_EXPONENT,
  type DamagePerKm,
  damageSum,
  damageWithBand,
  referenceDamageSum,
} from './damage.ts';
import {
  estimatedContactS,
  forceFromCadenceBw,
  forceFromFlexionBw,
  IMPULSE_SHAPE,
  legOf,
  MS_PER_S,
  SECONDS_PER_MINUTE,
  stepsPerKm,
  USUAL_LEG_M,
} from './model.ts';
import {
  CADENCE_RANGE_SPM,
  CONTACT_RANGE_MS,
  GRADE_RANGE,
  LEAN_RANGE_DEG,
  LEG_RANGE_M,
  PEAK_FLEXION_RANGE_DEG,
  type Range,
  SPEED_RANGE_MPS,
  within,
} from './ranges.ts';
import { styleFactors } from './style.ts';
import { type WidenedBy, widenedBy } from './widened.ts';

export interface StepInput {
  readonly speedMps: number;
  /** Both feet. Left out: the population's at that speed stands in, and the band is wider. */
  readonly cadenceSpm?: number | undefined;
  /** Measured time on the ground. Left out: estimated from speed, cadence and leg. */
  readonly contactMs?: number | undefined;
  /** Peak knee flexion in stance, from video. */
  readonly flexionDeg?: number | undefined;
  readonly legM?: number | undefined;
  readonly heightM?: number | undefined;
  /** Trunk lean from the vertical. */
  readonly leanDeg?: number | undefined;
  /** True only for a runner who has switched to landing on the forefoot. */
  readonly forefoot?: boolean | undefined;
  readonly minimalShoe?: boolean | undefined;
  readonly gradeRatio?: number | undefined;
  /** Trail, grass, sand. */
  readonly uneven?: boolean | undefined;
}

export interface StepLoad {
  readonly peakForceBw: number;
  readonly peakForceBwSd: number;
  readonly impulsePerStepBws: number;
  /** Per kilometre and leg. */
  readonly impulsePerKmBws: number;
  /** In reference kilometres: see `KneeLoad`. */
  readonly damagePerKm: Required<DamagePerKm>;
  readonly contactMs: number;
  readonly contactIs: 'measured' | 'estimated';
  readonly cadenceSpm: number;
  readonly cadenceIs: 'given' | 'population';
  /** Steps of one leg. */
  readonly stepsPerKm: number;
  /** One standard deviation as a share of the peak, and of the impulses. */
  readonly sdRatio: number;
  readonly impulseSdRatio: number;
  readonly form: KneeLoadForm;
  /** Why the band is wider than the fit's own; empty where nothing makes it so. */
  readonly widenedBy: readonly WidenedBy[];
}

const outside = (what: string, value: number | undefined, range: Range): Measured<never> | null =>
  value === undefined || within(value, range)
    ? null
    : Number.isFinite(value)
      ? missing({ reason: 'out-of-range', what, value, low: range.low, high: range.high })
      : missing({ reason: 'not-recorded', what });

/** The first thing about the input that the model cannot answer for, or null. */
function outsideModel(input: StepInput): Measured<never> | null {
  const problem =
    outside('speedMps', input.speedMps, SPEED_RANGE_MPS) ??
    outside('cadenceSpm', input.cadenceSpm, CADENCE_RANGE_SPM) ??
    outside('contactMs', input.contactMs, CONTACT_RANGE_MS) ??
    outside('flexionDeg', input.flexionDeg, PEAK_FLEXION_RANGE_DEG) ??
    outside('legM', input.legM ?? legOf(input), LEG_RANGE_M) ??
    outside('leanDeg', input.leanDeg, LEAN_RANGE_DEG) ??
    outside('gradeRatio', input.gradeRatio, GRADE_RANGE);
  if (problem !== null) return problem;
  // With both feet on the ground at once it is walking, and a step has no flight.
  const stepMs = (MS_PER_S * SECONDS_PER_MINUTE) / (input.cadenceSpm ?? referenceCadenceSpm(input.speedMps));
  return outside('contactMs', input.contactMs, { low: CONTACT_RANGE_MS.low, high: stepMs });
}

const formOf = ({ cadenceSpm, contactMs, flexionDeg }: StepInput): KneeLoadForm => {
  if (flexionDeg !== undefined) {
    if (cadenceSpm === undefined) return 'speed-flexion';
    return contactMs === undefined ? 'speed-cadence-flexion' : 'speed-cadence-contact-flexion';
  }
  if (cadenceSpm === undefined) return 'speed';
  return contactMs === undefined ? 'speed-cadence' : 'speed-cadence-contact';
};

/**
 * The knee's own angle says more of the peak than cadence does. Time on the ground goes into the impulse alone: through
 * the spring (evidence B2c 5) it made the peak worse, 14.2 against 13.4 % with the runner left out.
 */
const forceBw = ({ speedMps, flexionDeg }: StepInput, cadenceSpm: number): number =>
  flexionDeg === undefined
    ? forceFromCadenceBw(speedMps, cadenceSpm)
    : forceFromFlexionBw(speedMps, flexionDeg);

/**
 * Peak force, impulse and damage of a running step on the kneecap joint of one leg.
 * @param input SI units as named; ranges in `ranges.ts`
 * @returns missing, `out-of-range` with the allowed interval, where the model has no answer (walking included);
 * `not-recorded` where what was given is no number
 */
export function kneeLoadAt(input: StepInput): Measured<StepLoad> {
  const problem = outsideModel(input);
  if (problem !== null) return problem;
  const { speedMps } = input;
  const cadenceSpm = input.cadenceSpm ?? referenceCadenceSpm(speedMps);
  const legM = legOf(input);
  const contactS =
    input.contactMs === undefined
      ? estimatedContactS(speedMps, cadenceSpm, legM ?? USUAL_LEG_M)
      : input.contactMs / MS_PER_S;
  const form = formOf(input);
  const style = styleFactors(input);
  const plainBw = forceBw(input, cadenceSpm);
  const peakForceBw = plainBw * style.peak;
  const impulsePerStepBws = IMPULSE_SHAPE * plainBw * contactS * style.impulse;
  const steps = stepsPerKm(speedMps, cadenceSpm);
  const wider = widenedBy(input, legM !== undefined);
  const sdRatio = addInSquares(FORM_SD_RATIO[form], wider.peakSdRatio);
  const contactIs = input.contactMs === undefined ? 'estimated' : 'measured';
  const legSd = contactIs === 'estimated' && legM === undefined ? UNKNOWN_LEG_SD_RATIO : 0;
  const contactFrom = contactIs === 'estimated' && form === 'speed' ? 'withoutCadence' : contactIs;
  return known({
    peakForceBw,
    peakForceBwSd: peakForceBw * sdRatio,
    impulsePerStepBws,
    impulsePerKmBws: impulsePerStepBws * steps,
    damagePerKm: damageWithBand(
      damageSum(peakForceBw, steps, DAMAGE_EXPONENT) / referenceDamageSum(DAMAGE_EXPONENT),
      sdRatio,
    ),
    contactMs: contactS * MS_PER_S,
    contactIs,
    cadenceSpm,
    cadenceIs: input.cadenceSpm === undefined ? 'population' : 'given',
    stepsPerKm: steps,
    sdRatio,
    impulseSdRatio: addInSquares(sdRatio, IMPULSE_SD_RATIO[contactFrom], legSd, wider.impulseSdRatio),
    form,
    widenedBy: wider.by,
  });
}
