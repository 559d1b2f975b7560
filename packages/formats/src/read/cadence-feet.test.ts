import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bothFeet } from './cadence-feet.ts';

const all = (value: number, count = 60): Float64Array => new Float64Array(count).fill(value);

/** What a file of one cadence at one speed comes to. */
function judged(
  cadence: number,
  mps: number,
  perLegByFormat: boolean,
  sport = 'running',
): [number | undefined, string | undefined] {
  const { cadenceSpm, warnings } = bothFeet(all(cadence), all(mps), sport, perLegByFormat);
  return [cadenceSpm[0], warnings[0]?.code];
}

describe('one leg or both', () => {
  it('at running speed is one leg up to 110, both from 120, unsure between', () => {
    assert.deepEqual(judged(109, 3, false), [218, 'cadence-doubled']);
    assert.deepEqual(judged(110, 3, false), [220, 'cadence-doubled']);
    assert.deepEqual(judged(111, 3, false), [111, 'cadence-unsure']);
    assert.deepEqual(judged(119, 3, false), [119, 'cadence-unsure']);
    assert.deepEqual(judged(120, 3, false), [120, undefined]);
    assert.deepEqual(judged(172, 3, false), [172, undefined]);
  });

  it('at walking speed is one leg up to 70, both from 85, unsure between', () => {
    assert.deepEqual(judged(70, 1.4, false, 'walking'), [140, 'cadence-doubled']);
    assert.deepEqual(judged(71, 1.4, false, 'walking'), [71, 'cadence-unsure']);
    assert.deepEqual(judged(84, 1.4, false, 'walking'), [84, 'cadence-unsure']);
    assert.deepEqual(judged(85, 1.4, false, 'walking'), [85, undefined]);
  });

  it('counts as running from 2 m/s', () => {
    assert.deepEqual(judged(100, 1.99, false), [100, undefined]);
    assert.deepEqual(judged(100, 2, false), [200, 'cadence-doubled']);
  });

  it('judges a run with 30 running samples by them, with 29 by all', () => {
    const speeds = (running: number): Float64Array => all(1.4).fill(3, 0, running);
    const cadence = all(100);
    assert.equal(bothFeet(cadence, speeds(29), 'running', false).cadenceSpm[0], 100);
    assert.equal(bothFeet(cadence, speeds(30), 'running', false).cadenceSpm[0], 200);
  });

  it('doubles by the format without a remark, unless the figures speak against it', () => {
    assert.deepEqual(judged(88, 3, true), [176, undefined]);
    assert.deepEqual(judged(115, 3, true), [230, 'cadence-unsure']);
    assert.deepEqual(judged(176, 3, true), [176, 'cadence-both-feet']);
  });

  it('leaves cranks and strokes as they are, and is unsure without a sport', () => {
    assert.deepEqual(judged(85, 8, false, 'cycling'), [85, undefined]);
    assert.deepEqual(judged(85, 3, false, 'unknown'), [85, 'cadence-unsure']);
  });
});
