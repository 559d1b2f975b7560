/** §C2, without any file: the model at the mean cadences of 26 treadmill runners beside their measured means. */
import { compareKilometre, kneeLoadAt, type StepLoad } from '@kneewise/engine';
import { agrees, knownMiss, type Row } from './row.ts';

/** m/s, steps/min, contact ms, peak BW, impulse BW·s a step, BW·s a km and leg: evidence B2b. */
const MEANS = [
  [2.5, 161.7, 271, 5.66, 0.584, 311],
  [3.5, 171.5, 226, 6.36, 0.556, 225],
  [4.5, 184.1, 198, 6.79, 0.516, 174],
] as const;
/** Share by which the model's mean may differ from the sample's. Our choice: half the 1-SD band. */
const MEAN_WITHIN = 0.075;
/** Damage of a km, 3.5 and 4.5 against 2.5 m/s, as the same laboratory data give it: evidence B4; and ours. */
const DAMAGE = [
  [3.5, 4, 1.22, 1.12],
  [3.5, 7, 1.71, 1.48],
  [3.5, 9, 2.15, 1.79],
  [4.5, 4, 1.37, 1.3],
  [4.5, 7, 2.5, 2.25],
  [4.5, 9, 3.73, 3.22],
] as const;
const DAMAGE_DRIFT = 0.1;

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

const damageRatio = (speedMps: number, exponent: number): number => {
  const result = compareKilometre({ speedMps: 2.5 }, { speedMps });
  if (!result.known) throw new RangeError(JSON.stringify(result.because));
  return result.value.damagePerKm.find((band) => band.exponent === exponent)?.value ?? Number.NaN;
};

export function treadmillMeanRows(): Row[] {
  const rows: Row[] = [];
  for (const [speed, cadence, contact, peak, impulse, perKm] of MEANS) {
    const ours = load(speed, cadence);
    const at = `at ${speed} m/s, mean of 26`;
    rows.push(
      agrees(subject(`contact time ${at}`, 'ms'), contact, ours.contactMs, contact * MEAN_WITHIN),
      agrees(subject(`peak force ${at}`, 'BW'), peak, ours.peakForceBw, peak * MEAN_WITHIN),
      agrees(subject(`impulse a step ${at}`, 'BW·s'), impulse, ours.impulsePerStepBws, impulse * MEAN_WITHIN),
      agrees(subject(`impulse a km ${at}`, 'BW·s'), perKm, ours.impulsePerKmBws, perKm * MEAN_WITHIN),
    );
  }
  for (const [speed, exponent, published, expected] of DAMAGE) {
    rows.push(
      knownMiss(
        subject(`damage a km, force^${exponent}, ${speed} against 2.5 m/s`, '×'),
        published,
        damageRatio(speed, exponent),
        expected,
        DAMAGE_DRIFT,
      ),
    );
  }
  return rows;
}
