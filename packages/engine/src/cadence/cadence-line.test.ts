import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type CadenceHistory,
  cadenceAt,
  cadenceLine,
  cadenceLineSoFar,
  LINE_HISTORY_DAYS,
} from './cadence-line.ts';
import { referenceCadenceSpm } from './reference-cadence.ts';

const near = (actual: number | null, expected: number, tolerance: number): void => {
  assert.ok(actual !== null && Math.abs(actual - expected) <= tolerance, `${actual} against ${expected}`);
};
/** A run of bins at speeds `from`, `from + step`, … */
const run = (from: number, step: number, cadences: readonly number[], ageDays = 0): CadenceHistory => ({
  ageDays,
  bins: cadences.map((cadenceSpm, i) => ({ speedMps: from + step * i, cadenceSpm, gradeRatio: null })),
});
/** Twelve bins on a line of 160 at 2.8 m/s, slope 10. */
const onLine = (level = 0, ageDays = 0): CadenceHistory =>
  run(
    2.5,
    0.05,
    Array.from({ length: 12 }, (_, i) => 157 + 0.5 * i + level),
    ageDays,
  );

const tilted = (gradeRatio: number): CadenceHistory => ({
  ageDays: 0,
  bins: onLine().bins.map(({ speedMps, cadenceSpm }) => ({ speedMps, cadenceSpm, gradeRatio })),
});

/** The second golden history of models.md E. */
const five: readonly CadenceHistory[] = [
  run(2.6, 0.1, [164, 165.6, 165.5, 167.8, 168, 169.3], 100),
  run(2.7, 0.1, [161, 162.4, 163.1, 164.9, 165.2, 167], 60),
  run(2.5, 0.1, [166, 166.6, 168.7, 169.2, 170.9, 140], 30),
  run(2.6, 0.2, [163.2, 166.1, 167.4, 170.6, 171.3, 174.9, 176], 10),
  run(2.8, 0.1, [169, 170.4, 170.9, 172.8, 173, 174.6], 0),
];

describe('cadenceLine', () => {
  it('gives the second golden line of models.md E: 168.0 at 2.9 m/s, slope 10.8', () => {
    const line = cadenceLine(five);
    assert.equal(line.from, 'own');
    near(line.centreMps, 2.9, 1e-9);
    near(line.binSd, 0.564, 5e-4);
    near(line.slope, 10.757, 5e-4);
    near(line.slopeSe, 0.91, 5e-4);
    near(line.daySd, 3.511, 5e-4);
    near(line.centreSpm, 168.024, 5e-4);
    near(line.centreSe, 2.028, 5e-4);
    near(cadenceAt(line, 3.3).cadenceSpm, 172.33, 5e-3);
    near(cadenceAt(line, 3.3).se, 2.06, 5e-3);
  });
  it('gives the first golden line of models.md E, from 18 bins: 165.55 at 2.85 m/s, slope 9.98', () => {
    const three = [
      run(2.6, 0.1, [164, 165, 166, 167, 168, 169]),
      run(2.7, 0.1, [163, 164, 165.5, 166, 167, 168]),
      run(2.5, 0.1, [162, 163.5, 164, 165, 166.5, 140]),
    ];
    assert.equal(cadenceLine(three).from, 'population');
    const line = cadenceLineSoFar(three);
    near(line.centreMps, 2.85, 1e-9);
    near(line.centreSpm, 165.55, 5e-3);
    near(line.slope, 9.98, 5e-3);
    near(line.centreSe, 1.394, 5e-4);
    near(line.slopeSe, 1.454, 5e-4);
    near(cadenceAt(line, 3.3).cadenceSpm, 170.04, 5e-3);
    near(cadenceAt(line, 3.3).se, 1.54, 5e-3);
  });
  it('does not depend on the order of runs', () => {
    const line = cadenceLine(five);
    const turned = cadenceLine(five.toReversed());
    near(turned.centreSpm, line.centreSpm, 1e-9);
    near(turned.slope, line.slope, 1e-9);
  });
  it('needs three runs and thirty bins, and speaks for the population before', () => {
    assert.deepEqual(
      [cadenceLine([onLine(), onLine(1)]).from, cadenceLine([]).from],
      ['population', 'population'],
    );
    assert.equal(cadenceLine([onLine(), onLine(1), onLine(2)]).from, 'own');
    // 10 + 10 + 9 bins, then one more.
    const short = (n: number): CadenceHistory => ({ ageDays: 0, bins: onLine().bins.slice(0, n) });
    assert.equal(cadenceLine([short(10), short(10), short(9)]).from, 'population');
    assert.equal(cadenceLine([short(10), short(10), short(10)]).from, 'own');
    assert.equal(cadenceLine([short(12), short(12), short(6)]).from, 'own');
    assert.equal(cadenceLine([short(12), short(12), short(12), short(5)]).runs, 3);
  });
  it('puts the population’s line 10 either way', () => {
    const at = cadenceAt(cadenceLine([]), 3);
    near(at.cadenceSpm, referenceCadenceSpm(3), 1e-9);
    near(at.high - at.cadenceSpm, 10, 1e-9);
    near(at.cadenceSpm - at.low, 10, 1e-9);
  });
  it('keeps bins up to 4 % of grade and drops steeper ones', () => {
    const bins = [0.039, 0.04, -0.04, 0.041, -0.041].map(
      (grade) => cadenceLine([onLine(), onLine(), onLine(), tilted(grade)]).bins,
    );
    assert.deepEqual(bins, [48, 48, 48, 36, 36]);
  });
  it('passes over runs older than 180 days and runs of the future', () => {
    const runs = [onLine(), onLine(), onLine()];
    assert.equal(cadenceLine([...runs, onLine(9, LINE_HISTORY_DAYS)]).runs, 4);
    assert.equal(cadenceLine([...runs, onLine(9, LINE_HISTORY_DAYS + 1), onLine(9, -1)]).runs, 3);
  });
  it('follows recent runs: a shift of 6 of last week outweighs the same number of runs four months ago', () => {
    const old = [onLine(0, 120), onLine(0, 125), onLine(0, 130)];
    const recent = [onLine(6, 1), onLine(6, 3), onLine(6, 5)];
    assert.ok(cadenceAt(cadenceLine([...old, ...recent]), 2.8).cadenceSpm > 164);
  });
  it('is not moved by a wild bin', () => {
    const wild = {
      ageDays: 0,
      bins: [...onLine().bins, { speedMps: 2.8, cadenceSpm: 235, gradeRatio: null }],
    };
    near(cadenceAt(cadenceLine([onLine(), onLine(), wild]), 2.8).cadenceSpm, 160, 0.2);
  });
  it('is surer of itself, on average, with more runs', () => {
    const runs = fc.array(fc.double({ noNaN: true, min: -6, max: 6 }), { minLength: 4, maxLength: 12 });
    let before = 0;
    let after = 0;
    fc.assert(
      fc.property(runs, (levels) => {
        const history = levels.map((level) => onLine(level));
        before += cadenceLine(history.slice(0, 3)).centreSe;
        after += cadenceLine(history).centreSe;
        return true;
      }),
      { numRuns: 60, seed: 7 },
    );
    assert.ok(after < before, `${after} against ${before}`);
  });
  it('never gives a figure that is not finite', () => {
    const bin = fc.record({
      speedMps: fc.double({ noNaN: true, min: 1.5, max: 7 }),
      cadenceSpm: fc.double({ noNaN: true, min: 130, max: 240 }),
      gradeRatio: fc.constantFrom(null, 0, 0.03, 0.09),
    });
    const history = fc.array(
      fc.record({
        ageDays: fc.double({ noNaN: true, min: 0, max: 400 }),
        bins: fc.array(bin, { maxLength: 20 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(history, fc.double({ noNaN: true, min: 1.5, max: 7 }), (runs, v) => {
        const at = cadenceAt(cadenceLine(runs), v);
        return (
          Object.values(at).every(Number.isFinite) && at.low <= at.cadenceSpm && at.cadenceSpm <= at.high
        );
      }),
    );
  });
  it('refuses a speed of 0', () => {
    assert.throws(() => cadenceAt(cadenceLine([]), 0), /speedMps must be above 0, got 0/);
    assert.throws(() => cadenceAt(cadenceLine([]), Number.NaN), RangeError);
  });
});
