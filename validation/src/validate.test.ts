import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedText } from './data-folder.ts';
import { leastSquares } from './least-squares.ts';
import { agrees, atLeast, atMost, knownMiss, noWorse, skipped, type Subject } from './row.ts';
import { validationText } from './table.ts';
import { treadmillRunnerRows } from './treadmill-runners.ts';
import { allHold, validateOnData } from './validate.ts';

const subject: Subject = { section: 'C0', quantity: 'x', source: 'test', unit: 'm' };

/** Worked out once for all tests: it reads a month of files. Simulated runners have tests of their own. */
const everything = validateOnData();

describe('validate', () => {
  it('holds every figure that should hold', async () => {
    assert.deepEqual(
      (await everything).filter(({ verdict }) => verdict === 'fails'),
      [],
    );
  });
  it('covers sections C1 to C10 of the evidence and E of the models', async () => {
    const sections = new Set((await everything).map(({ section }) => section));
    for (const section of ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'E'])
      assert.ok(sections.has(section), section);
  });
  it('prints Petersen and Doyle as misses, residual included', async () => {
    const missed = (await everything).filter(
      ({ source }) => source === 'petersen-2015' || source === 'doyle-2023',
    );
    assert.equal(missed.length, 4);
    for (const { verdict, difference } of missed) {
      assert.equal(verdict, 'misses');
      assert.ok(Math.abs(difference ?? 0) > 3);
    }
  });
  it('keeps the error on single runners within 16 %, with flexion 14 %, for changes 10 %', (t) => {
    if (sharedText('biomechanics/rbds-running.csv') === null) {
      t.skip('needs ../shared/data/biomechanics/rbds-running.csv');
      return;
    }
    const of = (quantity: string, form: string): number | null =>
      treadmillRunnerRows().find((row) => row.quantity === `error of ${quantity}: ${form}`)?.ours ?? null;
    for (const how of ['as shipped', 'runner left out of the fit']) {
      assert.ok((of(`peak force, ${how}`, 'speed, cadence') ?? 99) <= 16);
      assert.ok((of(`peak force, ${how}`, 'speed, flexion') ?? 99) <= 14);
      assert.ok((of(`a runner's own change of peak force, ${how}`, 'speed, cadence') ?? 99) <= 10);
    }
  });
});

describe('rows', () => {
  it('hold at the tolerance and fail beyond it', () => {
    assert.equal(agrees(subject, 1, 1.25, 0.25).verdict, 'holds');
    assert.equal(agrees(subject, 1, 1.26, 0.25).verdict, 'fails');
    assert.equal(atMost(subject, 10, 10).verdict, 'holds');
    assert.equal(atMost(subject, 10, 10.1).verdict, 'fails');
    assert.equal(atLeast(subject, 10, 10).verdict, 'holds');
    assert.equal(atLeast(subject, 10, 9.9).verdict, 'fails');
    assert.equal(noWorse(subject, 10, 12, 2).verdict, 'holds');
    assert.equal(noWorse(subject, 10, 1, 2).verdict, 'holds');
    assert.equal(noWorse(subject, 10, 12.1, 2).verdict, 'fails');
  });
  it('of known misses hold within the tolerance, are misses up to their worst, and fail beyond', () => {
    const miss = (ours: number): string => knownMiss(subject, 80, ours, { within: 5, atWorst: 20 }).verdict;
    assert.deepEqual([60, 59.9].map(miss), ['misses', 'fails']);
    assert.deepEqual([74.9, 75, 85, 85.1].map(miss), ['misses', 'holds', 'holds', 'misses']);
    assert.deepEqual([100, 100.1].map(miss), ['misses', 'fails']);
    assert.deepEqual(
      [10, 11, 11.1].map((ours) => atMost(subject, 10, ours, 11).verdict),
      ['holds', 'misses', 'fails'],
    );
    assert.deepEqual(
      [10, 9, 8.9].map((ours) => atLeast(subject, 10, ours, 9).verdict),
      ['holds', 'misses', 'fails'],
    );
    assert.deepEqual(
      [12, 13, 13.1].map((ours) => noWorse(subject, 10, ours, 2, 1).verdict),
      ['holds', 'misses', 'fails'],
    );
  });
  it('that fail make the whole fail; misses and skips do not', () => {
    const miss = knownMiss(subject, 80, 100, { within: 5, atWorst: 20 });
    assert.equal(allHold([miss, skipped(subject, 'no file')]), true);
    assert.equal(allHold([miss, atMost(subject, 1, 2)]), false);
  });
  it('are printed with quantity, source, both figures, difference and verdict', () => {
    const text = validationText([agrees(subject, 1, 1.25, 0.25), skipped(subject, 'no file')]);
    assert.match(text, /C0\s+x \(m\)\s+test\s+1\s+1\.25\s+\+0\.25\s+± 0\.25\s+holds/);
    assert.match(text, /no file\s+skipped/);
    assert.match(text, /1 hold, 0 fail, 0 are known misses, 0 compared only, 1 skipped/);
  });
});

describe('leastSquares', () => {
  it('finds a plane exactly, and the line 1.5 + 0.5x through (1,2) (2,3) (3,2) (4,4) in any order', () => {
    const plane = leastSquares(
      [
        [1, 0, 0],
        [1, 1, 0],
        [1, 0, 1],
        [1, 2, 3],
      ],
      [1, 3, 0, 2],
    );
    for (const [i, value] of [1, 2, -1].entries()) assert.ok(Math.abs((plane[i] ?? 0) - value) < 1e-12);
    // By hand: means 2.5 and 2.75, Sxy 2.5, Sxx 5: slope 0.5, intercept 1.5.
    const line = leastSquares(
      [
        [1, 4],
        [1, 1],
        [1, 3],
        [1, 2],
      ],
      [4, 2, 2, 3],
    );
    assert.ok(Math.abs((line[0] ?? 0) - 1.5) < 1e-12 && Math.abs((line[1] ?? 0) - 0.5) < 1e-12);
  });
  it('refuses columns that depend on each other, and rows without values', () => {
    assert.throws(
      () =>
        leastSquares(
          [
            [1, 2],
            [2, 4],
            [3, 6],
          ],
          [1, 2, 3],
        ),
      /must not depend/,
    );
    assert.throws(() => leastSquares([[1]], []), RangeError);
    assert.throws(() => leastSquares([], []), RangeError);
  });
});
