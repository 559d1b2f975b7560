import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  HUBER_K,
  huberWeight,
  mean,
  rootMeanSquare,
  sdFromMad,
  standardDeviation,
  weightedMean,
} from './mean.ts';

describe('mean', () => {
  it('passes over missing samples', () => {
    assert.equal(mean([1, Number.NaN, 3]), 2);
  });
  it('refuses a sample without a finite value', () => {
    assert.throws(() => mean([]), RangeError);
    assert.throws(() => mean([Number.NaN]), RangeError);
  });
});

describe('weightedMean', () => {
  it('counts a value as often as its weight says: 1 once and 4 twice is 3', () => {
    assert.equal(weightedMean([1, 4], [1, 2]), 3);
  });
  it('refuses a negative weight and weights that are all zero', () => {
    assert.throws(() => weightedMean([1, 2], [1, -1]), /weights must be at least 0, got -1/);
    assert.throws(() => weightedMean([1, 2], [0, 0]), RangeError);
  });
  it('equals the mean for equal weights', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e3, max: 1e3 }), { minLength: 1 }), (values) => {
        const weights = values.map(() => 2);
        return Math.abs(weightedMean(values, weights) - mean(values)) < 1e-9;
      }),
    );
  });
});

describe('spread', () => {
  it('gives sd 2.138 for 2 4 4 4 5 5 7 9', () => {
    // By hand: mean 5, squares sum to 32, √(32/7) = 2.13809.
    assert.ok(Math.abs(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]) - 2.138_089_935) < 1e-9);
  });
  it('needs two values', () => {
    assert.throws(() => standardDeviation([1]), /at least two numbers, got 1/);
  });
  it('gives root mean square 5 for 1 and 7', () => {
    assert.equal(rootMeanSquare([1, -7]), 5);
  });
  it('scales a median absolute deviation of 1 to 1.4826', () => {
    assert.equal(sdFromMad(1), 1.4826);
  });
});

describe('huberWeight', () => {
  it('is 1 below and at the limit and falls beyond it', () => {
    assert.equal(huberWeight(1.344, HUBER_K), 1);
    assert.equal(huberWeight(-HUBER_K, HUBER_K), 1);
    assert.equal(huberWeight(2.69, HUBER_K), 0.5);
  });
});
