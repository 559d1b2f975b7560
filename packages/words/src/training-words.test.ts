import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXERCISES, ROUTINES, STRENGTH_REASONS } from '@kneewise/engine';
import english from './en.json' with { type: 'json' };

const exercise: Readonly<Record<string, string>> = english.exercise;
const strength: Readonly<Record<string, string>> = english.strength;

describe('the words of exercises', () => {
  it('each have a name, a why, three steps and three levels, a caution where there is one, and nothing else', () => {
    const keys = EXERCISES.flatMap(({ id, cautions }) => [
      ...['name', 'why', 'how1', 'how2', 'how3', 'level1', 'level2', 'level3'].map((part) => `${id}.${part}`),
      ...(cautions.length > 0 ? [`${id}.caution`] : []),
    ]);
    assert.deepEqual(Object.keys(exercise).sort(), keys.sort());
  });
  it('have a sentence for every reason, and none is left over', () => {
    const said = Object.keys(strength).flatMap((key) => (key.startsWith('why.') ? [key.slice(4)] : []));
    assert.deepEqual(said.sort(), Object.keys(STRENGTH_REASONS).sort());
  });
  it('have a name for every routine and every plain step', () => {
    for (const { id, steps } of ROUTINES) {
      assert.ok(strength[`routine.${id}`], id);
      for (const { does } of steps) assert.ok(does === 'exercise' || strength[`step.${does}`], does);
    }
  });
  it('never judge, promise or command', () => {
    const text = JSON.stringify([exercise, strength]).toLowerCase();
    for (const word of ['you have', 'diagnosis', 'just ', 'damage', 'injury', 'safe', '!', 'worn out'])
      assert.ok(!text.includes(word), word);
  });
});
