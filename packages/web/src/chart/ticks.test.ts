import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { axisTicks, roundTicks } from './ticks.ts';

describe('the lines of a chart', () => {
  it('stand at round figures', () => {
    assert.deepEqual(roundTicks([158, 182], 'number'), [160, 170, 180]);
    assert.deepEqual(roundTicks([82, 118], 'number'), [90, 100, 110]);
  });
  it('stand at round minutes on a pace axis', () => {
    assert.deepEqual(roundTicks([320, 430], 'time'), [360, 420]);
  });
  it('are never more than three, and always inside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: 0.01, max: 1e5, noNaN: true }),
        fc.constantFrom('number' as const, 'time' as const),
        (low, span, kind) => {
          const ticks = roundTicks([low, low + span], kind);
          assert.ok(ticks.length <= 3);
          assert.ok(ticks.every((tick) => tick >= low - 1e-6 && tick <= low + span + 1e-6));
        },
      ),
    );
  });
  it('refuse a range that does not rise', () => {
    assert.throws(() => roundTicks([3, 3], 'number'), RangeError);
  });
});

describe('the figures along the bottom', () => {
  it('are round and reach to the end', () => {
    assert.deepEqual(axisTicks(0, 5), [0, 1, 2, 3, 4, 5]);
    assert.deepEqual(axisTicks(0, 21.1), [0, 5, 10, 15, 20]);
    assert.deepEqual(axisTicks(0, 18), [0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
    assert.deepEqual(axisTicks(0, 12), [0, 2, 4, 6, 8, 10, 12]);
  });
  it('begin at nought where the first distance known is a few metres', () => {
    assert.equal(axisTicks(0.003, 18)[0], 0);
  });
  it('are three to ten, however long the run', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 300, noNaN: true }), (to) => {
        const { length } = axisTicks(0, to);
        assert.ok(length >= 3 && length <= 10, `${to}: ${length}`);
      }),
    );
  });
  it('are one where there is no length', () => {
    assert.deepEqual(axisTicks(0, 0), [0]);
  });
});
