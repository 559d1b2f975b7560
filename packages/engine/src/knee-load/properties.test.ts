/** What physiology and arithmetic ask of knee load, whatever the step or the run. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyseRun } from '../run/analyse-run.ts';
import { recordingOf } from '../testing/edge-input.ts';
import type { Track } from '../track.ts';
import { DAMAGE_EXPONENT, referenceDamageSum } from './damage.ts';
import { kneeLoadAt, type StepInput, type StepLoad } from './knee-load-at.ts';
import type { KneeLoad } from './knee-load.ts';

const load = (input: StepInput): StepLoad => {
  const result = kneeLoadAt(input);
  assert.ok(result.known, JSON.stringify(result));
  return result.value;
};
const near = (actual: number, expected: number, ratio = 1e-9): void =>
  assert.ok(Math.abs(actual / expected - 1) <= ratio, `${actual} is not ${expected}`);
const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const speed = between(1.6, 6.5);
const cadence = between(140, 220);

describe('a step, where physiology says which way', () => {
  it('is harder with more flexion and on the heel, softer leaning forward, and longer on a longer leg', () => {
    fc.assert(
      fc.property(
        speed,
        cadence,
        between(22, 60),
        between(0.65, 1.1),
        (speedMps, cadenceSpm, flexionDeg, legM) => {
          const step = { speedMps, cadenceSpm, legM };
          assert.ok(
            load({ ...step, flexionDeg: flexionDeg + 5 }).peakForceBw >
              load({ ...step, flexionDeg }).peakForceBw,
          );
          assert.ok(load({ ...step, forefoot: true }).peakForceBw < load(step).peakForceBw);
          assert.ok(load({ ...step, forefoot: true }).impulsePerStepBws < load(step).impulsePerStepBws);
          assert.ok(load({ ...step, leanDeg: 12 }).peakForceBw < load({ ...step, leanDeg: 4 }).peakForceBw);
          const longer = load({ ...step, legM: legM + 0.05 });
          assert.ok(longer.contactMs > load(step).contactMs);
          assert.ok(longer.impulsePerKmBws > load(step).impulsePerKmBws);
          assert.equal(longer.peakForceBw, load(step).peakForceBw);
        },
      ),
    );
  });
  it('gives more impulse the longer it stays on the ground', () => {
    fc.assert(
      fc.property(speed, cadence, between(130, 240), (speedMps, cadenceSpm, contactMs) => {
        const [short, long] = [contactMs, contactMs + 20].map((ms) =>
          load({ speedMps, cadenceSpm, contactMs: ms }),
        );
        return (long?.impulsePerStepBws ?? 0) > (short?.impulsePerStepBws ?? Infinity);
      }),
    );
  });
  it('does less damage a kilometre with quicker steps at one speed', () => {
    fc.assert(
      fc.property(speed, cadence, (speedMps, cadenceSpm) => {
        const [few, many] = [cadenceSpm, cadenceSpm + 10].map((spm) => load({ speedMps, cadenceSpm: spm }));
        return (many?.damagePerKm.value ?? Infinity) < (few?.damagePerKm.value ?? 0);
      }),
    );
  });
});

describe('units', () => {
  it('agree: a kilometre is its steps, damage its forces, the SD its share', () => {
    fc.assert(
      fc.property(speed, cadence, (speedMps, cadenceSpm) => {
        const at = load({ speedMps, cadenceSpm });
        near(at.stepsPerKm, ((1000 / speedMps) * cadenceSpm) / 60 / 2);
        near(at.impulsePerKmBws, at.impulsePerStepBws * at.stepsPerKm);
        near(at.peakForceBwSd, at.peakForceBw * at.sdRatio);
        near(
          at.damagePerKm.value,
          (at.stepsPerKm * at.peakForceBw ** DAMAGE_EXPONENT) / referenceDamageSum(DAMAGE_EXPONENT),
        );
      }),
    );
  });
  it('is one kilometre’s damage at the reference kilometre itself', () => {
    near(load({ speedMps: 2.5 }).damagePerKm.value, 1);
  });
});

/** An even run, a sample every `everyS`, its clock begun at `fromS`. */
function trackOf(speedMps: number, cadenceSpm: number, seconds: number, everyS = 1, fromS = 0): Track {
  const n = Math.round(seconds / everyS) + 1;
  const each = (f: (i: number) => number): Float64Array => Float64Array.from({ length: n }, (_, i) => f(i));
  return {
    timeS: each((i) => fromS + i * everyS),
    distanceM: each((i) => speedMps * everyS * i),
    speedMps: each(() => speedMps),
    cadenceSpm: each(() => cadenceSpm),
  };
}
const runOf = (track: Track): KneeLoad => {
  const { kneeLoad } = analyseRun(recordingOf(track), { legM: 0.9 });
  assert.ok(kneeLoad.known);
  return kneeLoad.value;
};

describe('a run', () => {
  it('of one kind of step is that step times its kilometres', () => {
    fc.assert(
      fc.property(
        between(1.6, 6),
        cadence,
        fc.integer({ min: 300, max: 1500 }),
        (speedMps, cadenceSpm, seconds) => {
          const run = runOf(trackOf(speedMps, cadenceSpm, seconds));
          const step = load({ speedMps, cadenceSpm, legM: 0.9 });
          near(run.impulsePerKmBws, step.impulsePerKmBws);
          near(run.impulsePerStepBws, step.impulsePerStepBws);
          near(run.damagePerKm.value, step.damagePerKm.value);
          near(run.impulseRunBws, (run.impulsePerKmBws * (run.working?.runningM ?? 0)) / 1000);
        },
      ),
      { numRuns: 30 },
    );
  });
  it('is twice as much when run twice, the same a kilometre, whatever the clock and however often it was recorded', () => {
    fc.assert(
      fc.property(between(1.6, 6), cadence, (speedMps, cadenceSpm) => {
        const once = runOf(trackOf(speedMps, cadenceSpm, 600));
        const twice = runOf(trackOf(speedMps, cadenceSpm, 1200));
        near(twice.impulseRunBws, 2 * once.impulseRunBws, 2e-3);
        near(twice.impulsePerKmBws, once.impulsePerKmBws);
        near(runOf(trackOf(speedMps, cadenceSpm, 600, 1, 5000)).impulseRunBws, once.impulseRunBws);
        const sparse = runOf(trackOf(speedMps, cadenceSpm, 600, 5));
        near(sparse.impulsePerKmBws, once.impulsePerKmBws);
        near(sparse.impulseRunBws, once.impulseRunBws, 0.01);
      }),
      { numRuns: 30 },
    );
  });
});
