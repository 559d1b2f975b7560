/**
 * The knee-load model fitted anew without one runner, who is then predicted: force lines, contact time and the shape
 * of the force over a step (evidence B2b). The cadence exponent stays: it comes from trials, not from these runners.
 */
import { type KneeLoadForm, mean, MS_PER_S } from '@kneewise/engine';
import { leastSquares } from './least-squares.ts';
import { errorsOf, type PredictedStep, type PredictionErrors } from './treadmill-errors.ts';
import type { TreadmillStep } from './treadmill-steps.ts';

type Predict = (step: TreadmillStep) => number;

/** [evidence B2c 3] */
const CADENCE_EXPONENT = -1.5;
/** Only scales the level of the contact fit. [evidence B2b] spm */
const CADENCE_SCALE = 165;

/** A line in `columns`, fitted to `value`. */
function lineOf(
  train: readonly TreadmillStep[],
  columns: (step: TreadmillStep) => readonly number[],
  value: Predict,
): Predict {
  const fit = leastSquares(train.map(columns), train.map(value));
  return (step) => columns(step).reduce((sum, column, i) => sum + column * (fit[i] ?? Number.NaN), 0);
}

const peakOf: Predict = ({ peakBw }) => peakBw;

const usualCadence = (train: readonly TreadmillStep[]): Predict =>
  lineOf(
    train,
    ({ speedMps }) => [1, speedMps],
    ({ cadenceSpm }) => cadenceSpm,
  );

function fromCadence(train: readonly TreadmillStep[]): Predict {
  const usual = usualCadence(train);
  const factor: Predict = (step) => (step.cadenceSpm / usual(step)) ** CADENCE_EXPONENT;
  return lineOf(train, (step) => [factor(step), factor(step) * step.speedMps], peakOf);
}

const fromFlexion = (train: readonly TreadmillStep[]): Predict =>
  lineOf(train, ({ speedMps, flexionDeg }) => [1, speedMps, flexionDeg], peakOf);

const PEAK: Readonly<Record<KneeLoadForm, (train: readonly TreadmillStep[]) => Predict>> = {
  speed: (train) => lineOf(train, ({ speedMps }) => [1, speedMps], peakOf),
  'speed-cadence': fromCadence,
  'speed-cadence-contact': fromCadence,
  'speed-flexion': fromFlexion,
  'speed-cadence-flexion': fromFlexion,
  'speed-cadence-contact-flexion': fromFlexion,
};
const MEASURES_CONTACT: ReadonlySet<KneeLoadForm> = new Set([
  'speed-cadence-contact',
  'speed-cadence-contact-flexion',
]);

const knowsCadence = (form: KneeLoadForm): boolean => form.includes('cadence');

const contactS: Predict = ({ contactMs }) => contactMs / MS_PER_S;

function contactFrom(train: readonly TreadmillStep[], form: KneeLoadForm): Predict {
  if (MEASURES_CONTACT.has(form)) return contactS;
  const usual = usualCadence(train);
  const ln = lineOf(
    train,
    ({ speedMps, cadenceSpm, legM }) => [
      1,
      Math.log(speedMps),
      Math.log(cadenceSpm / CADENCE_SCALE),
      Math.log(legM),
    ],
    (step) => Math.log(contactS(step)),
  );
  return (step) => Math.exp(ln(knowsCadence(form) ? step : { ...step, cadenceSpm: usual(step) }));
}

/** Errors of one of the model's forms where each runner is predicted by a fit to all the others. */
export function leftOutErrors(steps: readonly TreadmillStep[], form: KneeLoadForm): PredictionErrors {
  const models = new Map(
    [...new Set(steps.map(({ runner }) => runner))].map((runner) => {
      const train = steps.filter((step) => step.runner !== runner);
      const peak = PEAK[form](train);
      const contact = contactFrom(train, form);
      const shape = mean(train.map((step) => step.impulseBws / (step.peakBw * contactS(step))));
      const predict = (step: TreadmillStep): PredictedStep => {
        const peakBw = peak(step);
        return { peakBw, impulseBws: shape * peakBw * contact(step) };
      };
      return [runner, predict] as const;
    }),
  );
  return errorsOf(
    steps,
    steps.map((step) => models.get(step.runner)?.(step) ?? step),
  );
}
