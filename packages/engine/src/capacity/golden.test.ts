/** The golden numbers of models.md B: ℓ is 1, so loads are kilometres. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advance, capacityPrior, type CapacityState } from './capacity-state.ts';
import { edgeLoad, exceedProbability, loadForShare, offsetOf } from './exceed.ts';
import { observe } from './observe.ts';
import { LEFTOVER_HOURS } from './settings.ts';

/** Day, km, pain before, worst pain, place of the ceiling, morning unsettled. */
const ROWS = [
  [0, 5, 0, 3, 4.2, false],
  [2, 3.1, 0, 1, null, false],
  [5, 3.1, 1, 1, null, null],
  [7, 3.4, 0, 2, null, false],
  [9, 3.4, 0, 0, null, false],
  [12, 4, 0, 4, null, true],
] as const;
const LEFTOVERS = [0, 1.318, 0.598, 0.975, 1.153, 0.616];

const near = (actual: number, expected: number, tolerance: number, what: string): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${what}: ${actual} is not within ${tolerance} of ${expected}`,
  );

/** States: before anything, then after each row; each with the leftover before the row. */
const states: CapacityState[] = [capacityPrior(4)];
let state = capacityPrior(4);
let day = -1;
let leftover = 0;
const leftovers: number[] = [];
for (const [at, km, painBefore, worst, place, unsettled] of ROWS) {
  leftover *= Math.exp((-24 * (at - day)) / LEFTOVER_HOURS);
  leftovers.push(leftover);
  state = observe(advance(state, at - day), {
    load: km,
    leftover,
    painBefore,
    ceiling: 3,
    said: place === null ? { kind: 'pain', worst } : { kind: 'onset', load: place },
    unsettled,
  });
  states.push(state);
  leftover += km;
  day = at;
}

function holds(what: string, of: CapacityState, edge: readonly number[], chances: readonly number[]): void {
  const { q10, q50, q90 } = edgeLoad(of, 0.2, 0, 0);
  for (const [i, value] of [q10, q50, q90].entries()) {
    near(value, edge[i] ?? Number.NaN, 0.01 * (edge[i] ?? 0), `${what}, quantile ${i}`);
  }
  for (const [i, expected] of chances.entries()) {
    near(exceedProbability(of, 3 + i, 0, 0), expected, 0.002, `${what}, ${3 + i} km`);
  }
}

describe('the learnt edge, beside the numbers worked out elsewhere', () => {
  it('has the leftover of earlier runs', () => {
    for (const [i, expected] of LEFTOVERS.entries())
      near(leftovers[i] ?? Number.NaN, expected, 0.0006, `row ${i + 1}`);
  });
  it('begins at 1.142, 3.154 and 8.706 km', () => {
    holds('prior', states[0] ?? state, [1.142, 3.154, 8.706], [0.378, 0.514, 0.619]);
  });
  it('is at 2.413, 3.485 and 4.631 km after a ceiling at 4.2', () => {
    holds('row 1', states[1] ?? state, [2.413, 3.485, 4.631], [0.154, 0.442, 0.725]);
  });
  it('is at 3.600, 4.526 and 5.746 km after four quieter runs', () => {
    holds('row 5', states[5] ?? state, [3.6, 4.526, 5.746], [0.024, 0.132, 0.388]);
  });
  it('falls to 2.886, 3.607 and 4.545 km after pain of 4 and a raised morning', () => {
    holds('row 6', states[6] ?? state, [2.886, 3.607, 4.545], [0.099, 0.35, 0.643]);
  });
  it('is 2.439, 3.299 and 4.266 km two days later on what is left of earlier runs', () => {
    const later = advance(state, 2);
    const left = leftover * Math.exp(-48 / LEFTOVER_HOURS);
    near(left, 1.217, 0.0006, 'leftover');
    const { q10, q50, q90 } = edgeLoad(later, 0.2, left, 0);
    near(q10, 2.439, 0.0244, 'q10');
    near(q50, 3.299, 0.033, 'q50');
    near(q90, 4.266, 0.0427, 'q90');
    near(loadForShare(later, 0.1, left, 0), 2.631, 0.0263, '10 %');
    near(loadForShare(later, 0.2, left, 0), 3.115, 0.0311, '20 %');
  });
  it('keeps the offsets at which one run in five is too much', () => {
    const expected = [-0.1765, -0.1035, -0.2584, -0.1877, -0.3723, -0.3054];
    [0.12, 0.22, 0.36].forEach((daySd, d) =>
      [0.1, 0.5].forEach((shift, m) =>
        near(offsetOf(0.2, daySd, shift), expected[2 * d + m] ?? Number.NaN, 0.002, `${daySd}, ${shift}`),
      ),
    );
  });
});
