/** §C3–C6: what trials measured when runners changed cadence, step length, speed or lean, beside what we say. */
import {
  cadenceChangeEffect,
  compareKilometre,
  type KilometreComparison,
  leanFactor,
  type StepInput,
  WITHIN_RUNNER_SD_RATIO,
} from '@kneewise/engine';
import { agrees, knownMiss, type Row, type Subject } from './row.ts';

const PERCENT = 100;
const percent = (ratio: number): number => PERCENT * (ratio - 1);
const compare = (first: StepInput, second: StepInput): KilometreComparison => {
  const result = compareKilometre(first, second);
  if (!result.known) throw new RangeError(JSON.stringify(result.because));
  return result.value;
};

const percentOf = (section: string, quantity: string, source: string): Subject => ({
  section,
  quantity,
  source,
  unit: '%',
});

/**
 * How near a trial's mean has to be: two standard errors of a mean of `runners` who each scatter about the model's
 * change by what it states for one runner. Points.
 */
const meanWithin = (publishedPercent: number, runners: number): number =>
  (2 * WITHIN_RUNNER_SD_RATIO * (PERCENT + publishedPercent)) / Math.sqrt(runners);

interface Trial {
  readonly of: Subject;
  readonly runners: number;
  readonly published: number;
  readonly ours: number;
  /** How far off we are known to be, rounded up to a point; left out where we are not to miss it. */
  readonly atWorst?: number;
}

/** @throws RangeError where a known miss is no wider than what has to hold: it would hide nothing */
const rowOf = ({ of, runners, published, ours, atWorst }: Trial): Row => {
  const within = meanWithin(published, runners);
  const named = { ...of, quantity: `${of.quantity}, mean of ${runners}` };
  if (atWorst === undefined) return agrees(named, published, ours, within);
  return knownMiss(named, published, ours, { within, atWorst });
};

function cadenceRows(): Row[] {
  const ours = percent(cadenceChangeEffect(1.1).peakForce.value);
  return [
    rowOf({
      of: percentOf('C3', 'peak force, cadence +10 %', 'lenhart-2014'),
      runners: 30,
      published: -14,
      ours,
    }),
    rowOf({
      of: percentOf('C3', 'peak force, cadence +10 %, kneecap pain', 'bonacci-2018'),
      runners: 15,
      published: -19,
      ours,
      atWorst: 6,
    }),
  ];
}

const willson = (quantity: string, published: number, ratio: number, atWorst?: number): Row =>
  rowOf({
    of: percentOf('C4', quantity, 'willson-2014'),
    runners: 23,
    published,
    ours: percent(ratio),
    ...(atWorst === undefined ? {} : { atWorst }),
  });

function stepLengthRows(): Row[] {
  // At one speed a step 10 % longer is a cadence of 1/1.1.
  const longer = cadenceChangeEffect(1 / 1.1);
  const shorter = cadenceChangeEffect(1 / 0.9);
  return [
    willson('load a mile, steps 10 % longer', 14, longer.impulsePerKm.value, 5),
    willson('load a mile, steps 10 % shorter', -7.5, shorter.impulsePerKm.value),
    willson('peak a step, steps 10 % longer', 31, longer.peakForce.value, 16),
    willson('peak a step, steps 10 % shorter', -22.2, shorter.peakForce.value, 8),
  ];
}

/** km/h in a m/s. */
const KMH_PER_MPS = 3.6;

const doyle = (quantity: string, published: number, ratio: number, atWorst: number): Row =>
  rowOf({
    of: percentOf('C5', quantity, 'doyle-2023'),
    runners: 20,
    published,
    ours: percent(ratio),
    atWorst,
  });

function speedRows(): Row[] {
  const petersen = compare({ speedMps: 15.78 / KMH_PER_MPS }, { speedMps: 8.02 / KMH_PER_MPS });
  const far = compare({ speedMps: 2.5 }, { speedMps: 4.2 });
  const near = compare({ speedMps: 2.5 }, { speedMps: 3.1 });
  return [
    rowOf({
      of: percentOf('C5', 'impulse a km, 8.0 against 15.8 km/h', 'petersen-2015'),
      runners: 16,
      published: 80,
      ours: percent(petersen.impulsePerKm.value),
      atWorst: 21,
    }),
    doyle('peak force, 2.5 → 4.2 m/s', 35.6, far.peakForce.value, 19),
    doyle('impulse a km, 2.5 → 4.2 m/s', -33.6, far.impulsePerKm.value, 8),
    doyle('impulse a km, 2.5 → 3.1 m/s', -13.7, near.impulsePerKm.value, 7),
  ];
}

/** Published stress, MPa, at lean, degrees; only ratios of it are used. */
const LEAN_STRESS = { 4: 23.1, 7.3: 21.5, 14.1: 20.2 } as const;

const teng = (leanDeg: 4 | 14.1, atWorst?: number): Row =>
  rowOf({
    of: percentOf('C6', `stress, lean ${leanDeg.toFixed(1)}° against 7.3°`, 'teng-powers-2014'),
    runners: 24,
    published: percent(LEAN_STRESS[leanDeg] / LEAN_STRESS[7.3]),
    ours: percent(leanFactor(leanDeg) / leanFactor(7.3)),
    ...(atWorst === undefined ? {} : { atWorst }),
  });

function leanRows(): Row[] {
  // Upright costs more than our straight line says: it is drawn through both, and leaning on prescription is not ours.
  return [teng(4, 5), teng(14.1)];
}

export const trialRows = (): Row[] => [...cadenceRows(), ...stepLengthRows(), ...speedRows(), ...leanRows()];
