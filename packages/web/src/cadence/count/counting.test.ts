import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { evenly, stepRate } from './step-rate.ts';
import { tappedCadence } from './tapped-cadence.ts';

const taps = (spm: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => 1000 + (i * 120_000) / spm);

describe('tapping', () => {
  it('one foot 84 times a minute is 168 steps', () => {
    assert.ok(Math.abs((tappedCadence(taps(168, 85)) ?? 0) - 168) < 1e-9);
  });
  it('says nothing before ten taps', () => {
    assert.equal(tappedCadence(taps(168, 9)), null);
    assert.notEqual(tappedCadence(taps(168, 10)), null);
  });
  it('is not misled by a tap missed or doubled', () => {
    const all = taps(170, 60);
    const missed = all.filter((_, i) => i !== 20 && i !== 41);
    const doubled = all.flatMap((at, i) => (i === 30 ? [at, at + 60] : [at]));
    for (const some of [missed, doubled])
      assert.ok(Math.abs((tappedCadence(some) ?? 0) - 170) < 0.5, String(tappedCadence(some)));
  });
  it('stands a hand that is 40 ms early or late: within a step and a half over a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 140, max: 200 }),
        fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 70, maxLength: 70 }),
        (spm, offs) => {
          const tapped = taps(spm, 70).map((at, i) => at + (offs[i] ?? 0));
          assert.ok(Math.abs((tappedCadence(tapped) ?? 0) - spm) < 1.5);
        },
      ),
    );
  });
});

/** A shake a step, harder on one foot, with noise from a fixed seed. */
function shaken(spm: number, unevenness: number, noise: number, rateHz = 50, seconds = 12): Float64Array {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647 - 0.5;
  };
  return Float64Array.from({ length: rateHz * seconds }, (_, i) => {
    const phase = (spm / 60) * (i / rateHz);
    const foot = Math.floor(phase) % 2 === 0 ? 1 + unevenness : 1 - unevenness;
    return 9.81 + 4 * foot * Math.exp(-6 * (phase % 1)) + noise * random();
  });
}

describe('the rate of steps in a signal', () => {
  it('is found within a step and a half, from 130 to 220, on one foot harder than on the other, in noise', () => {
    for (let spm = 130; spm <= 220; spm += 5)
      for (const unevenness of [0, 0.15]) {
        const rate = stepRate(shaken(spm, unevenness, 1), 50);
        assert.ok(rate !== null && Math.abs(rate.cadenceSpm - spm) < 1.5, `${spm}: ${rate?.cadenceSpm}`);
      }
  });
  it('is not told of a phone that lies still, of noise, or of seven seconds', () => {
    assert.equal(stepRate(new Float64Array(600).fill(9.81), 50), null);
    assert.equal(stepRate(shaken(160, 0, 60), 50), null);
    assert.equal(stepRate(shaken(160, 0, 0, 50, 7), 50), null);
  });
  it('is the same from events at uneven times', () => {
    const even = shaken(170, 0, 0.2, 100);
    const times: number[] = [];
    const values: number[] = [];
    for (let i = 0; i < even.length; i += i % 3 === 0 ? 1 : 2) {
      times.push(10 * i);
      values.push(even[i] ?? 0);
    }
    const rate = stepRate(evenly(times, values, 50), 50);
    assert.ok(rate !== null && Math.abs(rate.cadenceSpm - 170) < 1.5);
  });
  it('of no events is none', () => {
    assert.equal(evenly([], [], 50).length, 0);
  });
});
