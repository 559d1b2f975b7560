import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { sourceOf } from '../evidence/sources.ts';
import { run } from '../testing/histories.ts';
import { ROTATION_EVIDENCE, shoeRotation } from './rotation.ts';
import { type Shoe, retireShoe, shoeBackInUse, shoeUse, usualShoe } from './shoe.ts';
import { type TransitionKind, shoeTransition, transitionKind } from './transition.ts';
import { WEAR_EVIDENCE, WEAR_QUESTIONS, wearBand, wearCheck } from './wear.ts';

const DATE = '2026-11-24';
const back = (days: number): string => isoDay(parseIsoDay(DATE) - days);
const shoe = (id: string, more: Partial<Shoe> = {}): Shoe => ({
  id,
  name: id,
  since: null,
  startM: 0,
  dropMm: 10,
  stackMm: 30,
  retiredOn: null,
  ...more,
});
const runsOn = (days: readonly number[], km = 10) =>
  days.map((day) => run({ at: back(day), km, id: `r${day}` }));
const inShoe = (id: string, days: readonly number[]) => new Map(days.map((day) => [`r${day}`, id]));

describe('kilometres on a shoe', () => {
  const runs = runsOn([9, 5, 2]);
  it('are the starting figure and the runs that name it', () => {
    const use = shoeUse(shoe('a', { startM: 120_000 }), runs, inShoe('a', [9, 2]));
    assert.deepEqual([use.runs, use.runM, use.totalM], [2, 20_000, { known: true, value: 140_000 }]);
    assert.deepEqual([use.firstDate, use.lastDate], [back(9), back(2)]);
  });
  it('are unknown while nobody said what was on it', () => {
    assert.equal(shoeUse(shoe('a', { startM: null }), runs, inShoe('a', [9])).totalM.known, false);
  });
  it('count a run without a distance as unknown, not as nothing', () => {
    const use = shoeUse(shoe('a'), [run({ at: back(1), id: 'r1' })], inShoe('a', [1]));
    assert.deepEqual([use.runs, use.unknownRuns], [1, 1]);
  });
  it('are refused below nothing', () => {
    assert.throws(() => shoeUse(shoe('a', { startM: -1 }), [], new Map()), RangeError);
  });
  it('stay with a retired shoe, which is then not offered', () => {
    const old = retireShoe(shoe('a'), DATE);
    assert.equal(shoeUse(old, runs, inShoe('a', [9])).runs, 1);
    assert.equal(usualShoe([old], runs, inShoe('a', [9])), null);
    assert.equal(usualShoe([shoeBackInUse(old)], runs, inShoe('a', [9]))?.id, 'a');
    assert.throws(() => retireShoe(old, 'one day'), RangeError);
  });
});

describe('wear', () => {
  it('has bands at 480, 800 and 960 km', () => {
    assert.deepEqual([0, 479_999, 480_000, 799_999, 800_000, 959_999, 960_000].map(wearBand), [
      'nothing',
      'nothing',
      'look',
      'look',
      'most-would-replace',
      'most-would-replace',
      'beyond-advice',
    ]);
    assert.throws(() => wearBand(-1), RangeError);
  });
  const use = (km: number | null) =>
    shoeUse(shoe('a', { startM: km === null ? null : km * 1000 }), [], new Map());
  it('asks to try another pair with two signs, whatever the kilometres', () => {
    assert.equal(wearCheck(use(10), { leans: 'yes' }).advice, 'nothing');
    assert.equal(wearCheck(use(10), { leans: 'yes', 'tread-gone': 'yes' }).advice, 'try-another');
  });
  it('takes unsure for no sign and for no answer', () => {
    const check = wearCheck(use(700), { leans: 'unsure', 'tread-gone': 'no' });
    assert.deepEqual([check.signs, check.open.length, check.advice], [[], 5, 'look']);
  });
  it('cannot tell without kilometres and answers', () => {
    assert.equal(wearCheck(use(null), {}).advice, 'cannot-tell');
    const no = Object.fromEntries(WEAR_QUESTIONS.map((question) => [question, 'no' as const]));
    assert.equal(wearCheck(use(null), no).advice, 'nothing');
  });
  it('names sources that are registered, at their strength', () => {
    for (const { evidence, mark } of [WEAR_EVIDENCE, ROTATION_EVIDENCE])
      assert.equal(sourceOf(evidence).mark, mark);
  });
});

describe('a new pair', () => {
  it('is alike, lower from 4 mm of drop, minimal at 12 mm of sole, else unknown', () => {
    const kind = (from: Partial<Shoe> | null, to: Partial<Shoe>): TransitionKind =>
      transitionKind(from === null ? null : shoe('a', from), shoe('b', to));
    assert.equal(kind({}, { dropMm: 7 }), 'alike');
    assert.equal(kind({}, { dropMm: 6 }), 'lower');
    assert.equal(kind({}, { stackMm: 23 }), 'alike');
    assert.equal(kind({}, { stackMm: 22 }), 'lower');
    assert.equal(kind({}, { stackMm: 12 }), 'minimal');
    assert.equal(kind({ stackMm: 12 }, { stackMm: 12 }), 'alike');
    assert.equal(kind(null, {}), 'unknown');
    assert.equal(kind({ dropMm: null }, {}), 'unknown');
  });
  const share = (to: Partial<Shoe>, days: readonly number[]) =>
    shoeTransition(shoe('a'), shoe('b', to), runsOn(days), inShoe('b', days), DATE).share;
  it('alike is worn for half a run three times, or for 14 days', () => {
    assert.equal(share({}, []), 0.5);
    assert.equal(share({}, [4, 2]), 0.5);
    assert.equal(share({}, [6, 4, 2]), 1);
    assert.equal(share({}, [13]), 0.5);
    assert.equal(share({}, [14]), 1);
  });
  it('lower takes a tenth of the week for two weeks, then a tenth more each', () => {
    assert.deepEqual(
      [0, 6, 13, 14, 21, 76, 77].map((day) => share({ dropMm: 4 }, [day])),
      [0.1, 0.1, 0.1, 0.2, 0.3, 1, 1],
    );
  });
  it('minimal takes twenty weeks', () => {
    assert.equal(share({ stackMm: 8 }, [0]), 0.1);
    assert.equal(share({ stackMm: 8 }, [70]), 0.5);
    assert.equal(share({ stackMm: 8 }, [139]), 0.95);
    assert.equal(share({ stackMm: 8 }, [140]), 1);
  });
  it('never takes less of the running as weeks go by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 12 }), (day, dropMm) => {
        assert.ok(share({ dropMm }, [day + 7]) >= share({ dropMm }, [day]));
      }),
    );
  });
  it('is ready for a race after three runs', () => {
    const ready = (days: readonly number[]) =>
      shoeTransition(shoe('a'), shoe('b'), runsOn(days), inShoe('b', days), DATE).raceReady;
    assert.deepEqual([ready([20, 10]), ready([20, 10, 5])], [false, true]);
  });
});

describe('rotation', () => {
  const runs = runsOn([8, 6, 4, 2]);
  const shoeOf = new Map([
    ['r8', 'b'],
    ['r6', 'a'],
    ['r4', 'a'],
    ['r2', 'a'],
  ]);
  it('gives the pair that rested longest, a retired one never', () => {
    const pairs = [shoe('a'), shoe('b')];
    assert.equal(shoeRotation(pairs, runs, shoeOf, DATE).next?.id, 'b');
    assert.equal(shoeRotation([shoe('a'), retireShoe(shoe('b'), back(1))], runs, shoeOf, DATE).next?.id, 'a');
    assert.equal(shoeRotation([], runs, shoeOf, DATE).next, null);
  });
  it('passes over a new pair that has had its share', () => {
    assert.equal(
      shoeRotation([shoe('a'), shoe('b')], runs, shoeOf, DATE, ({ id }) => id !== 'b').next?.id,
      'a',
    );
  });
  it('says how much one pair carries', () => {
    assert.equal(shoeRotation([shoe('a'), shoe('b')], runs, shoeOf, DATE).mostWornShare, 0.75);
    assert.equal(shoeRotation([shoe('c')], runs, shoeOf, DATE).mostWornShare, null);
  });
});
