import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareKilometre, type KilometreComparison } from './compare-kilometre.ts';
import { kneeLoadAt, type StepInput, type StepLoad } from './knee-load-at.ts';
import {
  CADENCE_RANGE_SPM,
  CONTACT_RANGE_MS,
  FITTED_CADENCE_SPM,
  FITTED_CONTACT_MS,
  FITTED_FLEXION_DEG,
  FITTED_SPEED_MPS,
  GRADE_RANGE,
  LEAN_RANGE_DEG,
  LEG_RANGE_M,
  PEAK_FLEXION_RANGE_DEG,
  SPEED_RANGE_MPS,
} from './ranges.ts';

const load = (input: StepInput): StepLoad => {
  const result = kneeLoadAt(input);
  assert.ok(result.known, JSON.stringify(result));
  return result.value;
};
const compare = (a: StepInput, b: StepInput): KilometreComparison => {
  const result = compareKilometre(a, b);
  assert.ok(result.known);
  return result.value;
};
const near = (actual: number, expected: number, tolerance: number): void => {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
};
const between = ({ low, high }: { low: number; high: number }): fc.Arbitrary<number> =>
  fc.double({ noNaN: true, min: low, max: high });
const speed = between(SPEED_RANGE_MPS);
const cadence = between(CADENCE_RANGE_SPM);
const input: fc.Arbitrary<StepInput> = fc.record(
  {
    speedMps: speed,
    cadenceSpm: cadence,
    contactMs: between(CONTACT_RANGE_MS),
    flexionDeg: between(PEAK_FLEXION_RANGE_DEG),
    legM: between(LEG_RANGE_M),
    leanDeg: between(LEAN_RANGE_DEG),
    gradeRatio: between(GRADE_RANGE),
    forefoot: fc.boolean(),
    minimalShoe: fc.boolean(),
    uneven: fc.boolean(),
  },
  { requiredKeys: ['speedMps'] },
);

/** Steps within what the model was fitted on. */
const seen: fc.Arbitrary<StepInput> = fc.record(
  {
    speedMps: between(FITTED_SPEED_MPS),
    cadenceSpm: between(FITTED_CADENCE_SPM),
    contactMs: between(FITTED_CONTACT_MS),
    flexionDeg: between(FITTED_FLEXION_DEG),
    legM: between(LEG_RANGE_M),
  },
  { requiredKeys: ['speedMps'] },
);

describe('kneeLoadAt', () => {
  it('gives 6.3 BW and 0.54 BW·s at 3.5 m/s and 171.5 steps/min', () => {
    // Laboratory means of 26 runners there: 6.36 BW, 0.556 BW·s, 225 BW·s/km, contact 226 ms (evidence B2b).
    const at = load({ speedMps: 3.5, cadenceSpm: 171.5 });
    near(at.peakForceBw, 6.33, 0.05);
    near(at.impulsePerStepBws, 0.537, 0.02);
    near(at.impulsePerKmBws, 225, 10);
    near(at.contactMs, 226, 5);
    assert.equal(at.form, 'speed-cadence');
    assert.equal(at.peakForceBwSd, at.peakForceBw * 0.15);
  });
  it('uses the measured contact time for the impulse and leaves the peak as it is', () => {
    const estimated = load({ speedMps: 3, cadenceSpm: 168 });
    const measured = load({ speedMps: 3, cadenceSpm: 168, contactMs: 260 });
    assert.equal(measured.peakForceBw, estimated.peakForceBw);
    near(measured.impulsePerStepBws, 0.38 * measured.peakForceBw * 0.26, 1e-12);
    assert.deepEqual([measured.form, measured.contactIs], ['speed-cadence-contact', 'measured']);
  });
  it('takes the knee’s flexion over the cadence, and contact time into the impulse alone', () => {
    // By hand: -1.21 + 0.411·3.5 + 0.130·46 = 6.2085.
    near(load({ speedMps: 3.5, flexionDeg: 46 }).peakForceBw, 6.2085, 1e-12);
    near(load({ speedMps: 3.5, cadenceSpm: 180, flexionDeg: 46 }).peakForceBw, 6.2085, 1e-12);
    const all = load({ speedMps: 3.5, cadenceSpm: 180, contactMs: 220, flexionDeg: 46 });
    near(all.peakForceBw, 6.2085, 1e-12);
    near(all.impulsePerStepBws, 0.38 * 6.2085 * 0.22, 1e-12);
    assert.equal(all.form, 'speed-cadence-contact-flexion');
  });
  it('widens the band from 15 to 20 % without cadence, narrows it to 13 % with flexion', () => {
    assert.equal(load({ speedMps: 3 }).sdRatio, 0.2);
    assert.equal(load({ speedMps: 3, cadenceSpm: 165 }).sdRatio, 0.15);
    assert.equal(load({ speedMps: 3, cadenceSpm: 165, flexionDeg: 45 }).sdRatio, 0.131);
  });
  it('leaves the force as it is on slopes and widens the band beyond 4 % either way', () => {
    const level = load({ speedMps: 3, cadenceSpm: 165 });
    for (const gradeRatio of [-0.039, -0.04, 0.04]) {
      assert.equal(load({ speedMps: 3, cadenceSpm: 165, gradeRatio }).sdRatio, level.sdRatio);
    }
    for (const gradeRatio of [-0.041, 0.041]) {
      const steep = load({ speedMps: 3, cadenceSpm: 165, gradeRatio });
      assert.equal(steep.peakForceBw, level.peakForceBw);
      assert.equal(steep.sdRatio, 0.25);
    }
  });
  it('widens the band outside 2.5–4.5 m/s and on uneven ground', () => {
    const sd = (speedMps: number): number => load({ speedMps, cadenceSpm: 165 }).sdRatio;
    assert.deepEqual([sd(2.5), sd(4.5)], [0.15, 0.15]);
    assert.ok(sd(2.49) > 0.15 && sd(4.51) > 0.15);
    assert.ok(load({ speedMps: 3, cadenceSpm: 165, uneven: true }).sdRatio > 0.15);
  });
  it('names the allowed interval for speed 0, cadence 400 and every other input out of range', () => {
    assert.deepEqual(kneeLoadAt({ speedMps: 0 }), {
      known: false,
      because: { reason: 'out-of-range', what: 'speedMps', value: 0, low: 1.5, high: 7 },
    });
    assert.deepEqual(kneeLoadAt({ speedMps: 3, cadenceSpm: 400 }), {
      known: false,
      because: { reason: 'out-of-range', what: 'cadenceSpm', value: 400, low: 130, high: 240 },
    });
    const bounds = [
      ['contactMs', CONTACT_RANGE_MS, 1],
      ['flexionDeg', PEAK_FLEXION_RANGE_DEG, 1],
      ['legM', LEG_RANGE_M, 0.01],
      ['leanDeg', LEAN_RANGE_DEG, 1],
      ['gradeRatio', GRADE_RANGE, 0.01],
      ['speedMps', SPEED_RANGE_MPS, 0.01],
      ['cadenceSpm', CADENCE_RANGE_SPM, 0.1],
    ] as const;
    for (const [key, { low, high }, step] of bounds) {
      const at = (value: number): boolean => kneeLoadAt({ speedMps: 3, cadenceSpm: 150, [key]: value }).known;
      assert.ok(at(low) && at(low + step), `${key} ${low}`);
      // 400 ms on the ground is all of a step at 150 steps/min and still just running.
      assert.ok(at(high), `${key} ${high}`);
      assert.ok(!at(low - step) && !at(high + step) && !at(Number.NaN), key);
    }
  });
  it('calls two feet on the ground at once walking, not running', () => {
    // 180 steps/min: 333.3 ms a step.
    assert.equal(kneeLoadAt({ speedMps: 2, cadenceSpm: 180, contactMs: 333 }).known, true);
    assert.equal(kneeLoadAt({ speedMps: 2, cadenceSpm: 180, contactMs: 334 }).known, false);
  });
  it('gives finite, positive figures for everything it accepts', () => {
    fc.assert(
      fc.property(input, (step) => {
        const result = kneeLoadAt(step);
        if (!result.known) return result.because.reason === 'out-of-range';
        const { damagePerKm, ...rest } = result.value;
        const figures = Object.values(rest).filter((value) => typeof value === 'number');
        return [...figures, ...Object.values(damagePerKm)].every(
          (value) => Number.isFinite(value) && value > 0,
        );
      }),
    );
  });
  it('rises with speed and falls with cadence a step; a kilometre costs less impulse either way', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: 1.5, max: 6 }),
        fc.double({ noNaN: true, min: 130, max: 220 }),
        (v, c) => {
          const slow = load({ speedMps: v });
          const fast = load({ speedMps: v + 0.5 });
          const few = load({ speedMps: v, cadenceSpm: c });
          const many = load({ speedMps: v, cadenceSpm: c + 10 });
          return (
            fast.peakForceBw > slow.peakForceBw &&
            fast.impulsePerKmBws < slow.impulsePerKmBws &&
            many.peakForceBw < few.peakForceBw &&
            many.impulsePerKmBws < few.impulsePerKmBws
          );
        },
      ),
    );
  });
  it('never knows less surely with one more measurement, of those the laboratory saw', () => {
    fc.assert(
      fc.property(seen, (step) => {
        const more = kneeLoadAt(step);
        const fewer = kneeLoadAt({ ...step, cadenceSpm: undefined, contactMs: undefined });
        return !more.known || !fewer.known || more.value.sdRatio <= fewer.value.sdRatio;
      }),
    );
  });
});

describe('compareKilometre', () => {
  it('says that faster is less impulse and more damage, and that the two point opposite ways', () => {
    // Laboratory: impulse per km -27 %, damage 1.22, 1.71, 2.15 for m 4, 7, 9 from 2.5 to 3.5 m/s (evidence B4).
    const faster = compare({ speedMps: 2.5 }, { speedMps: 3.5 });
    near(faster.impulsePerKm.value, 0.73, 0.03);
    assert.deepEqual(
      faster.damagePerKm.map(({ exponent }) => exponent),
      [4, 7, 9],
    );
    for (const { value } of faster.damagePerKm) assert.ok(value > 1);
    assert.equal(faster.oppositeWays, true);
  });
  it('says that quicker steps at the same speed are less of both', () => {
    const quicker = compare({ speedMps: 2.8, cadenceSpm: 164 }, { speedMps: 2.8, cadenceSpm: 176 });
    // models.md B: impulse per km goes with cadence^-0.955.
    near(quicker.impulsePerKm.value, (176 / 164) ** -0.955, 1e-9);
    for (const { value } of quicker.damagePerKm) assert.ok(value < 1);
    assert.equal(quicker.oppositeWays, false);
  });
  it('finds a kilometre equal to itself, without a band', () => {
    const same = compare({ speedMps: 3, cadenceSpm: 170 }, { speedMps: 3, cadenceSpm: 170 });
    assert.deepEqual(same.impulsePerKm, { value: 1, low: 1, high: 1 });
    assert.equal(same.oppositeWays, false);
  });
  it('turns round when the two change places', () => {
    fc.assert(
      fc.property(speed, speed, cadence, cadence, (v, w, c, d) => {
        const there = compare({ speedMps: v, cadenceSpm: c }, { speedMps: w, cadenceSpm: d });
        const back = compare({ speedMps: w, cadenceSpm: d }, { speedMps: v, cadenceSpm: c });
        return (
          Math.abs(there.impulsePerKm.value * back.impulsePerKm.value - 1) < 1e-9 &&
          there.oppositeWays === back.oppositeWays
        );
      }),
    );
  });
  it('has no answer where one of the two is outside the model', () => {
    assert.equal(compareKilometre({ speedMps: 3 }, { speedMps: 0 }).known, false);
    assert.equal(compareKilometre({ speedMps: 0 }, { speedMps: 3 }).known, false);
  });
});
