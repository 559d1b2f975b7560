import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Strength } from '../../api/types.ts';
import { cueAtStart, cuesBetween } from './cues.ts';
import {
  back,
  correct,
  doneOf,
  elapsedS,
  goOn,
  leave,
  newSession,
  next,
  onTime,
  pause,
  resume,
  type Session,
  skipExercise,
  stepOf,
  tell,
} from './session.ts';
import { type Item, lengthS, stepsOf } from './steps.ts';

const lift: Item = {
  exercise: 'side_lying_abduction',
  level: 1,
  sets: 2,
  reps: [12, 15],
  holdS: null,
  tempo: [2, 1, 2],
  restS: [45, 45],
  reserve: [3, 3],
  perSide: true,
  firstSide: 'right',
  loadKg: { known: true, value: 4 },
  short: false,
  painLimit: 3,
  cautions: [],
  reasons: [],
  dose: 'control',
  region: 'hip',
  kit: [],
  weighted: true,
  evidence: 'our-choice',
  mark: 'expert',
};
const sit: Item = {
  ...lift,
  exercise: 'wall_sit',
  sets: 1,
  reps: null,
  holdS: [20, 30],
  tempo: null,
  reserve: null,
  perSide: false,
  firstSide: null,
  weighted: false,
  loadKg: { known: false, because: { reason: 'does-not-apply', what: 'load of this exercise' } },
};
const jump: Item = { ...sit, exercise: 'pogo', reps: [20, 20], holdS: null };
const begun = (items: readonly Item[]): Session =>
  newSession({ items, date: '2026-11-17', phase: 'calm', day: null } as Strength, 'session-1');
const kinds = (items: readonly Item[]): string[] =>
  stepsOf(items).map((step) => ('side' in step && step.side ? `${step.kind} ${step.side}` : step.kind));
/** Lets time do everything it can from here; @returns the session and the time then */
function letRun(session: Session, fromMs: number): [Session, number] {
  let now = fromMs;
  let after = session;
  for (let guard = 0; guard < 100; guard += 1) {
    const length = lengthS(stepOf(after), after.items);
    if (length === null || after.sinceMs === null) return [after, now];
    now += length * 1000;
    after = onTime(after, now);
  }
  throw new Error('it never stops');
}

describe('the steps of a session', () => {
  it('begin with the sorer side, switch within a set, rest between sets and ask at the end', () => {
    assert.deepEqual(kinds([lift]), [
      'ready',
      'count-in right',
      'work right',
      'switch left',
      'work left',
      'rest right',
      'work right',
      'switch left',
      'work left',
      'ask',
      'end',
    ]);
  });
  it('last as long as the tempo times the repetitions, or the hold; what has no tempo waits for a tap', () => {
    const work = (item: Item): number | null =>
      lengthS({ kind: 'work', item: 0, set: 0, side: null }, [item]);
    assert.deepEqual([work(lift), work(sit), work(jump)], [75, 30, null]);
  });
});

describe('a session that is played', () => {
  it('runs by itself from the first tap to the question, and logs every set of both sides', () => {
    const [asked] = letRun(next(begun([lift]), 0), 0);
    assert.equal(stepOf(asked).kind, 'ask');
    const told = tell(asked, 0, { pain: 2, reserve: 3, formLost: false });
    const [exercise] = doneOf({ ...told, rpe: 6 }, 5).exercises;
    assert.deepEqual(
      exercise?.sets.map(({ side, reps, loadKg, reserve }) => [side, reps, loadKg, reserve]),
      [
        ['right', 15, 4, null],
        ['left', 15, 4, null],
        ['right', 15, 4, 3],
        ['left', 15, 4, 3],
      ],
    );
    assert.deepEqual(
      [exercise.pain, exercise.formLost, exercise.askedSets, exercise.askedTop],
      [2, false, 2, 15],
    );
  });
  it('counts what was done of a set that is ended early, and nothing where nothing was', () => {
    const working = onTime(next(begun([lift]), 0), 5000);
    assert.equal(stepOf(working).kind, 'work');
    assert.deepEqual(
      next(working, 5000 + 34_900).sets.map(({ reps }) => reps),
      [6],
    );
    assert.deepEqual(next(working, 5000 + 4_900).sets, []);
    const holding = onTime(next(begun([sit]), 0), 5000);
    assert.deepEqual(
      next(holding, 5000 + 12_000).sets.map(({ holdS }) => holdS),
      [12],
    );
    const jumping = onTime(next(begun([jump]), 0), 5000);
    assert.deepEqual(
      next(jumping, 6000).sets.map(({ reps }) => reps),
      [20],
    );
  });
  it('stands while it is paused, however long', () => {
    const paused = pause(next(begun([sit]), 0), 2000);
    assert.equal(elapsedS(paused, 9_999_000), 2);
    assert.equal(onTime(paused, 9_999_000), paused);
    assert.equal(elapsedS(resume(paused, 9_999_000), 10_000_000), 3);
  });
  it('takes back what is done again', () => {
    const [asked] = letRun(next(begun([lift]), 0), 0);
    const again = back(asked);
    assert.deepEqual([stepOf(again).kind, again.sets.length, again.sinceMs], ['work', 3, null]);
    assert.equal(back(begun([lift])).at, 0);
  });
  it('passes over an exercise, goes straight to the end, and back to where it was', () => {
    const second = skipExercise(begun([lift, sit]));
    assert.deepEqual(stepOf(second), { kind: 'ready', item: 1 });
    const working = onTime(next(second, 0), 5000);
    const left = leave(working, 15_000);
    assert.equal(stepOf(left).kind, 'end');
    assert.deepEqual(
      doneOf(left, 0).exercises.map(({ exercise }) => exercise),
      ['wall_sit'],
    );
    assert.deepEqual(stepOf(goOn(left)), { kind: 'ask', item: 1 });
    assert.deepEqual(doneOf(begun([lift]), 0).exercises, []);
  });
  it('is corrected set by set, never below nothing', () => {
    const [asked] = letRun(next(begun([lift]), 0), 0);
    const [first] = asked.sets;
    assert.ok(first);
    assert.equal(correct(asked, first, -3).sets[0]?.reps, 12);
    assert.equal(correct(asked, first, -99).sets[0]?.reps, 0);
  });
  it('survives being written down at any moment: a copy does the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 30 }), (waits) => {
        let now = 0;
        let played = next(begun([lift, sit]), now);
        for (const wait of waits) {
          now += wait;
          played = onTime(played, now);
          const copy = JSON.parse(JSON.stringify(pause(played, now))) as Session;
          assert.deepEqual(doneOf(next(resume(copy, now), now + 100), 0), doneOf(next(played, now + 100), 0));
          if (stepOf(played).kind === 'ask' || stepOf(played).kind === 'ready') played = next(played, now);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the sounds', () => {
  const rest = { kind: 'rest', item: 0, set: 1, side: null } as const;
  it('are three short beeps before a wait is over', () => {
    const heard: string[] = [];
    for (let at = 0; at < 45; at += 0.1) heard.push(...cuesBetween(rest, [lift], at, at + 0.1));
    assert.deepEqual(heard, ['short', 'short', 'short']);
  });
  it('count the repetitions between the first and the last', () => {
    const work = { kind: 'work', item: 0, set: 0, side: null } as const;
    let heard = 0;
    for (let at = 0; at < 75; at += 0.1) heard += cuesBetween(work, [lift], at, at + 0.1).length;
    assert.equal(heard, 14);
  });
  it('have one of their own for turning round', () => {
    assert.equal(cueAtStart({ kind: 'switch', item: 0, set: 0, side: 'left' }), 'switch');
    assert.equal(cueAtStart({ kind: 'ready', item: 0 }), null);
  });
});
