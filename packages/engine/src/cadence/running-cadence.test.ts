import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ENOUGH_RUNNING_SAMPLES, RUNNING_FROM_SPM, runningCadenceSpm } from './running-cadence.ts';
import { referenceCadenceSpm } from './reference-cadence.ts';

const seconds = (count: number, spm: number): number[] => Array.from({ length: count }, () => spm);

describe('runningCadenceSpm', () => {
  it('ignores walking breaks', () => {
    assert.deepEqual(runningCadenceSpm([...seconds(90, 172), ...seconds(300, 110)]), {
      known: true,
      value: 172,
    });
  });
  it('counts 130 as running, 129.9 as walking', () => {
    assert.equal(runningCadenceSpm(seconds(10, RUNNING_FROM_SPM)).known, true);
    assert.equal(runningCadenceSpm(seconds(10, 129.9)).known, false);
    assert.deepEqual(runningCadenceSpm(seconds(10, 131)), { known: true, value: 131 });
  });
  it('says how much more is needed instead of guessing', () => {
    assert.deepEqual(runningCadenceSpm(seconds(ENOUGH_RUNNING_SAMPLES - 1, 172)), {
      known: false,
      because: { reason: 'too-little-data', what: 'running samples with cadence', have: 9, need: 10 },
    });
    assert.equal(runningCadenceSpm(seconds(ENOUGH_RUNNING_SAMPLES, 172)).known, true);
  });
  it('never leaves the range of what was measured, whatever is missing in between', () => {
    const sample = fc.oneof(fc.double({ noNaN: true, min: 0, max: 260 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 200 }), (spm) => {
        const cadence = runningCadenceSpm(spm);
        const running = spm.filter((value) => value >= RUNNING_FROM_SPM);
        return cadence.known
          ? cadence.value >= Math.min(...running) && cadence.value <= Math.max(...running)
          : running.length < ENOUGH_RUNNING_SAMPLES;
      }),
    );
  });
});

describe('referenceCadenceSpm', () => {
  it('is within 1.5 steps/min of the treadmill means 161.7, 171.5 and 184.1 at 2.5, 3.5 and 4.5 m/s', () => {
    // evidence B2b, table of 26 runners.
    for (const [v, spm] of [
      [2.5, 161.7],
      [3.5, 171.5],
      [4.5, 184.1],
    ] as const) {
      assert.ok(Math.abs(referenceCadenceSpm(v) - spm) < 1.5, `${v} m/s: ${referenceCadenceSpm(v)}`);
    }
  });
});
