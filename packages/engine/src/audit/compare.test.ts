import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareWeeks, verdictOf } from './compare.ts';

const KM = { scale: 'log', s0: 0.28, least: 0.25 } as const;
const CADENCE = { scale: 'as-is', s0: 1.5, least: 3 } as const;
const USUAL_KM = [30, 28, 33, 25, 31, 36, 29, 27, 30, 34, 22, 31];

const near = (actual: number, expected: number, tolerance: number) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

describe('compareWeeks, golden figures of models.md F (worked out there, by another program)', () => {
  it('finds km 45 48 clearly above twelve weeks round 30', () => {
    const found = compareWeeks(USUAL_KM, [45, 48], KM);
    near(found.effect, 0.422, 0.0005);
    near(found.se, 0.154, 0.0005);
    near(found.z, 2.75, 0.005);
    near(found.change, 53, 0.5);
    assert.equal(found.verdict, 'clear');
  });

  it('gives .467 (+60 %), .165, 2.83 with a usual week of 4 instead of 31', () => {
    const found = compareWeeks(USUAL_KM.with(4, 4), [45, 48], KM);
    near(found.effect, 0.467, 0.0005);
    near(found.se, 0.165, 0.0005);
    near(found.z, 2.83, 0.005);
    near(found.change, 60, 0.5);
  });

  it('gives .316 (+37 %), .116, 2.72 over the last four weeks 31 44 45 48', () => {
    // The last two alone stand out a little more (2.75), so four are looked at by hiding the order of the weeks.
    const found = compareWeeks(USUAL_KM, [45, 48, 31, 44], KM);
    assert.equal(found.weeks, 4);
    near(found.effect, 0.316, 0.0005);
    near(found.se, 0.116, 0.0005);
    near(found.z, 2.72, 0.005);
    near(found.change, 37, 0.5);
    assert.equal(compareWeeks(USUAL_KM, [31, 44, 45, 48], KM).weeks, 2);
  });

  it('finds a cadence of 166 165.2 clearly below six weeks round 170', () => {
    const found = compareWeeks([171, 169.5, 170.2, 170.8, 168.9, 170.1], [166, 165.2], CADENCE);
    near(found.effect, -4.48, 0.005);
    near(found.se, 1.168, 0.0005);
    near(found.z, -3.84, 0.005);
    assert.equal(found.change, found.effect);
    assert.equal(found.verdict, 'clear');
  });
});

describe('verdictOf', () => {
  it('turns possible at |z| 1.9 and clear at 2.6, both ways', () => {
    for (const sign of [1, -1]) {
      assert.equal(verdictOf(sign * 1.89, 1, 0.25), 'within-usual-swing');
      assert.equal(verdictOf(sign * 1.9, 1, 0.25), 'possible');
      assert.equal(verdictOf(sign * 2.59, 1, 0.25), 'possible');
      assert.equal(verdictOf(sign * 2.6, 1, 0.25), 'clear');
    }
  });

  it('says nothing of changes below the least worth a word', () => {
    assert.equal(verdictOf(9, 0.2499, 0.25), 'within-usual-swing');
    assert.equal(verdictOf(9, 0.25, 0.25), 'clear');
    assert.equal(verdictOf(9, 0.2501, 0.25), 'clear');
  });
});

describe('compareWeeks', () => {
  it('shows the two weeks that it compares, not a mean that one outlying week has drawn away', () => {
    // 160 km among twelve weeks round 30: the plain mean is 40.4, above most of the weeks before onset.
    const found = compareWeeks(
      [30, 28, 33, 25, 160, 36, 29, 27, 30, 34, 22, 31],
      [40, 41, 44, 45, 45, 48],
      KM,
    );
    near(found.usual, 31.5, 1.5);
    near(found.before, 43.8, 1.5);
    near(found.change, 100 * (found.before / found.usual - 1), 6);
    // A plain mean in, a plain mean out where the scale is.
    const cadence = compareWeeks([170, 170, 170, 170, 170, 170], [166, 165], CADENCE);
    assert.deepEqual([cadence.usual, cadence.before, cadence.change], [170, 165.5, -4.5]);
  });

  it('says a change in the direction of its own two figures', () => {
    const weeks = (least: number) =>
      fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: least, maxLength: 12 });
    fc.assert(
      fc.property(weeks(6), weeks(2), (usual, window) => {
        fc.pre(usual.some((each) => each > 1));
        const found = compareWeeks(usual, window, KM);
        assert.ok(found.usual >= 0 && found.before >= 0);
        if (Math.abs(found.change) > 1)
          assert.equal(Math.sign(found.before - found.usual), Math.sign(found.change));
      }),
    );
  });

  const week = fc.double({ min: 1, max: 200, noNaN: true });
  const usual = fc.array(week, { minLength: 6, maxLength: 12 });
  const window = fc.array(week, { minLength: 2, maxLength: 6 });

  it('does not depend on the unit of a sum', () => {
    fc.assert(
      fc.property(usual, window, (baseline, last) => {
        const km = compareWeeks(baseline, last, KM);
        const m = compareWeeks(
          baseline.map((x) => x * 1000),
          last.map((x) => x * 1000),
          KM,
        );
        near(m.z, km.z, 1e-6 * (1 + Math.abs(km.z)));
      }),
    );
  });

  it('never answers NaN or infinity', () => {
    const sum = fc.double({ min: 0, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(fc.array(sum, { minLength: 6, maxLength: 12 }), window, (baseline, last) => {
        fc.pre(baseline.some((x) => x > 1e-6));
        const { effect, se, z, change } = compareWeeks(baseline, last, KM);
        return [effect, se, z, change].every(Number.isFinite);
      }),
    );
  });

  it('finds nothing in weeks that are all alike', () => {
    const found = compareWeeks(Array(12).fill(30), Array(6).fill(30), KM);
    near(found.effect, 0, 1e-12);
    assert.equal(found.verdict, 'within-usual-swing');
  });

  it('refuses a window of one week and a baseline of nothing', () => {
    assert.throws(() => compareWeeks(USUAL_KM, [45], KM), RangeError);
    assert.throws(() => compareWeeks([0, 0, 0, 0, 0, 0], [45, 48], KM), RangeError);
    assert.throws(() => compareWeeks([], [45, 48], KM), RangeError);
  });
});
