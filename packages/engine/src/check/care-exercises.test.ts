import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { EXERCISES } from '../strength/exercises.ts';
import { CARDS, cardOf, ceilingOf } from './cards.ts';
import { exercisesFor } from './care-exercises.ts';
import { CONDITIONS } from './conditions.ts';

const TRAINING = new URL('../../../../../shared/training.md', import.meta.url);
const IDS: ReadonlySet<string> = new Set(EXERCISES.map(({ id }) => id));

describe('what to do', () => {
  it('is whole for every condition that one may look after: what helps, how long, ceiling, exercises, what to leave out, when to come back', () => {
    const selfManaged = CONDITIONS.filter(({ level }) => level === 'self-manage').map(({ id }) => id);
    assert.equal(selfManaged.length, 12);
    for (const id of selfManaged) {
      const { care } = cardOf(id);
      assert.ok(care, id);
      for (const words of [care.helps, care.time, care.exercises, care.avoid, care.backIf])
        assert.ok(words !== null && words.length >= 3, id);
      assert.ok(ceilingOf(care) >= 2 && ceilingOf(care) <= 5, id);
      assert.ok(care.backWeeks >= 2 && care.backWeeks <= 12, id);
    }
  });

  it('names exercises that exist, for every card with care, and none where there is none', () => {
    for (const { id, care } of CARDS) {
      const exercises = exercisesFor(id);
      assert.equal(exercises.length > 0, care !== null, id);
      assert.equal(new Set(exercises).size, exercises.length, id);
      for (const exercise of exercises) assert.ok(IDS.has(exercise), `${id}: ${exercise}`);
    }
  });

  it('names exercises of the training document', (t) => {
    if (!existsSync(TRAINING))
      return t.skip('needs ../shared/training.md beside the project, which is absent');
    const text = readFileSync(TRAINING, 'utf8');
    const listed = new Set(
      Array.from(text.matchAll(/^\| ([a-z0-9_]+)(?: \([^)]*\))? [A-Z]/gm), ([, id]) => id),
    );
    assert.ok(listed.size > 30, String(listed.size));
    for (const exercise of new Set(CARDS.flatMap(({ id }) => exercisesFor(id))))
      assert.ok(listed.has(exercise), exercise);
  });
});
