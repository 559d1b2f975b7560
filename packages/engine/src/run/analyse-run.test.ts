import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { kneeLoadAlong } from '../knee-load/knee-load-along.ts';
import { kneeLoadAt } from '../knee-load/knee-load-at.ts';
import type { KneeLoad } from '../knee-load/knee-load.ts';
import { known, missing } from '../measured.ts';
import type { Recording } from '../recording.ts';
import type { Interval, Track } from '../track.ts';
import { analyseRun } from './analyse-run.ts';

const each = (n: number, f: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => f(i));
const absent = missing({ reason: 'not-recorded', what: 'test' });

const recordingOf = (track: Track, more: Partial<Recording> = {}): Recording => ({
  startAtMs: 0,
  utcOffsetMin: null,
  sport: 'running',
  subSport: null,
  name: null,
  device: null,
  distanceM: absent,
  movingS: absent,
  elapsedS: track.timeS.at(-1) ?? 0,
  ascentM: absent,
  descentM: absent,
  pauses: [],
  track,
  ...more,
});

/** Twenty minutes at 3 m/s and 170 steps/min, level. */
const SECONDS = 1201;
const steady = {
  timeS: each(SECONDS, (i) => i),
  distanceM: each(SECONDS, (i) => 3 * i),
  speedMps: each(SECONDS, () => 3),
  cadenceSpm: each(SECONDS, () => 170),
  altitudeM: each(SECONDS, () => 40),
};
const loadOf = (recording: Recording): KneeLoad => {
  const { kneeLoad } = analyseRun(recording, { legM: 0.9 });
  assert.ok(kneeLoad.known, JSON.stringify(kneeLoad));
  return kneeLoad.value;
};
const near = (actual: number, expected: number, ratio: number): void => {
  assert.ok(Math.abs(actual / expected - 1) <= ratio, `${actual} is not within ${ratio} of ${expected}`);
};

const sparse = (column: Float64Array): Float64Array =>
  column.filter((_, i) => i % 7 === 0 || i === SECONDS - 1);

const stand = (s: number): Track => ({
  ...steady,
  speedMps: each(SECONDS, (i) => (i >= 600 && i < 600 + s ? 0 : 3)),
  cadenceSpm: each(SECONDS, (i) => (i >= 600 && i < 600 + s ? 0 : 170)),
});

describe('analyseRun', () => {
  it('gives a steady run the load of one step, times its steps', () => {
    const load = loadOf(recordingOf(steady));
    const step = kneeLoadAt({ speedMps: 3, cadenceSpm: 170, legM: 0.9 });
    assert.ok(step.known);
    near(load.peakForceBw, step.value.peakForceBw, 1e-12);
    near(load.impulsePerStepBws, step.value.impulsePerStepBws, 1e-12);
    near(load.impulsePerKmBws, step.value.impulsePerKmBws, 1e-12);
    near(load.impulseRunBws, step.value.impulsePerKmBws * 3.6, 1e-12);
    near(load.damagePerKm.value, step.value.damagePerKm.value, 1e-12);
    near(load.working?.impulseSdRatio ?? 0, step.value.impulseSdRatio, 1e-12);
    assert.deepEqual([load.form, load.sdRatio, load.working?.runningS], ['speed-cadence', 0.15, 1200]);
  });
  it('is the same for a recorder that writes every 7 s', () => {
    const load = loadOf(
      recordingOf({
        timeS: sparse(steady.timeS),
        distanceM: sparse(steady.distanceM),
        cadenceSpm: sparse(steady.cadenceSpm),
        altitudeM: sparse(steady.altitudeM),
      }),
    );
    near(load.impulseRunBws, loadOf(recordingOf(steady)).impulseRunBws, 1e-9);
  });
  it('gives walking no load, not a small one, and says how long it was', () => {
    const walked = recordingOf({
      ...steady,
      speedMps: each(SECONDS, (i) => (i < 600 ? 3 : 1.4)),
      cadenceSpm: each(SECONDS, (i) => (i < 600 ? 170 : 112)),
    });
    const load = loadOf(walked);
    near(load.impulseRunBws, loadOf(recordingOf(steady)).impulseRunBws / 2, 1e-9);
    assert.equal(load.working?.notRunningS, 600);
    assert.ok(Number.isNaN(kneeLoadAlong(walked.track, {})?.forceBw[700]));
    near(load.impulsePerKmBws, loadOf(recordingOf(steady)).impulsePerKmBws, 1e-9);
  });
  it('leaves pauses out of load, cadence and bins', () => {
    const pauses: Interval[] = [{ fromS: 300, toS: 900 }];
    const paused = analyseRun(recordingOf(steady, { pauses }), { legM: 0.9 });
    assert.ok(paused.kneeLoad.known);
    near(paused.kneeLoad.value.working?.runningS ?? 0, 600, 1e-9);
    assert.equal(paused.cadenceBins.length, (600 - 180) / 30);
    const shuffled = analyseRun(
      recordingOf(
        { ...steady, cadenceSpm: each(SECONDS, (i) => (i > 300 && i < 900 ? 200 : 170)) },
        { pauses },
      ),
      {},
    );
    assert.deepEqual(shuffled.cadenceSpm, known(170));
  });
  it('uses measured contact time, takes 0 for a sensor that is not there, and says which', () => {
    const measured = loadOf(recordingOf({ ...steady, contactMs: each(SECONDS, () => 260) }));
    near(measured.impulsePerStepBws, 0.38 * measured.peakForceBw * 0.26, 1e-9);
    assert.equal(measured.form, 'speed-cadence-contact');
    const zero = loadOf(recordingOf({ ...steady, contactMs: each(SECONDS, () => 0) }));
    assert.deepEqual(zero, loadOf(recordingOf(steady)));
  });
  it('falls back on speed alone without cadence, with a band of 20 %', () => {
    const { cadenceSpm, ...bare } = steady;
    const analysis = analyseRun(recordingOf(bare), {});
    assert.equal(cadenceSpm.length, SECONDS);
    assert.deepEqual(analysis.cadenceSpm, missing({ reason: 'not-recorded', what: 'cadence' }));
    assert.ok(analysis.kneeLoad.known);
    assert.deepEqual([analysis.kneeLoad.value.form, analysis.kneeLoad.value.sdRatio], ['speed', 0.2]);
    assert.deepEqual(analysis.cadenceBins, []);
  });
  it('widens the band by the share of slopes beyond 4 %, and a little where altitude is missing', () => {
    const hill = loadOf(recordingOf({ ...steady, altitudeM: each(SECONDS, (i) => 0.18 * i) }));
    assert.equal(hill.working?.steepShare, 1);
    near(hill.sdRatio, 0.25, 1e-9);
    const { altitudeM, ...flat } = steady;
    assert.equal(altitudeM.length, SECONDS);
    const blind = loadOf(recordingOf(flat));
    assert.equal(blind.working?.steepShare, null);
    assert.ok(blind.sdRatio > 0.15 && blind.sdRatio < 0.16);
    assert.equal(loadOf(recordingOf(flat, { subSport: 'treadmill' })).sdRatio, 0.15);
    assert.ok(loadOf(recordingOf(steady, { subSport: 'trail' })).sdRatio > 0.15);
  });
  it('asks for a minute of running, and for speed', () => {
    const part = (n: number): Track => ({ timeS: each(n, (i) => i), speedMps: each(n, () => 3) });
    assert.deepEqual(
      analyseRun(recordingOf(part(60)), {}).kneeLoad,
      missing({ reason: 'too-little-data', what: 'seconds of running', have: 59, need: 60 }),
    );
    assert.equal(analyseRun(recordingOf(part(61)), {}).kneeLoad.known, true);
    assert.deepEqual(
      analyseRun(recordingOf({ timeS: each(99, (i) => i) }), {}).kneeLoad,
      missing({ reason: 'not-recorded', what: 'speed' }),
    );
  });
  it('takes distance, moving time and climb as the file states them, else climb from altitude', () => {
    const analysis = analyseRun(
      recordingOf(steady, { distanceM: known(3600), movingS: known(1200), ascentM: known(77) }),
      {},
    );
    assert.deepEqual(analysis.meanSpeedMps, known(3));
    assert.deepEqual(analysis.ascentM, known(77));
    assert.deepEqual(analysis.descentM, known(0));
    assert.deepEqual(
      analyseRun(recordingOf(steady, { distanceM: known(1), movingS: known(0) }), {}).meanSpeedMps.known,
      false,
    );
    assert.deepEqual(analyseRun(recordingOf(steady, { distanceM: known(1) }), {}).meanSpeedMps, absent);
  });
  it('gives a ride no running cadence and no knee load', () => {
    const ride = analyseRun(recordingOf(steady, { sport: 'cycling' }), {});
    assert.deepEqual(ride.kneeLoad, missing({ reason: 'does-not-apply', what: 'knee load of running' }));
    assert.deepEqual([ride.cadenceSpm.known, ride.cadenceBins.length], [false, 0]);
  });
  it('bins half minutes from 180 s on, with their grade', () => {
    const { cadenceBins } = analyseRun(recordingOf(steady), {});
    assert.equal(cadenceBins.length, (1200 - 180) / 30);
    assert.deepEqual(cadenceBins[0], { speedMps: 3, cadenceSpm: 170, gradeRatio: 0 });
  });
  it('keeps a bin with 24 s of running and drops one with 23', () => {
    const counts = [5, 6, 7].map((s) => analyseRun(recordingOf(stand(s)), {}).cadenceBins.length);
    assert.deepEqual(counts, [34, 34, 33]);
  });
  it('never lets NaN or an infinity out, whatever the track holds', () => {
    const odd = fc.oneof(
      fc.double({ min: -10, max: 300, noNaN: true }),
      fc.constantFrom(Number.NaN, 0, 3, 170, Number.POSITIVE_INFINITY),
    );
    const column = fc
      .array(odd, { minLength: 150, maxLength: 150 })
      .map((values) => Float64Array.from(values));
    const tracks = fc.record(
      {
        timeS: fc.array(fc.nat(20), { minLength: 150, maxLength: 150 }).map((steps) => {
          let t = 0;
          return Float64Array.from(steps, (step) => (t += step));
        }),
        distanceM: column,
        speedMps: column,
        cadenceSpm: column,
        altitudeM: column,
        contactMs: column,
        gradeRatio: column,
      },
      { requiredKeys: ['timeS'] },
    );
    const sound = (value: unknown): boolean =>
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value !== 'object' || value === null || Object.values(value).every(sound);
    fc.assert(
      fc.property(tracks, (track) => sound(analyseRun(recordingOf(track), { heightM: 1.7 }))),
      { numRuns: 200 },
    );
  });
});
