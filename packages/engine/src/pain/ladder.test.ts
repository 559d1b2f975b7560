import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LADDER, rungOf, runningMinutes, stepWithin } from './ladder.ts';

describe('the walk-run ladder', () => {
  it('never falls in running minutes and rises by at most 4', () => {
    const minutes = LADDER.map(runningMinutes);
    assert.deepEqual(minutes, [6, 8, 12, 14, 18, 20, 20, 24, 24, 25, 28, 30]);
    for (const [i, next] of minutes.entries()) {
      const rise = next - (minutes[i - 1] ?? next);
      assert.ok(rise >= 0 && rise <= 4, `step ${i + 1} rises by ${rise}`);
    }
  });

  it('finds the last step within so many minutes', () => {
    assert.equal(stepWithin(5.9), 1);
    assert.equal(stepWithin(17.9), 4);
    assert.equal(stepWithin(18), 5);
    assert.equal(stepWithin(18.1), 5);
    assert.equal(stepWithin(20), 7);
    assert.equal(stepWithin(500), 12);
  });

  it('draws steps into 1 to 12', () => {
    assert.equal(rungOf(-1).step, 1);
    assert.equal(rungOf(0).step, 1);
    assert.equal(rungOf(12).step, 12);
    assert.equal(rungOf(13).step, 12);
    assert.throws(() => rungOf(Number.NaN), RangeError);
  });
});
