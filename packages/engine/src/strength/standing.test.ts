import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { limitsFor } from '../pain/family.ts';
import type { ExerciseLevel } from './exercise.ts';
import type { MorningAfter } from './moments.ts';
import { sideBalance, sidesAlike } from './side-balance.ts';
import { type DoneOn, loadDown, loadUp, standingOf } from './standing.ts';
import type { DoneExercise } from './strength-log.ts';
import { exerciseLimits, verdictOf } from './verdict.ts';

const LIMITS = exerciseLimits(['PF'], limitsFor(['PF']));
interface Short {
  readonly pain?: number | null;
  readonly reps?: number | null;
  readonly reserve?: number | null;
  readonly kg?: number | null;
  readonly short?: boolean;
  readonly level?: ExerciseLevel;
  readonly right?: number;
  readonly formLost?: boolean | null;
  readonly morning?: MorningAfter;
}
/** Three sets of ten a side with the split squat, two in reserve. */
const done = (short: Short = {}): DoneOn => {
  const { pain = 1, reps = 10, reserve = 2, kg = 20, level = 3, formLost = false } = short;
  const set = (side: 'left' | 'right') => ({
    side,
    reps: side === 'right' ? (short.right ?? reps) : reps,
    holdS: null,
    loadKg: kg,
    reserve,
  });
  const exercise: DoneExercise = {
    exercise: 'split_squat',
    level,
    short: short.short ?? false,
    askedSets: 3,
    askedTop: 10,
    sets: [set('left'), set('left'), set('left'), set('right'), set('right'), set('right')],
    pain,
    formLost,
  };
  return { date: '2026-11-02', done: exercise, morning: short.morning ?? 'settled' };
};
const verdict = (short: Short) => {
  const { done: exercise, morning } = done(short);
  return verdictOf(exercise, morning, LIMITS, true);
};
const standing = (...all: readonly Short[]) => standingOf(all.map(done), LIMITS);

describe('how an exercise went', () => {
  it('is the top with all repetitions, two in reserve, pain below 3 and a settled morning', () => {
    assert.equal(verdict({}), 'top');
    assert.equal(verdict({ pain: 2 }), 'top');
  });
  it('holds at the limit of 3, at one in reserve, and below the top', () => {
    assert.equal(verdict({ pain: 3 }), 'hold');
    assert.equal(verdict({ reserve: 1 }), 'hold');
    assert.equal(verdict({ reps: 9 }), 'hold');
  });
  it('is too much above the limit and on a raised morning', () => {
    assert.equal(verdict({ pain: 4 }), 'too-much');
    assert.equal(verdict({ morning: 'raised' }), 'too-much');
  });
  it('is too heavy with nothing left, and where form was lost', () => {
    assert.equal(verdict({ reserve: 0 }), 'too-heavy');
    assert.equal(verdict({ formLost: true }), 'too-heavy');
  });
  it('is unknown wherever something was not said', () => {
    assert.equal(verdict({ pain: null }), 'unknown');
    assert.equal(verdict({ reps: null }), 'unknown');
    assert.equal(verdict({ reserve: null }), 'unknown');
    assert.equal(verdict({ formLost: null }), 'unknown');
    assert.equal(verdict({ morning: 'unknown' }), 'unknown');
  });
  it('gives no credit for a morning that belongs to a run of the same day', () => {
    assert.equal(verdict({ morning: 'belongs-to-the-run' }), 'hold');
  });
  it('tolerates 5 in a tendon, and moves up at 3 at most', () => {
    const tendon = exerciseLimits(['TE'], limitsFor(['TE']));
    const at = (pain: number) => verdictOf(done({ pain }).done, 'settled', tendon, true);
    assert.deepEqual([2, 3, 5, 6].map(at), ['top', 'hold', 'hold', 'too-much']);
    assert.deepEqual(exerciseLimits(['TE', 'PF'], limitsFor(['TE', 'PF'])), { up: 3, tolerated: 3 });
  });
  it('lets a bone move up at 0 only', () => {
    const bone = exerciseLimits(['BS'], limitsFor(['BS']));
    assert.equal(verdictOf(done({ pain: 0 }).done, 'settled', bone, true), 'top');
    assert.equal(verdictOf(done({ pain: 1 }).done, 'settled', bone, true), 'too-much');
  });
});

describe('where one stands with an exercise', () => {
  it('has earned load after two sessions at the top in a row', () => {
    assert.equal(standing({}).ready, null);
    assert.equal(standing({}, {}).ready, 'load');
    assert.equal(standing({}, { reserve: 1 }, {}).ready, null);
  });
  it('counts only what was done with the same load', () => {
    assert.equal(standing({}, { kg: 22 }).ready, null);
  });
  it('has earned the next level after three at the top with sides within two', () => {
    const plain: Short = { kg: 0, level: 1 };
    assert.equal(standing(plain, plain).ready, null);
    assert.equal(standing(plain, plain, plain).ready, 'level');
    const uneven: Short = { ...plain, right: 13 };
    assert.equal(standing(uneven, uneven, uneven).ready, null);
    const even: Short = { ...plain, right: 12 };
    assert.equal(standing(even, even, even).ready, 'level');
  });
  it('shortens the range first, then takes a fifth of the load, then a level', () => {
    const first = standing({ pain: 4 });
    assert.deepEqual([first.short, first.loadKg, first.level], [true, 20, 3]);
    const second = standing({ pain: 4 }, { pain: 4, short: true });
    assert.deepEqual([second.short, second.loadKg, second.level], [true, 16, 3]);
    const third = standing({ pain: 4 }, { pain: 4, short: true }, { pain: 4, short: true, kg: 16 });
    assert.deepEqual([third.short, third.loadKg, third.level], [false, null, 2]);
  });
  it('changes to the easier exercise where the first level is too much', () => {
    const low: Short = { pain: 4, level: 1, kg: null };
    const after = standing(low, { ...low, short: true });
    assert.equal(after.insteadOf, 'squat');
  });
  it('widens the range again after two good sessions', () => {
    const good: Short = { short: true };
    assert.equal(standing({ pain: 4 }, good, good).ready, 'full-range');
  });
  it('takes 5 % where nothing was left', () => {
    assert.equal(standing({ reserve: 0 }).loadKg, 19);
  });
  it('gives a heavier load in steps of half a kilogram, never above a tenth', () => {
    assert.equal(loadUp(20), 21);
    assert.equal(loadUp(8), 8.5);
    assert.equal(loadUp(4), 4);
    assert.equal(loadUp(5), 5.5);
    assert.equal(loadDown(20, 0.8), 16);
  });
  it('never earns more by a worse or a missing answer', () => {
    const rank = (ready: string | null, kg: number | null, level: number) =>
      level * 1000 + (kg ?? 0) + (ready === null ? 0 : 0.1);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ pain: fc.integer({ min: 0, max: 6 }), reserve: fc.integer({ min: 0, max: 3 }) }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        fc.constantFrom<Short>(
          { pain: null },
          { pain: 9 },
          { morning: 'raised' },
          { reserve: null },
          { reserve: 0 },
        ),
        (sessions, worse) => {
          const kept = standing(...sessions);
          const spoilt = standing(...sessions.slice(0, -1), { ...sessions.at(-1), ...worse });
          assert.ok(
            rank(spoilt.ready, spoilt.loadKg, spoilt.level) <= rank(kept.ready, kept.loadKg, kept.level) ||
              // Pain above the limit already cost more than the spoilt answer does.
              kept.last?.verdict === 'too-much' ||
              kept.last?.verdict === 'too-heavy',
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('both legs', () => {
  it('are alike within two repetitions, and not known where one was not logged', () => {
    assert.equal(sidesAlike(done({ right: 12 }).done), true);
    assert.equal(sidesAlike(done({ right: 13 }).done), false);
    assert.equal(sidesAlike({ ...done().done, sets: done().done.sets.slice(0, 3) }), null);
  });
  it('name the weaker one', () => {
    const session = { id: 'a', date: '2026-11-02', phase: 'build', day: 'A', rpe: 7 } as const;
    const balance = sideBalance([{ ...session, exercises: [done({ right: 6 }).done] }], 'split_squat');
    assert.deepEqual(balance, {
      known: true,
      value: { left: 10, right: 6, weaker: 'right', sessions: 1 },
    });
    assert.equal(sideBalance([], 'split_squat').known, false);
  });
});
