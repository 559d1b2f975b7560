/** Every knee load says how far it may be off, and why it may be farther off than usual. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { referenceCadenceSpm } from '../cadence/reference-cadence.ts';
import { gradeAlong } from '../grade/grade-along.ts';
import { analyseRun } from '../run/analyse-run.ts';
import { motionOf } from '../run/motion.ts';
import { missing } from '../measured.ts';
import type { Recording } from '../recording.ts';
import type { Track } from '../track.ts';
import { bandAlong } from './band-along.ts';
import { compareKilometre } from './compare-kilometre.ts';
import { kneeLoadColumns } from './knee-load-along.ts';
import { kneeLoadAt, type StepInput, type StepLoad } from './knee-load-at.ts';
import type { KneeLoad } from './knee-load.ts';
import { CADENCE_RANGE_SPM, SPEED_RANGE_MPS } from './ranges.ts';

const load = (input: StepInput): StepLoad => {
  const result = kneeLoadAt(input);
  assert.ok(result.known, JSON.stringify(result));
  return result.value;
};
const near = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
const speed = fc.double({ min: SPEED_RANGE_MPS.low, max: SPEED_RANGE_MPS.high, noNaN: true });
const cadence = fc.double({ min: CADENCE_RANGE_SPM.low, max: CADENCE_RANGE_SPM.high, noNaN: true });

describe('the band of a step', () => {
  it('is wider below 150 and above 207 steps/min, and says so', () => {
    const at = (cadenceSpm: number): StepLoad => load({ speedMps: 3, cadenceSpm, legM: 0.9 });
    for (const cadenceSpm of [150, 150.1, 170, 206.9, 207]) {
      assert.equal(at(cadenceSpm).sdRatio, 0.15, `${cadenceSpm}`);
      assert.deepEqual(at(cadenceSpm).widenedBy, ['contact-missing']);
    }
    for (const cadenceSpm of [149.9, 140, 207.1, 230]) {
      near(at(cadenceSpm).sdRatio, Math.hypot(0.15, 0.1));
      assert.deepEqual(at(cadenceSpm).widenedBy, ['cadence-beyond-fit', 'contact-missing']);
    }
  });
  it('is wider below 2.5 and above 4.5 m/s, and by both where cadence is beyond the fit too', () => {
    const at = (speedMps: number, cadenceSpm: number): number => load({ speedMps, cadenceSpm }).sdRatio;
    assert.deepEqual([at(2.5, 165), at(4.5, 165)], [0.15, 0.15]);
    for (const speedMps of [2.49, 4.51]) near(at(speedMps, 165), Math.hypot(0.15, 0.1));
    near(at(2.4, 149), Math.hypot(0.15, 0.1, 0.1));
  });
  it('takes contact time beyond 163–317 ms into the impulse, never into the peak', () => {
    const at = (contactMs: number, flexionDeg?: number): StepLoad =>
      load({ speedMps: 3, cadenceSpm: 165, contactMs, flexionDeg });
    for (const inside of [163, 317]) assert.deepEqual(at(inside).widenedBy, []);
    for (const outside of [162, 318]) {
      assert.deepEqual(at(outside).widenedBy, ['contact-beyond-fit']);
      assert.equal(at(outside).sdRatio, at(200).sdRatio);
      near(at(outside).impulseSdRatio, Math.hypot(0.15, 0.13, 0.1));
      near(at(outside, 45).sdRatio, 0.131);
    }
  });
  it('is wider for flexion beyond 30.5–52.5 degrees', () => {
    const at = (flexionDeg: number): number => load({ speedMps: 3, flexionDeg }).sdRatio;
    assert.deepEqual([at(30.5), at(52.5)], [0.131, 0.131]);
    for (const flexionDeg of [30.4, 52.6]) near(at(flexionDeg), Math.hypot(0.131, 0.1));
  });
  it('names slope, ground and what is missing', () => {
    assert.deepEqual(load({ speedMps: 3, gradeRatio: 0.05, uneven: true }).widenedBy, [
      'slope',
      'uneven-ground',
      'cadence-missing',
      'contact-missing',
      'leg-missing',
    ]);
    assert.deepEqual(load({ speedMps: 3, cadenceSpm: 165, contactMs: 250, gradeRatio: -0.04 }).widenedBy, []);
  });
  it('carries damage to the power: a factor of e^(7 × 0.15) either way', () => {
    const { damagePerKm } = load({ speedMps: 3, cadenceSpm: 165, legM: 0.9 });
    near(damagePerKm.high / damagePerKm.value, Math.exp(1.05));
    near(damagePerKm.value / damagePerKm.low, Math.exp(1.05));
  });
  it('never gets narrower on a slope, on uneven ground, or for want of cadence, whatever the step', () => {
    fc.assert(
      fc.property(speed, cadence, (speedMps, cadenceSpm) => {
        const plain = load({ speedMps, cadenceSpm });
        const width = ({ damagePerKm }: StepLoad): number => damagePerKm.high / damagePerKm.low;
        for (const harder of [
          load({ speedMps, cadenceSpm, gradeRatio: 0.06 }),
          load({ speedMps, cadenceSpm, gradeRatio: -0.06 }),
          load({ speedMps, cadenceSpm, uneven: true }),
        ]) {
          assert.ok(harder.sdRatio > plain.sdRatio && harder.impulseSdRatio > plain.impulseSdRatio);
          assert.ok(width(harder) > width(plain));
        }
        assert.ok(load({ speedMps }).impulseSdRatio >= load({ speedMps, legM: 0.9 }).impulseSdRatio);
        for (const { low, value, high } of [plain.damagePerKm])
          assert.ok(0 < low && low < value && value < high);
      }),
    );
  });
});

describe('the band of a comparison', () => {
  const widthOf = (a: StepInput, b: StepInput): number => {
    const result = compareKilometre(a, b);
    assert.ok(result.known);
    return Math.log(result.value.impulsePerKm.high / result.value.impulsePerKm.value);
  };
  it('is 7 % within the fit and wider beyond it, or where only one of the two is steep or uneven', () => {
    const easy = { speedMps: 2.8, cadenceSpm: 165 };
    // As many steps more as go with the speed: the same style.
    const asFast = (speedMps: number, from: { readonly speedMps: number; readonly cadenceSpm: number }) => ({
      speedMps,
      cadenceSpm: (from.cadenceSpm * referenceCadenceSpm(speedMps)) / referenceCadenceSpm(from.speedMps),
    });
    const fast = asFast(3.8, easy);
    const slowSteps = { speedMps: 2.8, cadenceSpm: 145 };
    near(widthOf(easy, fast), 0.07);
    near(widthOf(easy, asFast(5, easy)), Math.hypot(0.07, 0.1));
    near(widthOf(slowSteps, asFast(3.8, slowSteps)), Math.hypot(0.07, 0.1));
    near(widthOf(easy, { ...fast, gradeRatio: 0.05 }), Math.hypot(0.07, 0.2));
    near(widthOf({ ...easy, gradeRatio: 0.05 }, { ...fast, gradeRatio: 0.05 }), 0.07);
    near(widthOf(easy, { ...easy, uneven: true }), Math.hypot(0.07, 0.1));
    assert.equal(widthOf(easy, easy), 0);
  });
  it('is as wide for a change of style at another speed as at the same', () => {
    const easy = { speedMps: 2.8, cadenceSpm: 164 };
    const quicker = widthOf(easy, { ...easy, cadenceSpm: 176 });
    near(widthOf(easy, { speedMps: 2.800_001, cadenceSpm: 176 }), quicker, 1e-6);
    assert.ok(widthOf(easy, { speedMps: 3, cadenceSpm: 200 }) > quicker);
  });
});

const SECONDS = 1801;
const each = (f: (i: number) => number): Float64Array =>
  Float64Array.from({ length: SECONDS }, (_, i) => f(i));
const trackWith = (more: Partial<Track> = {}): Track => ({
  timeS: each((i) => i),
  distanceM: each((i) => 3 * i),
  speedMps: each(() => 3),
  cadenceSpm: each(() => 170),
  altitudeM: each(() => 40),
  ...more,
});
const runOf = (track: Track, subSport: string | null = null): KneeLoad => {
  const none = missing({ reason: 'not-recorded', what: 'test' });
  const recording: Recording = {
    startAtMs: 0,
    utcOffsetMin: null,
    sport: 'running',
    subSport,
    name: null,
    device: null,
    distanceM: none,
    movingS: none,
    elapsedS: SECONDS - 1,
    ascentM: none,
    descentM: none,
    pauses: [],
    track,
  };
  const { kneeLoad } = analyseRun(recording, { legM: 0.9 });
  assert.ok(kneeLoad.known);
  return kneeLoad.value;
};
const impulseSd = ({ working }: KneeLoad): number => working?.impulseSdRatio ?? Number.NaN;

describe('the band of a run', () => {
  it('is wider where cadence was beyond the fit, by its share of the time', () => {
    assert.equal(runOf(trackWith()).sdRatio, 0.15);
    near(runOf(trackWith({ cadenceSpm: each(() => 149) })).sdRatio, Math.hypot(0.15, 0.1));
    const half = runOf(trackWith({ cadenceSpm: each((i) => (i < SECONDS / 2 ? 149 : 170)) })).sdRatio;
    near(half, Math.hypot(0.15, 0.05), 1e-4);
  });
  it('is wider for impulse where part of it was walked, though no load is given for that', () => {
    const walked = trackWith({
      speedMps: each((i) => (i % 4 === 0 ? 1.3 : 3)),
      cadenceSpm: each((i) => (i % 4 === 0 ? 110 : 170)),
    });
    const [run, withWalks] = [runOf(trackWith()), runOf(walked)];
    near(impulseSd(withWalks), Math.hypot(impulseSd(run), 0.26 / 3), 1e-3);
    assert.equal(withWalks.sdRatio, run.sdRatio);
  });
  it('is wider on a trail, on slopes, without cadence and without altitude; damage follows', () => {
    const plain = runOf(trackWith());
    const width = ({ damagePerKm: { low = 0, high = 0 } }: KneeLoad): number => high / low;
    for (const harder of [
      runOf(trackWith(), 'trail'),
      runOf(trackWith({ altitudeM: each((i) => 0.06 * 3 * i) })),
      runOf({ ...trackWith(), cadenceSpm: undefined } as unknown as Track),
      runOf({ ...trackWith(), altitudeM: undefined } as unknown as Track),
    ]) {
      assert.ok(harder.sdRatio > plain.sdRatio);
      assert.ok(width(harder) > width(plain));
    }
  });
});

describe('bandAlong', () => {
  const along = (track: Track, uneven = false) => {
    const motion = motionOf(track, []);
    const columns = kneeLoadColumns(track, motion, {});
    assert.ok(columns && motion.speedMps);
    const grade = gradeAlong(track, motion.movingS);
    return { columns, band: bandAlong(columns, motion.speedMps, grade, uneven), speed: motion.speedMps };
  };
  it('is the band of a step at every sample, and NaN where no load is given', () => {
    const track = trackWith({
      speedMps: each((i) => (i < 100 ? 1 : i < 900 ? 3 : 5)),
      cadenceSpm: each((i) => (i < 100 ? 100 : i < 900 ? 149 : 190)),
    });
    const { band } = along(track);
    assert.ok(Number.isNaN(band.peakSdRatio[50]) && Number.isNaN(band.impulseSdRatio[50]));
    near(band.peakSdRatio[500] ?? 0, load({ speedMps: 3, cadenceSpm: 149 }).sdRatio);
    near(band.peakSdRatio[1500] ?? 0, load({ speedMps: 5, cadenceSpm: 190 }).sdRatio);
    near(band.impulseSdRatio[1500] ?? 0, load({ speedMps: 5, cadenceSpm: 190, legM: 0.9 }).impulseSdRatio);
  });
  it('is wider on uneven ground and refuses columns of another length', () => {
    const { columns, band, speed: speedMps } = along(trackWith());
    const uneven = along(trackWith(), true).band;
    assert.ok((uneven.peakSdRatio[500] ?? 0) > (band.peakSdRatio[500] ?? 0));
    assert.throws(() => bandAlong(columns, speedMps.subarray(1), null), /speedMps must have 1801 samples/);
    assert.throws(() => bandAlong(columns, speedMps, speedMps.subarray(1)), /grade must have/);
  });
});
