import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { advance, capacityPrior, type CapacityState } from './capacity-state.ts';
import { edgeLoad, exceedProbability, loadForShare, planLoad, tooMuchShare } from './exceed.ts';
import { learnFrom } from './learn-from.ts';
import { observe, type ObservedRun, teaches } from './observe.ts';

const CEILING = 3;
/** How near the search for a load comes, and a cell of the grid, as shares. */
const CLOSE = 1e-4;
const A_CELL = 0.05;
const anyRun: fc.Arbitrary<ObservedRun> = fc.record({
  load: fc.double({ min: 0.2, max: 30, noNaN: true }),
  leftover: fc.double({ min: 0, max: 10, noNaN: true }),
  painBefore: fc.constantFrom(0, 1),
  ceiling: fc.constant(CEILING),
  said: fc.oneof(
    fc.record({ kind: fc.constant('pain' as const), worst: fc.integer({ min: 0, max: 10 }) }),
    fc.record({
      kind: fc.constant('onset' as const),
      load: fc.double({ min: 0.1, max: 20, noNaN: true }),
    }),
    fc.record({ kind: fc.constant('reached' as const), reached: fc.boolean() }),
    fc.constant({ kind: 'nothing' as const }),
  ),
  unsettled: fc.constantFrom(true, false, null),
});
const history = fc.array(anyRun, { maxLength: 12 });
const after = (runs: readonly ObservedRun[]): CapacityState =>
  runs.reduce((state, run) => learnFrom(advance(state, 2), run), capacityPrior(4));

describe('the chance of too much', () => {
  it('rises with load, leftover and pain before, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0, max: 40, noNaN: true }), (runs, load) => {
        const state = after(runs);
        const chance = exceedProbability(state, load, 0.5, 0);
        assert.ok(chance >= 0 && chance <= 1);
        assert.ok(exceedProbability(state, load + 0.5, 0.5, 0) >= chance - 1e-12);
        assert.ok(exceedProbability(state, load, 1, 0) >= chance - 1e-12);
        assert.ok(exceedProbability(state, load, 0.5, 1) >= chance - 1e-12);
      }),
      { numRuns: 60 },
    );
  });
  it('is one in ten, one in two and 99 in 100 at the load found for it', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const state = after(runs);
        for (const share of [0.1, 0.5, 0.99]) {
          const load = loadForShare(state, share, 0, 0);
          assert.ok(Math.abs(exceedProbability(state, load, 0, 0) - share) < 1e-4, `${share}`);
        }
      }),
      { numRuns: 40 },
    );
  });
  it('counts raised mornings on days that bear the load', () => {
    // A knee that does not vary: only mornings are left, at exactly their own share. Φ((0.1 - 0.5) / 0.25) = 0.0548.
    assert.ok(Math.abs(tooMuchShare(-0.1, 0.001, 0.3) - 0.0548) < 0.001);
    assert.equal(tooMuchShare(3, 0.2, 0.1), 1);
    assert.ok(tooMuchShare(-3, 0.2, 0.1) < 1e-12);
  });
  it('is 0 for no load, and refuses a share of 0 or 1', () => {
    assert.equal(exceedProbability(capacityPrior(4), 0, 0, 0), 0);
    assert.throws(() => loadForShare(capacityPrior(4), 0, 0, 0), /share must be between 0 and 1/);
    assert.throws(() => loadForShare(capacityPrior(4), 1, 0, 0), RangeError);
  });
});

describe('the edge', () => {
  it('is three finite numbers in order, nearer for one in ten, whatever was said', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const state = after(runs);
        const { q10, q50, q90 } = edgeLoad(state, 0.2, 0, 0);
        assert.ok(q10 > 0 && q10 <= q50 && q50 <= q90 && Number.isFinite(q90));
        assert.ok(edgeLoad(state, 0.1, 0, 0).q50 <= q50);
      }),
      { numRuns: 80 },
    );
  });
  it('is nearer with load left over and with pain before, and never below 0', () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0, max: 60, noNaN: true }), (runs, leftover) => {
        const state = after(runs);
        for (const near of [edgeLoad(state, 0.2, leftover, 0), edgeLoad(state, 0.2, 0, 1)]) {
          assert.ok(near.q10 >= 0 && near.q50 <= edgeLoad(state, 0.2, 0, 0).q50);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('and the plan are never moved away by worse pain in the last run', () => {
    fc.assert(
      fc.property(history, anyRun, fc.integer({ min: 0, max: 9 }), (runs, run, worst) => {
        const state = advance(after(runs), 2);
        const [less, more] = [worst, worst + 1].map((pain) =>
          learnFrom(state, { ...run, said: { kind: 'pain', worst: pain } }),
        );
        assert.ok(less && more);
        assert.ok(planLoad(more, 0, 0) <= planLoad(less, 0, 0) * (1 + CLOSE));
        // The guard goes by the plan: the middle of the edge may lie a cell of the grid off.
        assert.ok(edgeLoad(more, 0.2, 0, 0).q50 <= edgeLoad(less, 0.2, 0, 0).q50 * (1 + A_CELL));
      }),
      { numRuns: 200 },
    );
  });
  it('is never moved away by a raised morning after a run within it', () => {
    fc.assert(
      fc.property(history, anyRun, fc.double({ min: 0.1, max: 1, noNaN: true }), (runs, run, share) => {
        const state = advance(after(runs), 2);
        const load = share * edgeLoad(state, 0.2, 0, 0).q90;
        const edge = (unsettled: boolean): number =>
          edgeLoad(
            observe(state, { ...run, load, leftover: 0, said: { kind: 'pain', worst: 1 }, unsettled }),
            0.2,
            0,
            0,
          ).q50;
        assert.ok(edge(true) <= edge(false) * (1 + 1e-9));
      }),
      { numRuns: 100 },
    );
  });
  it('gives the same numbers twice', () => {
    fc.assert(
      fc.property(history, (runs) => {
        assert.deepEqual(after(runs).weights, after(runs).weights);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a plan', () => {
  it('stays within the load of one in ten, and shrinks faster on a sore day', () => {
    const state = after([
      {
        load: 4,
        leftover: 0,
        painBefore: 0,
        ceiling: CEILING,
        said: { kind: 'onset', load: 3.5 },
        unsettled: false,
      },
    ]);
    assert.equal(planLoad(state, 0, 0), loadForShare(state, 0.1, 0, 0));
    assert.ok(planLoad(state, 0, 1) < loadForShare(state, 0.1, 0, 1));
  });
});

describe('what a run teaches', () => {
  const state = capacityPrior(4);
  const run: ObservedRun = {
    load: 3,
    leftover: 0,
    painBefore: 0,
    ceiling: CEILING,
    said: { kind: 'pain', worst: 1 },
    unsettled: null,
  };
  it('is nothing from pain of 2 before on, or where nothing was said', () => {
    assert.equal(observe(state, { ...run, painBefore: 2 }), state);
    assert.notEqual(observe(state, { ...run, painBefore: 1.9 }), state);
    const silent: ObservedRun = { ...run, said: { kind: 'nothing' } };
    assert.equal(observe(state, silent), state);
    assert.equal(teaches({ ...silent, unsettled: false }), true);
  });
  it('is less about the load when the pain was there before', () => {
    const edge = (ofBefore: number): number =>
      edgeLoad(observe(state, { ...run, said: { kind: 'pain', worst: 2, ofBefore } }), 0.2, 0, 0).q50;
    assert.ok(edge(1) > edge(0));
  });
  it('is most with the place of the ceiling, less with reached-or-not', () => {
    const width = (said: ObservedRun['said']): number => {
      const { q10, q90 } = edgeLoad(observe(state, { ...run, said }), 0.2, 0, 0);
      return q90 / q10;
    };
    assert.ok(width({ kind: 'onset', load: 2.5 }) < width({ kind: 'reached', reached: true }));
  });
  it('refuses loads that are none', () => {
    assert.throws(() => observe(state, { ...run, load: 0 }), /load must be above 0/);
    assert.throws(() => observe(state, { ...run, leftover: -1 }), /leftover must be 0 or more/);
    assert.throws(() => observe(state, { ...run, said: { kind: 'onset', load: 0 } }), /said.load must be/);
    assert.throws(() => observe(state, { ...run, load: Number.NaN }), RangeError);
  });
});
