/**
 * §C2 on single runners: 18 of the 26 the model was fitted on, three speeds each, forces by inverse dynamics.
 *
 * Two kinds of error. "As shipped" is the model as every page uses it; these runners were among those it was
 * fitted on. "Left out" refits the model's lines without the runner and then predicts that runner.
 */
import { type KneeLoadForm, kneeLoadAt, type StepInput, type StepLoad } from '@kneewise/engine';
import { sharedText } from './data-folder.ts';
import { atMost, type Row, skipped, type Subject } from './row.ts';
import { errorsOf, type PredictionErrors } from './treadmill-errors.ts';
import { leftOutErrors } from './treadmill-left-out.ts';
import { type TreadmillStep, readTreadmill, TREADMILL_FILE } from './treadmill-steps.ts';

interface FormCheck {
  readonly name: string;
  readonly form: KneeLoadForm;
  readonly input: (step: TreadmillStep) => StepInput;
  /** Largest error of the peak allowed, % (issue and evidence C2). */
  readonly peakLimit: number;
}

const FORMS: readonly FormCheck[] = [
  {
    name: 'speed',
    form: 'speed',
    input: ({ speedMps }) => ({ speedMps }),
    peakLimit: 21,
  },
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
    name: 'speed, flexion',
    form: 'speed-flexion',
    input: ({ speedMps, flexionDeg }) => ({ speedMps, flexionDeg }),
    peakLimit: 14,
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

function formRows(steps: readonly TreadmillStep[], check: FormCheck): Row[] {
  const { name, form, input, peakLimit } = check;
  const loads = steps.map((step) => loadOf(input(step)));
  if (loads.some((load) => load.form !== form))
    throw new RangeError(`${name} must be answered by the form ${form}`);
  const shipped = errorsOf(
    steps,
    loads.map(({ peakForceBw, impulsePerStepBws }) => ({
      peakBw: peakForceBw,
      impulseBws: impulsePerStepBws,
    })),
  );
  const leftOut = leftOutErrors(steps, form);
  const stated = PERCENT * Math.max(...loads.map((load) => load.impulseSdRatio));
  const both = (what: string, limit: number, error: keyof PredictionErrors): Row[] =>
    (
      [
        ['as shipped', shipped],
        ['runner left out of the fit', leftOut],
      ] as const
    ).map(([how, errors]) => atMost(subject(`${what}, ${how}: ${name}`), limit, PERCENT * errors[error]));
  return [
    ...both('error of peak force', peakLimit, 'peak'),
    ...both("error of a runner's own change of peak force", WITHIN_LIMIT, 'change'),
    ...both('error of impulse a step, against the band we state', stated, 'impulse'),
  ];
}

export function treadmillRunnerRows(): Row[] {
  const csv = sharedText(TREADMILL_FILE);
  if (csv === null)
    return [skipped(subject('errors on 18 treadmill runners'), `needs ../shared/data/${TREADMILL_FILE}`)];
  const steps = readTreadmill(csv);
  return FORMS.flatMap((form) => formRows(steps, form));
}
