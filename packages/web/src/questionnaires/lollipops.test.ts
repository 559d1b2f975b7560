import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Filled } from './api.ts';
import { lollipops } from './lollipops.ts';

const filled = (...days: readonly number[]): readonly Filled[] =>
  days.map((day) => ({
    id: String(day),
    questionnaire: 'akps',
    answers: {},
    atMs: day * 86_400_000,
    utcOffsetMin: 0,
    score: 70,
    change: null,
  }));

describe('scores along the time', () => {
  it('stand by their day, the first and last half a label from the ends', () => {
    assert.deepEqual(
      lollipops(filled(0, 21, 42), 352).map(({ x }) => x),
      [26, 176, 326],
    );
  });
  it('stand in the middle where there is one, or all are of one moment', () => {
    assert.deepEqual(
      lollipops(filled(5), 300).map(({ x, named }) => [x, named]),
      [[150, true]],
    );
    assert.deepEqual(
      lollipops(filled(5, 5), 300).map(({ named }) => named),
      [false, true],
    );
    assert.deepEqual(lollipops([], 300), []);
  });
  it('are written where there is room, the last always', () => {
    assert.deepEqual(
      lollipops(filled(0, 1, 40, 42), 352).map(({ named }) => named),
      [false, true, false, true],
    );
  });
});
