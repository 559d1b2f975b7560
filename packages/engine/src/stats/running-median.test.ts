import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runningMedian } from './running-median.ts';

describe('runningMedian', () => {
  it('drops a single spike and keeps a step', () => {
    const values = Float64Array.of(1, 1, 9, 1, 5, 5, 5);
    assert.deepEqual([...runningMedian(values, 3)], [1, 1, 1, 5, 5, 5, 5]);
  });
  it('cuts the window at the ends: the first of 1 2 6 with width 3 is 1.5', () => {
    assert.deepEqual([...runningMedian(Float64Array.of(1, 2, 6), 3)], [1.5, 2, 4]);
  });
  it('refuses an even or empty window', () => {
    assert.throws(() => runningMedian(Float64Array.of(1), 2), /positive odd number, got 2/);
    assert.throws(() => runningMedian(Float64Array.of(1), 0), RangeError);
  });
});
