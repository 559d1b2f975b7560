/** §C2, without any file: the model at the mean cadences of 26 treadmill runners beside their measured means. */
import { compareKilometre, kneeLoadAt, type StepLoad, WITHIN_RUNNER_SD_RATIO } from '@kneewise/engine';
import { agrees, knownMiss, type Row } from './row.ts';

/** Mean and SD over runners of contact ms, peak BW, impulse BW·s a step, BW·s a km and leg: evidence B2b. */
const MEANS = [
  {
    speedMps: 2.5,
    cadenceSpm: 161.7,
    contact: [271, 23],
    peak: [5.66, 1.14],
    impulse: [0.584, 0.16],
    perKm: [311, 70],
  },
  {
    speedMps: 3.5,
    cadenceSpm: 171.5,
    contact: [226, 17],
    peak: [6.36, 1.17],
    impulse: [0.556, 0.14],
    perKm: [225, 47],
  },
  {
    speedMps: 4.5,
    cadenceSpm: 184.1,
    contact: [198, 15],
    peak: [6.79, 1.22],
    impulse: [0.516, 0.127],
    perKm: [174, 35],
  },
] as const;
const RUNNERS = 26;
/** The model's mean has to be as near as the sample's mean is to its crowd's: its standard error. */
const standardError = (sd: number): number => sd / Math.sqrt(RUNNERS);
/** Damage of a km, 3.5 and 4.5 against 2.5 m/s, as the same laboratory data give it (evidence B4); whether we miss it. */
const DAMAGE = [
  [3.5, 4, 1.22, false],
  [3.5, 7, 1.71, false],
  [3.5, 9, 2.15, false],
  [4.5, 4, 1.37, false],
  [4.5, 7, 2.5, true],
  [4.5, 9, 3.73, true],
] as const;
/** A known miss may be this many standard errors off. Our choice. */
const ERRORS_AT_WORST = 1.25;

const subject = (quantity: string, unit: string) => ({
  section: 'C2',
  quantity,
  source: 'fukuchi-2017',
  unit,
});

const load = (speedMps: number, cadenceSpm: number): StepLoad => {
  const result = kneeLoadAt({ speedMps, cadenceSpm });
  if (!result.known) throw new RangeError(JSON.stringify(result.because));
  return result.value;
};

const cadenceAt = (speed: number): number =>
  MEANS.find(({ speedMps }) => speedMps === speed)?.cadenceSpm ?? Number.NaN;

const damageRatio = (speedMps: number, exponent: number): number => {
  const result = compareKilometre(
    { speedMps: 2.5, cadenceSpm: cadenceAt(2.5) },
    { speedMps, cadenceSpm: cadenceAt(speedMps) },
  );
  if (!result.known) throw new RangeError(JSON.stringify(result.because));
  return result.value.damagePerKm.find((band) => band.exponent === exponent)?.value ?? Number.NaN;
};

export function treadmillMeanRows(): Row[] {
  const rows: Row[] = [];
  for (const { speedMps, cadenceSpm, contact, peak, impulse, perKm } of MEANS) {
    const ours = load(speedMps, cadenceSpm);
    const near = (
      quantity: string,
      unit: string,
      [published, sd]: readonly [number, number],
      value: number,
    ): Row =>
      agrees(
        subject(`${quantity} at ${speedMps} m/s, mean of ${RUNNERS}`, unit),
        published,
        value,
        standardError(sd),
      );
    rows.push(
      near('contact time', 'ms', contact, ours.contactMs),
      near('peak force', 'BW', peak, ours.peakForceBw),
      near('impulse a step', 'BW·s', impulse, ours.impulsePerStepBws),
      near('impulse a km', 'BW·s', perKm, ours.impulsePerKmBws),
    );
  }
  for (const [speed, exponent, published, missed] of DAMAGE) {
    const of = subject(`damage a km, force^${exponent}, ${speed} against 2.5 m/s, runners' sum`, '×');
    const ours = damageRatio(speed, exponent);
    // One runner's change of force is missed by 7 %, a mean's of 26 by less; the exponent multiplies it.
    const within = published * exponent * standardError(WITHIN_RUNNER_SD_RATIO);
    rows.push(
      missed
        ? knownMiss(of, published, ours, { within, atWorst: ERRORS_AT_WORST * within })
        : agrees(of, published, ours, within),
    );
  }
  return rows;
}
