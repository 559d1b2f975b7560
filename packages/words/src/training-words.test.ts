import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CHANGE_KINDS,
  EXERCISES,
  PLAN_REASONS,
  PROBLEM_CODES,
  REPLAN_CODES,
  ROUTINES,
  SESSION_CHANGES,
  STRENGTH_REASONS,
  WEAR_BANDS,
  WEAR_QUESTIONS,
} from '@kneewise/engine';
import english from './en.json' with { type: 'json' };

const exercise: Readonly<Record<string, string>> = english.exercise;
const strength: Readonly<Record<string, string>> = english.strength;
const plan: Readonly<Record<string, string>> = english.plan;
const shoe: Readonly<Record<string, string>> = english.shoe;

/** What a group of a top holds: `why` of `plan` the keys of `why.…`. */
const group = (top: Readonly<Record<string, string>>, name: string): string[] =>
  Object.keys(top)
    .flatMap((key) => (key.startsWith(`${name}.`) ? [key.slice(name.length + 1)] : []))
    .sort();

describe('the words of exercises', () => {
  it('each have a name, a why, three steps and three levels, a caution where there is one, and nothing else', () => {
    const keys = EXERCISES.flatMap(({ id, cautions }) => [
      ...['name', 'why', 'how1', 'how2', 'how3', 'level1', 'level2', 'level3'].map((part) => `${id}.${part}`),
      ...(cautions.length > 0 ? [`${id}.caution`] : []),
    ]);
    assert.deepEqual(Object.keys(exercise).sort(), keys.sort());
  });
  it('have a sentence for every reason, and none is left over', () => {
    assert.deepEqual(group(strength, 'why'), Object.keys(STRENGTH_REASONS).sort());
  });
  it('have a name for every routine and every plain step', () => {
    for (const { id, steps } of ROUTINES) {
      assert.ok(strength[`routine.${id}`], id);
      for (const { does } of steps) assert.ok(does === 'exercise' || strength[`step.${does}`], does);
    }
  });
  it('never judge, promise or command', () => {
    const text = JSON.stringify([exercise, strength, plan, shoe]).toLowerCase();
    for (const word of ['you have', 'diagnosis', 'just ', 'damage', 'injury', 'safe', '!', 'worn out'])
      assert.ok(!text.includes(word), word);
  });
});

describe('the words of plan and shoes', () => {
  it('have a sentence for every code, and none is left over', () => {
    assert.deepEqual(group(plan, 'why'), Object.keys(PLAN_REASONS).sort());
    assert.deepEqual(group(plan, 'problem'), [...PROBLEM_CODES].sort());
    assert.deepEqual(group(plan, 'change'), [...CHANGE_KINDS].sort());
    assert.deepEqual(group(plan, 'replan'), [...REPLAN_CODES].sort());
    assert.deepEqual(group(plan, 'session'), [...SESSION_CHANGES].sort());
    // Short words on a watch: the names that `workoutOfRun` asks for, but the run's own.
    assert.deepEqual(
      group(plan, 'workout'),
      ['walk', 'run', 'easy', 'beat', 'noBeat', 'stride', 'hard', 'recover', 'ceiling'].sort(),
    );
    for (const word of group(plan, 'workout')) assert.ok((plan[`workout.${word}`] ?? '').length < 32, word);
    assert.deepEqual(group(shoe, 'band'), WEAR_BANDS.map(({ band }) => band).sort());
    assert.deepEqual(group(shoe, 'question'), [...WEAR_QUESTIONS].sort());
  });
});
