/**
 * §C2 on single runners: 18 of the 26 the model was fitted on, three speeds each, forces by inverse dynamics.
 *
 * Two kinds of error. "As shipped" is the model as every page uses it; these runners were among those it was
 * fitted on. "Left out" refits the model's lines without the runner and then predicts that runner.
 */
import {
  type KneeLoadForm,
  kneeLoadAt,
  MS_PER_S,
  rootMeanSquare,
  type StepInput,
  type StepLoad,
  stepsPerKm,
} from '@kneewise/engine';
import { sharedText } from './data-folder.ts';
import { leastSquares } from './least-squares.ts';
import { atMost, type Row, skipped, type Subject } from './row.ts';

const FILE = 'biomechanics/rbds-running.csv';

export interface TreadmillStep {
  readonly runner: string;
  readonly speedMps: number;
  readonly cadenceSpm: number;
  readonly contactMs: number;
  readonly flexionDeg: number;
  readonly legM: number;
  readonly peakBw: number;
  readonly impulseBws: number;
}

/** Reads the table; throws where a column is missing, so that a changed file is noticed. */
export function readTreadmill(csv: string): TreadmillStep[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/u);
  const names = head.split(',');
  const at = (cells: readonly string[], name: string): string => {
    const cell = cells[names.indexOf(name)];
    if (cell === undefined) throw new RangeError(`column ${name} is not in ${FILE}`);
    return cell;
  };
  return lines.map((line) => {
    const cells = line.split(',');
    const number = (name: string): number => Number(at(cells, name));
    return {
      runner: at(cells, 'subject'),
      speedMps: number('speed_mps'),
      cadenceSpm: number('cadence_spm'),
      contactMs: MS_PER_S * number('contact_s_50N'),
      flexionDeg: number('peak_knee_flex_deg'),
      legM: number('leg_m'),
      peakBw: number('pfj_peak_bw'),
      impulseBws: number('pfj_impulse_bw_s'),
    };
  });
}

interface FormCheck {
  readonly name: string;
  readonly form: KneeLoadForm;
  readonly input: (step: TreadmillStep) => StepInput;
  /** Largest error of the peak allowed, % (issue and evidence C2). */
  readonly peakLimit: number;
}

const FORMS: readonly FormCheck[] = [
  { name: 'speed', form: 'speed', input: ({ speedMps }) => ({ speedMps }), peakLimit: 21 },
  {
    name: 'speed, cadence',
    form: 'speed-cadence',
    input: ({ speedMps, cadenceSpm, legM }) => ({ speedMps, cadenceSpm, legM }),
    peakLimit: 16,
  },
  {
    name: 'speed, cadence, contact',
    form: 'speed-cadence-contact',
    input: ({ speedMps, cadenceSpm, contactMs }) => ({ speedMps, cadenceSpm, contactMs }),
    peakLimit: 16,
  },
  {
    name: 'speed, cadence, flexion',
    form: 'speed-cadence-flexion',
    input: ({ speedMps, cadenceSpm, flexionDeg, legM }) => ({ speedMps, cadenceSpm, flexionDeg, legM }),
    peakLimit: 14,
  },
  {
    name: 'speed, cadence, contact, flexion',
    form: 'speed-cadence-contact-flexion',
    input: ({ speedMps, cadenceSpm, contactMs, flexionDeg }) => ({
      speedMps,
      cadenceSpm,
      contactMs,
      flexionDeg,
    }),
    peakLimit: 14,
  },
];

/** Largest error of a change within one runner, %. (evidence C2) */
const WITHIN_LIMIT = 10;
const PERCENT = 100;
const SAME_RUNNER_BASE_MPS = 3.5;

const subject = (quantity: string): Subject => ({
  section: 'C2',
  quantity,
  source: 'fukuchi-2017',
  unit: '%',
});

const loadOf = (input: StepInput): StepLoad => {
  const result = kneeLoadAt(input);
  if (!result.known) throw new RangeError(JSON.stringify(result.because));
  return result.value;
};

/** Errors of changes: each runner's other speeds against that runner's 3.5 m/s. */
function withinErrors(steps: readonly TreadmillStep[], ratios: readonly number[]): number[] {
  return steps.flatMap((step, i) => {
    const base = steps.findIndex(
      (other) => other.runner === step.runner && other.speedMps === SAME_RUNNER_BASE_MPS,
    );
    return base === i || base < 0 ? [] : [(ratios[i] ?? Number.NaN) / (ratios[base] ?? Number.NaN) - 1];
  });
}

function formRows(steps: readonly TreadmillStep[], { name, form, input, peakLimit }: FormCheck): Row[] {
  const loads = steps.map((step) => loadOf(input(step)));
  if (loads.some((load) => load.form !== form))
    throw new RangeError(`${name} must be answered by the form ${form}`);
  const peakRatios = loads.map((load, i) => load.peakForceBw / (steps[i]?.peakBw ?? Number.NaN));
  const impulseRatios = loads.map((load, i) => load.impulsePerStepBws / (steps[i]?.impulseBws ?? Number.NaN));
  // Both sides take a kilometre's steps from the measured cadence, unless the form does not know it.
  const perKmRatios = loads.map((load, i) => {
    const step = steps[i];
    if (step === undefined) return Number.NaN;
    return load.impulsePerKmBws / (step.impulseBws * stepsPerKm(step.speedMps, step.cadenceSpm));
  });
  const error = (ratios: readonly number[]): number =>
    PERCENT * rootMeanSquare(ratios.map((ratio) => ratio - 1));
  const stated = PERCENT * Math.max(...loads.map((load) => load.impulseSdRatio));
  return [
    atMost(subject(`error of peak force, as shipped: ${name}`), peakLimit, error(peakRatios)),
    atMost(
      subject(`error of a runner's own change of peak force: ${name}`),
      WITHIN_LIMIT,
      PERCENT * rootMeanSquare(withinErrors(steps, peakRatios)),
    ),
    ...(form === 'speed'
      ? []
      : [
          atMost(subject(`error of impulse a step, against our band: ${name}`), stated, error(impulseRatios)),
          atMost(subject(`error of impulse a km, against our band: ${name}`), stated, error(perKmRatios)),
        ]),
  ];
}

/** What each left-out check regresses peak force on; exponent and shape stay as the trials gave them. */
const LEFT_OUT: readonly {
  readonly name: string;
  readonly limit: number;
  readonly predict: (train: readonly TreadmillStep[]) => (step: TreadmillStep) => number;
}[] = [
  {
    name: 'speed',
    limit: 21,
    predict: (train) => {
      const fit = leastSquares(
        train.map(({ speedMps }) => [1, speedMps]),
        train.map(({ peakBw }) => peakBw),
      );
      return ({ speedMps }) => dot(fit, [1, speedMps]);
    },
  },
  {
    name: 'speed, cadence',
    limit: 16,
    predict: (train) => {
      const line = leastSquares(
        train.map(({ speedMps }) => [1, speedMps]),
        train.map(({ cadenceSpm }) => cadenceSpm),
      );
      const factor = ({ speedMps, cadenceSpm }: TreadmillStep): number =>
        (cadenceSpm / dot(line, [1, speedMps])) ** CADENCE_EXPONENT;
      const fit = leastSquares(
        train.map((step) => [factor(step), factor(step) * step.speedMps]),
        train.map(({ peakBw }) => peakBw),
      );
      return (step) => factor(step) * dot(fit, [1, step.speedMps]);
    },
  },
  {
    name: 'speed, flexion',
    limit: 14,
    predict: (train) => {
      const fit = leastSquares(
        train.map(({ speedMps, flexionDeg }) => [1, speedMps, flexionDeg]),
        train.map(({ peakBw }) => peakBw),
      );
      return ({ speedMps, flexionDeg }) => dot(fit, [1, speedMps, flexionDeg]);
    },
  },
];
/** From trials, not from these runners: stays when they are refitted. [evidence B2c 3] */
const CADENCE_EXPONENT = -1.5;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);

function leftOutRows(steps: readonly TreadmillStep[]): Row[] {
  const runners = [...new Set(steps.map(({ runner }) => runner))];
  return LEFT_OUT.map(({ name, limit, predict }) => {
    const errors = runners.flatMap((runner) => {
      const model = predict(steps.filter((step) => step.runner !== runner));
      return steps.filter((step) => step.runner === runner).map((step) => model(step) / step.peakBw - 1);
    });
    return atMost(
      subject(`error of peak force, runner left out of the fit: ${name}`),
      limit,
      PERCENT * rootMeanSquare(errors),
    );
  });
}

export function treadmillRunnerRows(): Row[] {
  const csv = sharedText(FILE);
  if (csv === null)
    return [skipped(subject('errors on 18 treadmill runners'), `needs ../shared/data/${FILE}`)];
  const steps = readTreadmill(csv);
  return [...FORMS.flatMap((form) => formRows(steps, form)), ...leftOutRows(steps)];
}
