import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { kneeLoadAt } from '../knee-load/knee-load-at.ts';
import type { CheckIn } from '../pain/check-in.ts';
import type { Run } from '../run/run.ts';
import { checkIn, run, type ShortCheckIn, type ShortRun } from '../testing/histories.ts';
import { today } from '../today/today.ts';
import { learnCapacity, type LearnInput, type LearntCapacity, stretched } from './learn-capacity.ts';
import { learntForToday } from './learnt-for-today.ts';
import { edgeElsewhere, kilometreChange } from './other-kilometre.ts';

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

const USUAL = { speedMps: 2.8, cadenceSpm: 164 };
const usualLoad = kneeLoadAt(USUAL);
const PER_KM = usualLoad.known ? usualLoad.value.impulsePerKmBws : Number.NaN;

/** A run of so many km at the usual kilometre's load, with its answers. */
interface Told
  extends Partial<ShortRun>, Partial<Omit<ShortCheckIn, 'at' | 'when' | 'pain' | 'run' | 'utcOffsetMin'>> {
  readonly km: number;
  readonly pain?: number;
  readonly morning?: number;
}
/** The two days since the run may move one state by a little more than another; the edge lies on cells of a grid. */
const ROUNDING = 0.005;
const A_CELL = 0.05;
const FIRST = parseIsoDay('2026-03-02');
const date = (day: number): string => isoDay(FIRST + day);

/** Runs on every second day, with what was said of them. */
function story(told: readonly Told[], from = 0): { runs: Run[]; checkIns: CheckIn[]; date: string } {
  const runs: Run[] = [];
  const checkIns: CheckIn[] = [];
  for (const [i, { km, pain, morning, onsetKm, side, painkiller, ...more }] of told.entries()) {
    const at = `${date(from + 2 * i)}T18:00`;
    runs.push(run({ at, id: at, km, loadBws: km * PER_KM, ...USUAL, ...more }));
    const of = {
      run: at,
      ...(side === undefined ? {} : { side }),
    };
    if (pain !== undefined) {
      checkIns.push(
        checkIn({
          at: `${date(from + 2 * i)}T19:00`,
          when: 'during',
          pain,
          ...of,
          ...(onsetKm === undefined ? {} : { onsetKm }),
          ...(painkiller === undefined ? {} : { painkiller }),
        }),
      );
    }
    if (morning !== undefined) {
      checkIns.push(
        checkIn({ at: `${date(from + 2 * i + 1)}T07:30`, when: 'next-morning', pain: morning, ...of }),
      );
    }
  }
  return { runs, checkIns, date: date(from + 2 * told.length) };
}

const BEFORE: readonly Told[] = [{ km: 6 }, { km: 5 }];
const FOUR: readonly Told[] = [
  ...BEFORE,
  { km: 5, pain: 3, onsetKm: 4.2, morning: 1 },
  { km: 3.1, pain: 1, morning: 0 },
  { km: 3.1, pain: 1, morning: 0 },
  { km: 3.4, pain: 2, morning: 1 },
];

function learnt(told: readonly Told[], more: Partial<LearnInput> = {}): LearntCapacity {
  const result = learnCapacity({ ...story(told), side: null, ceiling: 3, ...more });
  assert.ok(result.known);
  return result.value;
}
const edgeOf = ({ edgeM }: LearntCapacity): { q10: number; q50: number; q90: number } => {
  assert.ok(edgeM.known);
  return edgeM.value;
};

describe('learnCapacity', () => {
  it('finds an edge near the place of the ceiling, and counts what it learnt from', () => {
    const four = learnt(FOUR);
    assert.deepEqual([four.checkIns, four.telling, four.shown], [4, 2, 'edge']);
    const { q10, q50, q90 } = edgeOf(four);
    assert.ok(q10 > 2000 && q50 > 3000 && q50 < 4600 && q90 < 7000, `${q10}, ${q50}, ${q90}`);
    assert.ok(four.plan10M < q50 && four.plan10M > 1500);
    near(four.usual.perKmBws, PER_KM, 1e-9);
    near(four.perKmBws, PER_KM, 1e-9);
  });
  it('shows the edge from four check-ins on, one of them near the ceiling; before, the rule speaks', () => {
    assert.equal(learnt(BEFORE).shown, 'rule');
    assert.equal(learnt(FOUR.slice(0, 3)).shown, 'at-least');
    assert.equal(learnt(FOUR.slice(0, 5)).checkIns, 3);
    assert.equal(learnt(FOUR.slice(0, 5)).shown, 'at-least');
    assert.equal(learnt(FOUR).shown, 'edge');
    const quiet = FOUR.map(({ km, pain }) => ({
      km,
      ...(pain === undefined ? {} : { pain: 1, morning: 0 }),
    }));
    assert.deepEqual(
      [learnt(quiet).checkIns, learnt(quiet).telling, learnt(quiet).shown],
      [4, 0, 'at-least'],
    );
    const raised = quiet.map((each, i) => (i === 4 ? { ...each, morning: 2 } : each));
    assert.equal(learnt(raised).telling, 1);
  });
  it('stretches the interval by 1 + 1/k in ln: squared after one check-in', () => {
    const of = { q10: 2, q50: 4, q90: 6 };
    assert.deepEqual(stretched(of, 1), { q10: 1, q50: 4, q90: 9 });
    near(stretched(of, 2).q90, 4 * 1.5 ** 1.5, 1e-12);
    assert.deepEqual(stretched({ q10: 0, q50: 0, q90: 1 }, 3), { q10: 0, q50: 0, q90: 1 });
  });
  it('tells no distance from pain of 2 on, yet keeps its cap', () => {
    assert.ok(learnt(FOUR, { painBefore: 1.9 }).edgeM.known);
    const sore = learnt(FOUR, { painBefore: 2 });
    assert.equal(sore.edgeM.known, false);
    assert.ok(sore.plan10M < learnt(FOUR).plan10M && sore.capM.q50 < learnt(FOUR).capM.q50);
  });
  it('takes the worst morning of the day as pain before', () => {
    const told = story(FOUR);
    const mornings = [1, 0].map((pain, i) =>
      checkIn({ at: `${told.date}T0${6 + i}:00`, when: 'next-morning', pain }),
    );
    const result = learnCapacity({
      ...told,
      checkIns: [...told.checkIns, ...mornings],
      side: null,
      ceiling: 3,
    });
    assert.ok(result.known && result.value.painBefore === 1);
  });
  it('leaves out the other knee, and whatever came later than the day', () => {
    const left = FOUR.map((each) => ({ ...each, side: 'left' as const }));
    assert.equal(learnt(left, { side: 'right' }).checkIns, 0);
    assert.equal(learnt(left, { side: 'left' }).checkIns, 4);
    assert.equal(learnt(left).checkIns, 4);
    const early = learnt(FOUR, { date: date(5) });
    assert.deepEqual(
      early.learntFrom.map(({ day }) => day),
      [FIRST + 4],
    );
  });
  it('forgets what is half a year old', () => {
    assert.equal(learnt(FOUR, { date: date(4 + 179) }).checkIns, 4);
    assert.equal(learnt(FOUR, { date: date(4 + 180) }).checkIns, 3);
  });
  it('learns nothing from a quiet run under a painkiller, and from one that hurt that the ceiling was reached', () => {
    const with3 = (pain: number) => learnt([...BEFORE, { km: 4, pain, morning: 0, painkiller: true }]);
    assert.equal(with3(2).checkIns, 0);
    assert.deepEqual(with3(3).learntFrom[0]?.said, { kind: 'reached', reached: true });
  });
  it('stands a run without a knee load in for so many usual kilometres, and leaves one without distance out', () => {
    const { runs, checkIns, date: day } = story(FOUR);
    const bare = runs.map((each, i) =>
      i === 3 ? run({ at: `${date(6)}T18:00`, id: each.id, km: 3.1 }) : each,
    );
    const result = learnCapacity({ runs: bare, checkIns, date: day, side: null, ceiling: 3 });
    assert.ok(result.known);
    near(result.value.learntFrom[1]?.load ?? 0, 3.1 * PER_KM, 1e-6);
    const none = runs.map((each, i) => (i === 3 ? run({ at: `${date(6)}T18:00`, id: each.id }) : each));
    const without = learnCapacity({ runs: none, checkIns, date: day, side: null, ceiling: 3 });
    assert.ok(without.known && without.value.checkIns === 3);
  });
  it('says what is missing without any knee load, and refuses a ceiling of a half', () => {
    const result = learnCapacity({ runs: [], checkIns: [], date: date(0), side: null, ceiling: 3 });
    assert.deepEqual(result, {
      known: false,
      because: { reason: 'too-little-data', what: 'runs with a knee load', have: 0, need: 1 },
    });
    assert.throws(() => learnCapacity({ ...story(FOUR), side: null, ceiling: 0.5 }), /ceiling must be above/);
  });
  it('gives the same for the same history in any order', () => {
    const told = story([...FOUR, { km: 3.4, pain: 0, morning: 0 }, { km: 4, pain: 4, morning: 2 }]);
    const expected = learnCapacity({ ...told, side: null, ceiling: 3 });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(told.runs, { minLength: told.runs.length }),
        fc.shuffledSubarray(told.checkIns, { minLength: told.checkIns.length }),
        (runs, checkIns) => {
          assert.deepEqual(learnCapacity({ ...told, runs, checkIns, side: null, ceiling: 3 }), expected);
        },
      ),
      { numRuns: 30 },
    );
  });
  it('never gives a number that is none, nor a longer plan or a farther edge for worse pain in the last run', () => {
    const any = fc.record({
      km: fc.double({ min: 0.3, max: 12, noNaN: true }),
      pain: fc.integer({ min: 0, max: 10 }),
      morning: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), any, (told, last) => {
        const edges = [0, 1, 2, 3, 5].map((pain) => {
          const { capM, plan10M, leftoverBws, filledShare } = learnt([...BEFORE, ...told, { ...last, pain }]);
          for (const value of [capM.q10, capM.q50, capM.q90, plan10M, leftoverBws]) {
            assert.ok(Number.isFinite(value) && value >= 0);
          }
          assert.ok(filledShare >= 0 && filledShare <= 1);
          return { edge: capM.q50, plan: plan10M };
        });
        for (let i = 1; i < edges.length; i += 1) {
          const [less, more] = [edges[i - 1], edges[i]];
          assert.ok(less && more);
          assert.ok(more.plan <= less.plan * (1 + ROUNDING) && more.edge <= less.edge * (1 + A_CELL));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('an edge at another speed or cadence', () => {
  it('moves from 4.1 to 4.4 km (4.3–4.5) with 176 steps instead of 164 at 2.8 m/s', () => {
    const moved = edgeElsewhere(4100, USUAL, { speedMps: 2.8, cadenceSpm: 176 });
    assert.ok(moved.known);
    const { q10, q50, q90 } = moved.value;
    assert.deepEqual(
      [q10, q50, q90].map((metres) => Math.round(metres / 100) / 10),
      [4.3, 4.4, 4.5],
    );
    near(q50, 4386, 10);
  });
  it('stays where nothing changes, and goes there and back again', () => {
    const same = kilometreChange(USUAL, USUAL);
    assert.ok(same.known);
    near(same.value.loadRatio, 1, 1e-12);
    near(same.value.logSd, 0, 1e-12);
    const there = kilometreChange(USUAL, { speedMps: 3.4, cadenceSpm: 178 });
    const back = kilometreChange({ speedMps: 3.4, cadenceSpm: 178 }, USUAL);
    assert.ok(there.known && back.known);
    near(there.value.loadRatio * back.value.loadRatio, 1, 1e-9);
    assert.ok(there.value.logSd > 0);
  });
  it('is asked of a whole history: farther and wider at 176, in the usual style where no cadence is told', () => {
    const usual = edgeOf(learnt(FOUR));
    const quick = edgeOf(learnt(FOUR, { planned: { speedMps: 2.8, cadenceSpm: 176 } }));
    near(quick.q50 / usual.q50, 4386 / 4100, 0.01);
    assert.ok(quick.q90 / quick.q10 > usual.q90 / usual.q10);
    const fast = learnt(FOUR, { planned: { speedMps: 3.2 } });
    const style = kneeLoadAt({
      speedMps: 3.2,
      cadenceSpm: (164 / (133.15 + 11.217 * 2.8)) * (133.15 + 11.217 * 3.2),
    });
    assert.ok(style.known);
    near(fast.perKmBws / PER_KM, style.value.impulsePerKmBws / PER_KM, 1e-9);
  });
  it('says where the load model has no answer', () => {
    const result = learnCapacity({
      ...story(FOUR),
      side: null,
      ceiling: 3,
      planned: { speedMps: 0.5 },
    });
    assert.ok(!result.known && result.because.reason === 'out-of-range');
  });
});

describe('what is learnt, for today', () => {
  const input = (told: readonly Told[]) => ({
    ...story(told),
    others: [],
    flags: 'none-raised' as const,
    onset: date(4),
    family: 'GN' as const,
    side: null,
  });
  it('is nothing before the first check-in, and then an edge, a plan and an interval', () => {
    assert.equal(learntForToday(input(BEFORE)), undefined);
    const given = learntForToday(input(FOUR));
    const { capM, plan10M } = learnt(FOUR);
    assert.deepEqual(given, { edge20M: capM.q50, plan10M, intervalM: [capM.q10, capM.q90] });
  });
  it('goes by the lower ceiling of the kneecap', () => {
    const kneecap = learntForToday({ ...input(FOUR), family: 'PF' });
    assert.ok(kneecap && kneecap.edge20M !== learntForToday(input(FOUR))?.edge20M);
    assert.deepEqual(kneecap, learntForToday({ ...input(FOUR), otherFamilies: ['PF'] }));
  });
  it('only ever shortens the answer', () => {
    for (const told of [FOUR, [...FOUR, { km: 4, pain: 4, morning: 0 }], FOUR.slice(0, 3)]) {
      const asked = input(told);
      const given = learntForToday(asked);
      assert.ok(given);
      const without = today(asked).distanceM;
      const withIt = today({ ...asked, learnt: given }).distanceM;
      if (without.known && withIt.known) assert.ok(withIt.value <= without.value);
    }
  });
});
