/** §C3–C6: what trials measured when runners changed cadence, step length, speed or lean, beside what we say. */
import {
  cadenceChangeEffect,
  compareKilometre,
  type KilometreComparison,
  leanFactor,
  type StepInput,
} from '@kneewise/engine';
import { agrees, covers, knownMiss, type Row, type Subject } from './row.ts';

const PERCENT = 100;
const percent = (ratio: number): number => PERCENT * (ratio - 1);
const percentBand = ({ low, high }: { low: number; high: number }): { low: number; high: number } => ({
  low: percent(low),
  high: percent(high),
});

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

/** A published percentage is rounded to its last digit. Points. */
const ROUNDING_POINTS = 0.5;
/** A known miss may drift by this before somebody looks again. Points. */
const DRIFT_POINTS = 1;

function cadenceRows(): Row[] {
  const { peakForce } = cadenceChangeEffect(1.1);
  const band = percentBand(peakForce);
  const wide = { low: band.low - ROUNDING_POINTS, high: band.high + ROUNDING_POINTS };
  return [
    covers(percentOf('C3', 'peak force, cadence +10 %', 'lenhart-2014'), -14, percent(peakForce.value), wide),
    covers(
      percentOf('C3', 'peak force, cadence +10 %, kneecap pain', 'bonacci-2018'),
      -19,
      percent(peakForce.value),
      wide,
    ),
  ];
}

function stepLengthRows(): Row[] {
  // At one speed a step 10 % longer is a cadence of 1/1.1.
  const longer = cadenceChangeEffect(1 / 1.1);
  const shorter = cadenceChangeEffect(1 / 0.9);
  return [
    covers(
      percentOf('C4', 'load a mile, steps 10 % longer', 'willson-2014'),
      14,
      percent(longer.impulsePerKm.value),
      percentBand(longer.impulsePerKm),
    ),
    covers(
      percentOf('C4', 'load a mile, steps 10 % shorter', 'willson-2014'),
      -7.5,
      percent(shorter.impulsePerKm.value),
      percentBand(shorter.impulsePerKm),
    ),
    knownMiss(
      percentOf('C4', 'peak a step, steps 10 % longer', 'willson-2014'),
      31,
      percent(longer.peakForce.value),
      15.4,
      DRIFT_POINTS,
    ),
    knownMiss(
      percentOf('C4', 'peak a step, steps 10 % shorter', 'willson-2014'),
      -22.2,
      percent(shorter.peakForce.value),
      -14.6,
      DRIFT_POINTS,
    ),
  ];
}

/** km/h in a m/s. */
const KMH_PER_MPS = 3.6;

function speedRows(): Row[] {
  const petersen = compare({ speedMps: 15.78 / KMH_PER_MPS }, { speedMps: 8.02 / KMH_PER_MPS });
  const far = compare({ speedMps: 2.5 }, { speedMps: 4.2 });
  const near = compare({ speedMps: 2.5 }, { speedMps: 3.1 });
  return [
    knownMiss(
      percentOf('C5', 'impulse a km, 8.0 against 15.8 km/h', 'petersen-2015'),
      80,
      percent(petersen.impulsePerKm.value),
      100,
      DRIFT_POINTS * 2,
    ),
    knownMiss(
      percentOf('C5', 'peak force, 2.5 → 4.2 m/s', 'doyle-2023'),
      35.6,
      percent(far.peakForce.value),
      17,
      DRIFT_POINTS,
    ),
    knownMiss(
      percentOf('C5', 'impulse a km, 2.5 → 4.2 m/s', 'doyle-2023'),
      -33.6,
      percent(far.impulsePerKm.value),
      -41,
      DRIFT_POINTS,
    ),
    knownMiss(
      percentOf('C5', 'impulse a km, 2.5 → 3.1 m/s', 'doyle-2023'),
      -13.7,
      percent(near.impulsePerKm.value),
      -20.5,
      DRIFT_POINTS,
    ),
  ];
}

/** Published stress, MPa, at lean, degrees; only ratios of it are used. */
const LEAN_STRESS = { 4: 23.1, 7.3: 21.5, 14.1: 20.2 } as const;
/** Factor of lean against the published ratio. Our choice: half of what lean does at most. Points. */
const LEAN_POINTS = 5;

function leanRows(): Row[] {
  const usual = leanFactor(7.3);
  return [
    agrees(
      percentOf('C6', 'stress, lean 4.0° against 7.3°', 'teng-powers-2014'),
      percent(LEAN_STRESS[4] / LEAN_STRESS[7.3]),
      percent(leanFactor(4) / usual),
      LEAN_POINTS,
    ),
    agrees(
      percentOf('C6', 'stress, lean 14.1° against 7.3°', 'teng-powers-2014'),
      percent(LEAN_STRESS[14.1] / LEAN_STRESS[7.3]),
      percent(leanFactor(14.1) / usual),
      LEAN_POINTS,
    ),
  ];
}

export const trialRows = (): Row[] => [...cadenceRows(), ...stepLengthRows(), ...speedRows(), ...leanRows()];
