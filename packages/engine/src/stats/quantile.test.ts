import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mad, median, quantile, quantileSorted, SD_PER_MAD, sortedFinite } from './quantile.ts';

const finite = fc.double({ noNaN: true, min: -1e6, max: 1e6 });

describe('quantile', () => {
  it('interpolates as R does: quantile(c(1, 2, 4, 8), .3) is 1.9', () => {
    // R 4, type 7: position 3 × 0.3 = 0.9 between 1 and 2.
    assert.ok(Math.abs(quantile([8, 1, 4, 2], 0.3) - 1.9) < 1e-12);
  });
  it('gives the ends at shares 0 and 1', () => {
    assert.equal(quantile([3, 1, 2], 0), 1);
    assert.equal(quantile([3, 1, 2], 1), 3);
  });
  it('names the allowed interval for a share outside it', () => {
    assert.throws(() => quantileSorted([1], 1.01), /share must be 0 to 1, got 1.01/);
    assert.throws(() => quantileSorted([1], -0.01), RangeError);
    assert.throws(() => quantileSorted([1], Number.NaN), RangeError);
  });
  it('refuses an empty sample and one of missing values only', () => {
    assert.throws(() => quantileSorted([], 0.5), RangeError);
    assert.throws(() => quantile([Number.NaN], 0.5), RangeError);
  });
  it('never leaves the range of the values and never falls as the share grows', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1 }),
        fc.double({ noNaN: true, min: 0, max: 1 }),
        (values, share) => {
          const sorted = sortedFinite(values);
          const q = quantileSorted(sorted, share);
          return (
            q >= Math.min(...values) &&
            q <= Math.max(...values) &&
            q <= quantileSorted(sorted, Math.min(1, share + 0.1))
          );
        },
      ),
    );
  });
});

describe('median', () => {
  it('is the middle one, or half way between the middle two', () => {
    assert.equal(median([5, 1, 3]), 3);
    assert.equal(median([5, 1, 3, 4]), 3.5);
  });
  it('passes over missing samples', () => {
    assert.equal(median([Number.NaN, 2, Number.NaN, 4]), 3);
  });
  it('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1 }),
        (values) => median(values) === median(values.toReversed()),
      ),
    );
  });
});

describe('mad', () => {
  it('is 1 for 1 1 2 2 4 6 9, the textbook example', () => {
    // By hand: median 2, deviations 1 1 0 0 2 4 7, their median 1.
    assert.equal(mad([1, 1, 2, 2, 4, 6, 9]), 1);
  });
  it('takes deviations from a stated centre', () => {
    assert.equal(mad([1, 2, 3], 0), 2);
  });
  it('scales to the standard deviation of a normal', () => {
    // Φ⁻¹(0.75) = 0.674489750196082 (NIST tables).
    assert.ok(Math.abs(SD_PER_MAD - 1 / 0.674489750196082) < 5e-5);
  });
});
