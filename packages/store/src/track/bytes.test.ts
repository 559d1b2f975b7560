import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byteReader, byteWriter } from './bytes.ts';

const lengthOf = (value: number): number => {
  const out = byteWriter();
  out.signed(value);
  return out.done().length;
};

describe('counts and signed numbers', () => {
  it('come back, up to 2^53 − 1 and ± 2^52 − 1', () => {
    const signed = fc.oneof(
      fc.integer({ min: -300, max: 300 }),
      fc.maxSafeInteger().map((value) => Math.trunc(value / 2) + 0),
      fc.constantFrom(0, 63, 64, -64, -65, 2 ** 31, -(2 ** 31), 2 ** 52 - 1, 1 - 2 ** 52),
    );
    fc.assert(
      fc.property(fc.array(signed), (values) => {
        const out = byteWriter();
        for (const value of values) out.signed(value);
        out.count(Number.MAX_SAFE_INTEGER);
        const input = byteReader(out.done());
        assert.deepEqual(
          values.map(() => input.signed('value')),
          values,
        );
        assert.equal(input.count('last'), Number.MAX_SAFE_INTEGER);
      }),
    );
  });

  it('take one byte from −64 to 63 and two beyond', () => {
    assert.deepEqual([-65, -64, 63, 64].map(lengthOf), [2, 1, 1, 2]);
  });

  it('that never end are refused with their place', () => {
    assert.throws(() => byteReader(Uint8Array.of(0x80)).count('step'), /step ends too early, at byte 1/);
    assert.throws(() => byteReader(new Uint8Array(20).fill(0xff)).count('step'), /step holds no number/);
  });
});
