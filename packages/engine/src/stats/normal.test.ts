import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';

/** An independent way to Φ: ½ + φ(x)(x + x³/3 + x⁵/15 + …), summed until it stands still (Marsaglia 2004). */
function marsagliaCdf(x: number): number {
  let sum = x;
  let term = x;
  for (let i = 3; i < 400; i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

describe('normalCdf', () => {
  it('agrees with published digits', () => {
    // NIST Handbook of Mathematical Functions, table 26.1, and Wolfram for the far tail.
    const published: readonly (readonly [number, number])[] = [
      [0, 0.5],
      [1, 0.841_344_746_068_542_9],
      [1.96, 0.975_002_104_851_779_5],
      [-1, 0.158_655_253_931_457_05],
      [-3, 1.349_898_031_630_094_6e-3],
      [-5, 2.866_515_718_791_939e-7],
      [-8, 6.220_960_574_271_785e-16],
    ];
    for (const [x, value] of published) {
      assert.ok(Math.abs(normalCdf(x) - value) <= 1e-8 * value + 1e-15, `x ${x}: ${normalCdf(x)}`);
    }
  });
  it('agrees with Marsaglia’s series to 1e-12 between -6 and 6', () => {
    for (let x = -6; x <= 6; x += 0.037) {
      assert.ok(Math.abs(normalCdf(x) - marsagliaCdf(x)) < 1e-12, `x ${x}`);
    }
  });
  it('reaches 0 and 1 at the ends and refuses NaN', () => {
    assert.equal(normalCdf(Number.NEGATIVE_INFINITY), 0);
    assert.equal(normalCdf(Number.POSITIVE_INFINITY), 1);
    assert.throws(() => normalCdf(Number.NaN), RangeError);
  });
  it('rises, and mirrors around a half', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -30, max: 30 }),
        (x) => normalCdf(x + 0.01) >= normalCdf(x) && Math.abs(normalCdf(x) + normalCdf(-x) - 1) < 1e-14,
      ),
    );
  });
});

describe('normalQuantile', () => {
  it('gives 1.959964 for 0.975 and -1.281552 for 0.1', () => {
    // R: qnorm(.975), qnorm(.1).
    assert.ok(Math.abs(normalQuantile(0.975) - 1.959_963_984_540_054) < 1e-12);
    assert.ok(Math.abs(normalQuantile(0.1) + 1.281_551_565_544_6) < 1e-12);
  });
  it('turns the distribution function back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 1e-12, max: 1 - 1e-9 }), (p) => {
        const back = normalCdf(normalQuantile(p));
        return Math.abs(back - p) <= 1e-9 * p + 1e-15;
      }),
    );
  });
  it('refuses 0, 1 and beyond', () => {
    for (const p of [0, 1, -0.1, 1.1, Number.NaN]) assert.throws(() => normalQuantile(p), /between 0 and 1/);
  });
});
