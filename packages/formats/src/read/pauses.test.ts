import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pausesFromGaps, pausesFromTotal } from './pauses.ts';

/** Times with steps of `stepS`, but one of `gapS` after row 50. */
const withGap = (gapS: number, stepS = 1): Float64Array =>
  Float64Array.from({ length: 100 }, (_, i) => i * stepS + (i > 50 ? gapS - stepS : 0));

/** Whether the gap counts as a pause, when steady steps are run at 3 m/s and the gap covers `metres`. */
const paused = (gapS: number, metres: number, stepS = 1, starts: number[] = []): boolean =>
  pausesFromGaps(withGap(gapS, stepS), starts, (row) => (row === 51 ? metres : 3 * stepS)).length === 1;

describe('pauses from gaps', () => {
  it('last 5 s at least', () => {
    assert.deepEqual([paused(4.9, 0), paused(5, 0), paused(5.1, 0)], [false, true, true]);
  });

  it('last three times the wide steps of the file at least', () => {
    assert.deepEqual([paused(29, 0, 10), paused(30, 0, 10), paused(31, 0, 10)], [false, true, true]);
  });

  it('cover less ground than half the typical speed would', () => {
    assert.deepEqual([paused(20, 29.9), paused(20, 30), paused(20, Number.NaN)], [true, false, true]);
  });

  it('need only 3 s between two segments, however far', () => {
    assert.deepEqual([paused(2.9, 99, 1, [51]), paused(3, 99, 1, [51])], [false, true]);
  });

  it('are none in nothing', () => {
    assert.deepEqual(
      pausesFromGaps(new Float64Array(0), [], () => 0),
      [],
    );
    assert.deepEqual(
      pausesFromGaps(new Float64Array(3), [], () => 0),
      [],
    );
  });
});

describe('pauses from a total', () => {
  const timeS = Float64Array.from([0, 1, 2, 22, 23, 33, 34, 94, 95]);

  it('are none where the timer ran through, to the 2 s of rounding', () => {
    assert.deepEqual(pausesFromTotal(timeS, [], 2), []);
    assert.deepEqual(pausesFromTotal(timeS, [], 2.1).length, 0);
  });

  it('are the longest gaps that fit', () => {
    assert.deepEqual(pausesFromTotal(timeS, [], 60), [{ fromS: 34, toS: 94 }]);
    assert.deepEqual(pausesFromTotal(timeS, [], 80), [
      { fromS: 2, toS: 22 },
      { fromS: 34, toS: 94 },
    ]);
  });

  it('are between pieces before anywhere else', () => {
    assert.deepEqual(pausesFromTotal(timeS, [5], 10), [{ fromS: 23, toS: 33 }]);
    assert.deepEqual(pausesFromTotal(timeS, [3], 20), [{ fromS: 2, toS: 22 }]);
  });
});
