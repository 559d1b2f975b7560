import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LONGEST_GAP_S, LONGEST_HOLD_S, motionOf, movingTimeS, speedFromDistance } from './motion.ts';

const each = (n: number, f: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => f(i));

const runs = (speedMps: number, cadenceSpm?: number): number => {
  const timeS = Float64Array.of(0, 1);
  const track =
    cadenceSpm === undefined
      ? { timeS, speedMps: Float64Array.of(speedMps, speedMps) }
      : {
          timeS,
          speedMps: Float64Array.of(speedMps, speedMps),
          cadenceSpm: Float64Array.of(cadenceSpm, cadenceSpm),
        };
  return motionOf(track, []).running[0] ?? -1;
};

describe('movingTimeS', () => {
  it('takes a pause out and stands still within it', () => {
    const time = Float64Array.of(0, 10, 12, 20, 30);
    assert.deepEqual([...movingTimeS(time, [{ fromS: 10, toS: 20 }])], [0, 10, 10, 10, 20]);
  });
  it('counts overlapping and unsorted pauses once', () => {
    const time = Float64Array.of(0, 10, 40, 60);
    const pauses = [
      { fromS: 20, toS: 30 },
      { fromS: 10, toS: 25 },
      { fromS: 50, toS: 50 },
    ];
    assert.deepEqual([...movingTimeS(time, pauses)], [0, 10, 20, 40]);
  });
  it('leaves out what was paused before the first sample', () => {
    assert.deepEqual([...movingTimeS(Float64Array.of(100, 110), [{ fromS: 0, toS: 105 }])], [0, 5]);
  });
  it('never falls and never outruns the clock', () => {
    const pause = fc
      .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 }))
      .map(([fromS, length]) => ({ fromS, toS: fromS + length }));
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 8 }), (pauses) => {
        const time = each(100, (i) => 3 * i);
        const moving = movingTimeS(time, pauses);
        return moving.every(
          (t, i) => i === 0 || (t >= (moving[i - 1] ?? 0) && t - (moving[i - 1] ?? 0) <= 3),
        );
      }),
    );
  });
});

describe('speedFromDistance', () => {
  it('reads 3 m/s from three metres a second, to the very ends', () => {
    const t = each(30, (i) => i);
    assert.ok(
      speedFromDistance(
        each(30, (i) => 3 * i),
        t,
      ).every((v) => Math.abs(v - 3) < 1e-12),
    );
  });
  it('bridges samples without distance and still needs a neighbour', () => {
    const distance = Float64Array.of(0, Number.NaN, 40, Number.NaN, 80);
    const speed = speedFromDistance(distance, Float64Array.of(0, 10, 20, 30, 40));
    assert.deepEqual([...speed], [2, Number.NaN, 2, Number.NaN, 2]);
    assert.ok(speedFromDistance(Float64Array.of(5), Float64Array.of(0)).every(Number.isNaN));
  });
  it('has no speed where distance runs backwards or time stands', () => {
    assert.ok(speedFromDistance(Float64Array.of(10, 0), Float64Array.of(0, 5)).every(Number.isNaN));
    assert.ok(speedFromDistance(Float64Array.of(0, 10), Float64Array.of(5, 5)).every(Number.isNaN));
  });
});

describe('motionOf', () => {
  it('calls it running from 130 steps/min and 1.5 m/s, up to 240 and 7', () => {
    assert.deepEqual([runs(1.5, 130), runs(1.49, 130), runs(1.5, 129.9), runs(1.51, 131)], [1, 0, 0, 1]);
    assert.deepEqual([runs(7, 240), runs(7.01, 240), runs(7, 240.1)], [1, 0, 0]);
  });
  it('calls it running from 1.8 m/s where cadence is not known', () => {
    assert.deepEqual([runs(1.79), runs(1.8), runs(1.81)], [0, 1, 1]);
    assert.deepEqual([runs(1.79, Number.NaN), runs(1.8, Number.NaN), runs(Number.NaN)], [0, 1, 0]);
  });
  it('lets a sample stand for 10 s, and for up to 60 where the distance shows running through the gap', () => {
    const timeS = Float64Array.of(0, 10, 21, 51, 151, 152);
    const still = motionOf({ timeS, distanceM: Float64Array.of(0, 30, 33, 40, 60, 63) }, []);
    assert.deepEqual([...still.spanS], [10, LONGEST_HOLD_S, LONGEST_HOLD_S, LONGEST_HOLD_S, 1, 0]);
    const ran = motionOf({ timeS, distanceM: Float64Array.of(0, 30, 63, 153, 453, 456) }, []);
    assert.deepEqual([...ran.spanS], [10, 11, 30, LONGEST_GAP_S, 1, 0]);
  });
  it('fills a gap in the recorder’s speed from distance, and has none without either', () => {
    const timeS = each(20, (i) => i);
    const speedMps = each(20, (i) => (i === 10 ? Number.NaN : 3));
    const motion = motionOf({ timeS, speedMps, distanceM: each(20, (i) => 2.5 * i) }, []);
    assert.equal(motion.speedMps?.[10], 2.5);
    assert.equal(motion.speedMps?.[9], 3);
    assert.equal(motionOf({ timeS }, []).speedMps, null);
  });
  it('gives samples within a pause no time', () => {
    const timeS = each(10, (i) => i);
    const motion = motionOf({ timeS, speedMps: each(10, () => 3) }, [{ fromS: 2, toS: 6 }]);
    assert.deepEqual([...motion.spanS], [1, 1, 0, 0, 0, 0, 1, 1, 1, 0]);
  });
});
