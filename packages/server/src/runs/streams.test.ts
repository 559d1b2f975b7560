import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { known, missing, type Track } from '@kneewise/engine';
import fc from 'fast-check';
import { MOST_POINTS, streamsOf } from './streams.ts';

const SD = known(0.15);
const column = (length: number, at: (i: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, i) => at(i));

/** Steady running at one sample a second. */
const steady = (seconds: number): Track => ({
  timeS: column(seconds, (i) => i),
  distanceM: column(seconds, (i) => 3 * i),
  speedMps: column(seconds, () => 3),
  cadenceSpm: column(seconds, () => 170),
  altitudeM: column(seconds, (i) => 100 + i / 100),
});

const walked = (seconds: number) => {
  const track = steady(600);
  for (let i = 300; i < 300 + seconds; i++) if (track.cadenceSpm) track.cadenceSpm[i] = 90;
  return streamsOf(track, [], null, SD).notRunning.length;
};

const gap = (seconds: number) => {
  const timeS = column(600, (i) => (i < 300 ? i : i + seconds - 1));
  return streamsOf({ ...steady(600), timeS }, [], null, SD);
};

describe('streams', () => {
  it('keeps every sample of a short run', () => {
    const streams = streamsOf(steady(600), [], null, SD);
    assert.equal(streams.timeS.length, 600);
    assert.equal(streams.distanceM?.[100], 300);
    assert.equal(streams.cadenceSpm?.[100], 170);
    assert.deepEqual(streams.notRunning, []);
  });

  it('averages a long one down to at most 2,000 points: 2,000 samples stay, 2,001 are halved', () => {
    assert.equal(streamsOf(steady(MOST_POINTS), [], null, SD).timeS.length, 2_000);
    const halved = streamsOf(steady(MOST_POINTS + 1), [], null, SD);
    assert.equal(halved.timeS.length, 1_001);
    assert.deepEqual([halved.timeS[0], halved.distanceM?.[0]], [0.5, 1.5]);
  });

  it('leaves out what was not recorded, and never draws 0 for it', () => {
    const streams = streamsOf(steady(600), [], null, SD);
    assert.equal(streams.heartRateBpm, null);
    assert.equal(streams.contactMs, null);
    assert.equal(streams.kneeLoadShare, null);
    assert.equal(streams.kneeLoadSdRatio, null);
  });

  it('draws no line through walking, and says where it was', () => {
    const track = steady(600);
    for (let i = 300; i < 360; i++) {
      if (track.speedMps) track.speedMps[i] = 1.2;
      if (track.cadenceSpm) track.cadenceSpm[i] = 100;
    }
    const streams = streamsOf(track, [], null, SD);
    assert.deepEqual(streams.notRunning, [{ fromS: 300, toS: 360 }]);
    assert.equal(streams.speedMps?.[330], null);
    assert.equal(streams.cadenceSpm?.[330], null);
    assert.equal(streams.speedMps?.[299], 3);
    assert.ok(streams.distanceM?.[330] !== null);
  });

  it('shades a break of 10 s and not one of 9 s', () => {
    assert.equal(walked(9), 0);
    assert.equal(walked(10), 1);
  });

  it('puts an empty point into a gap of more than a minute, and none into one of a minute', () => {
    assert.equal(gap(60).timeS.length, 600);
    const broken = gap(61);
    assert.equal(broken.timeS.length, 601);
    assert.equal(broken.altitudeM?.[300], null);
    assert.equal(broken.timeS[300], 329.5);
  });

  it('counts a pause as not running', () => {
    const timeS = column(600, (i) => (i < 300 ? i : i + 120));
    const streams = streamsOf({ ...steady(600), timeS }, [{ fromS: 299, toS: 420 }], null, SD);
    assert.deepEqual(streams.notRunning, [{ fromS: 299, toS: 420 }]);
  });

  it('shows knee load a step as a share of the usual: twice the usual step is half as far above', () => {
    const one = streamsOf(steady(600), [], 0.5, SD);
    const two = streamsOf(steady(600), [], 1, SD);
    const share = one.kneeLoadShare?.[100] ?? Number.NaN;
    assert.ok(share > 0.5 && share < 3, String(share));
    assert.ok(Math.abs((two.kneeLoadShare?.[100] ?? Number.NaN) - share / 2) < 1e-4);
    assert.equal(one.kneeLoadSdRatio, 0.15);
    const unsure = missing({ reason: 'not-recorded', what: 'speed' });
    assert.equal(streamsOf(steady(600), [], 0.5, unsure).kneeLoadSdRatio, null);
  });

  it('has columns of one length, rising times and no more than 4,000 points, whatever was recorded', () => {
    const sample = fc.record({
      step: fc.integer({ min: 0, max: 200 }),
      speed: fc.double({ min: 0, max: 7 }),
      lost: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 400 }), (samples) => {
        let now = 0;
        const timeS = Float64Array.from(samples, ({ step }) => (now += step));
        const speedMps = Float64Array.from(samples, ({ speed, lost }) => (lost ? Number.NaN : speed));
        const streams = streamsOf({ timeS, speedMps }, [], 0.5, SD);
        const { timeS: drawnS, speedMps: drawn } = streams;
        assert.equal(drawn?.length, drawnS.length);
        assert.ok(drawnS.length <= 2 * MOST_POINTS);
        assert.ok(drawnS.every((time, i) => i === 0 || time >= (drawnS[i - 1] ?? 0)));
        assert.ok(drawn?.every((value) => value === null || Number.isFinite(value)));
      }),
    );
  });
});
