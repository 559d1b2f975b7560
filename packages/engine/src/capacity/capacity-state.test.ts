import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advance, capacityPrior } from './capacity-state.ts';
import { edgeLoad } from './exceed.ts';
import { observe } from './observe.ts';

const sum = (weights: Float64Array): number => weights.reduce((total, weight) => total + weight, 0);
const one = capacityPrior(4);
const taught = observe(one, {
  load: 4,
  leftover: 0,
  painBefore: 0,
  ceiling: 3,
  said: { kind: 'onset', load: 3.5 },
  unsettled: false,
});

describe('the belief in a knee’s capacity', () => {
  it('sums to 1 at first, after a run, and after half a year', () => {
    for (const state of [one, taught, advance(taught, 2), advance(taught, 180)]) {
      assert.ok(Math.abs(sum(state.weights) - 1) < 1e-9);
    }
  });
  it('stays for less than a day, and never changes the state it is given', () => {
    const before = Float64Array.from(taught.weights);
    assert.equal(advance(taught, 0.9), taught);
    assert.notEqual(advance(taught, 1), taught);
    assert.deepEqual(taught.weights, before);
  });
  it('widens with every day without a run', () => {
    const width = (days: number): number => {
      const { q10, q90 } = edgeLoad(advance(taught, days), 0.2, 0, 0);
      return q90 / q10;
    };
    assert.ok(width(0) < width(7) && width(7) < width(30));
  });
  it('refuses a usual load of 0, and days below 0', () => {
    assert.throws(() => capacityPrior(0), /usualLoad must be above 0/);
    assert.throws(() => capacityPrior(Number.NaN), RangeError);
    assert.throws(() => advance(one, -1), /days must be 0 or more/);
    assert.throws(() => advance(one, Infinity), RangeError);
  });
});
