import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { quantileSorted } from './quantile.ts';
import { medianInPlace, selectInPlace } from './select.ts';

const values = fc.array(
  fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 3 })),
  {
    minLength: 1,
    maxLength: 60,
  },
);

describe('selectInPlace', () => {
  it('holds at k what sorting would put there, ties included', () => {
    fc.assert(
      fc.property(values, fc.nat(59), (list, at) => {
        const k = at % list.length;
        return selectInPlace(Float64Array.from(list), k) === Float64Array.from(list).sort()[k];
      }),
    );
  });
  it('refuses an index outside the values', () => {
    assert.throws(() => selectInPlace(Float64Array.of(1, 2), 2), /k must be 0 to 1, got 2/);
    assert.throws(() => selectInPlace(Float64Array.of(1, 2), -1), RangeError);
    assert.throws(() => medianInPlace(new Float64Array()), RangeError);
  });
});

describe('medianInPlace', () => {
  it('equals the median by sorting', () => {
    fc.assert(
      fc.property(
        values,
        (list) =>
          Math.abs(
            medianInPlace(Float64Array.from(list)) - quantileSorted(Float64Array.from(list).sort(), 0.5),
          ) <= 1e-9,
      ),
    );
  });
});
