import assert from 'node:assert/strict';
import { it } from 'node:test';
import { seededRandom } from '../random.ts';
import { drawRunner } from './drawn-runner.ts';
import { afterDose, afterHours, capacityToday, painAt, ratioForPain, restPain } from './knee-state.ts';

const near = (actual: number, expected: number, tolerance = 0.0005): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

// models.md A, "Golden": ℓ is 1, so loads are kilometres.
const irritability = {
  size: 1.2,
  slowShare: 0.45,
  fastMemoryH: 14,
  slowMemoryH: 120,
  painPerUnit: 4,
  capacityLoss: 0.8,
  atStart: 0,
};
const runner = { ...drawRunner(seededRandom(1)), irritability };
const pain = { dayNoise: 0, steepness: 2.2, shift: 0 };
const quiet = { capacityBws: 5, fast: 0, slow: 0, leftoverBws: 0, recent: 0 };
const irritated = { ...quiet, fast: 0.15, slow: 0.15 };

it('lowers a capacity of 5 km to 3.933 at an irritability of 0.3', () => {
  near(capacityToday(runner, irritated, 0, 0), 3.933);
});
it('feels 2.578 after 3 km of a capacity of 3.933, and reaches a ceiling of 3 at 2.922 km', () => {
  const capacity = capacityToday(runner, irritated, 0, 0);
  const before = restPain(runner, irritated);
  near(painAt(pain, before, 3 / capacity), 2.578);
  near(capacity * ratioForPain(pain, before, 2.5), 2.922);
});
it('is irritated by 0.3996 at 1.2 of capacity and says 1.383, 0.978 and 0.511 after 3.5, 13.5 and 48 hours', () => {
  const after = afterDose(runner, quiet, 1.2, 1);
  near(after.fast + after.slow, 0.3996, 0.00005);
  near(restPain(runner, afterHours(runner, after, 3.5)), 1.383);
  near(restPain(runner, afterHours(runner, after, 13.5)), 0.978);
  near(restPain(runner, afterHours(runner, after, 48)), 0.511);
});
it('is not irritated by four fifths of capacity, and is by a little more', () => {
  assert.equal(restPain(runner, afterDose(runner, quiet, 0.79, 1)), 0);
  assert.equal(restPain(runner, afterDose(runner, quiet, 0.8, 1)), 0);
  assert.ok(restPain(runner, afterDose(runner, quiet, 0.81, 1)) > 0);
});
it('holds irritability to 1.5 and 1', () => {
  const after = afterDose(runner, quiet, 50, 1);
  assert.deepEqual([after.fast, after.slow], [1.5, 1]);
});
it('reaches at once a pain that was there before', () => {
  assert.equal(ratioForPain(pain, 2.6, 2.5), 0);
});
