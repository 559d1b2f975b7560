import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { known } from '../measured.ts';
import type { HalfMinuteBins } from '../run/half-minute-bins.ts';
import { hillShares } from './hill-shares.ts';

const binsOf = (bins: readonly (readonly [grade: number, spm: number])[]): HalfMinuteBins => {
  const none = new Float64Array(bins.length).fill(Number.NaN);
  return {
    startS: Float64Array.from(bins, (_, i) => 30 * i),
    startM: none,
    speedMps: none,
    cadenceSpm: Float64Array.from(bins, ([, spm]) => spm),
    contactMs: none,
    oscillationMm: none,
    heartRateBpm: none,
    gradeRatio: Float64Array.from(bins, ([grade]) => grade),
  };
};
const times = (count: number, grade: number, spm: number): (readonly [number, number])[] =>
  Array.from({ length: count }, () => [grade, spm] as const);

const tellsDown = (count: number): boolean => {
  const hills = hillShares(binsOf([...times(9, 0, 170), ...times(count, -0.05, 165)]));
  return hills.known && hills.value.cadenceDown.known;
};

describe('hillShares', () => {
  it('says that a quarter went down with 5 % slower steps, and nothing of a minute uphill', () => {
    const hills = hillShares(
      binsOf([...times(13, 0, 170), ...times(5, -0.06, 161.5), ...times(2, 0.05, 172)]),
    );
    assert.ok(hills.known);
    const { up, level, down, cadenceUp, cadenceDown } = hills.value;
    assert.deepEqual([up, level, down], [0.1, 0.65, 0.25]);
    assert.deepEqual(cadenceDown, known(0.95));
    assert.deepEqual(cadenceUp, {
      known: false,
      because: { reason: 'too-little-data', what: 'half minutes uphill and level', have: 2, need: 4 },
    });
  });
  it('counts 3 % as level and anything steeper as a hill', () => {
    const hills = hillShares(
      binsOf([
        [0.03, 170],
        [-0.03, 170],
        [0.031, 170],
        [-0.031, 170],
      ]),
    );
    assert.ok(hills.known);
    assert.deepEqual([hills.value.up, hills.value.level, hills.value.down], [0.25, 0.5, 0.25]);
  });
  it('tells a cadence from four half minutes on', () => {
    assert.deepEqual([tellsDown(3), tellsDown(4), tellsDown(5)], [false, true, true]);
  });
  it('leaves out what has no known slope, and is missing where none has', () => {
    const hills = hillShares(binsOf([...times(3, 0, 170), ...times(3, Number.NaN, 170)]));
    assert.ok(hills.known && hills.value.level === 1);
    assert.equal(hillShares(binsOf(times(9, Number.NaN, 170))).known, false);
    assert.equal(hillShares(binsOf([])).known, false);
  });
});
