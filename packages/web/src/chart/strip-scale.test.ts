import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stripScale } from './strip-scale.ts';

describe('the strip of weeks', () => {
  it('keeps every week on it, in order', () => {
    const week = fc.double({ min: 0, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(fc.array(week, { minLength: 1 }), fc.array(week), (usual, before) => {
        const { at } = stripScale(usual, before);
        const placed = [...usual, ...before].sort((a, b) => a - b).map(at);
        assert.ok(placed.every((x) => x >= 0 && x <= 1));
        assert.ok(placed.every((x, index) => index === 0 || x >= (placed[index - 1] ?? 0)));
      }),
    );
  });
  it('marks where half of the usual weeks lie', () => {
    assert.deepEqual(stripScale([1, 2, 3, 4, 5], []).usual, [2, 4]);
  });
  it('refuses to draw without a usual week', () => {
    assert.throws(() => stripScale([], [3]), RangeError);
  });
});
