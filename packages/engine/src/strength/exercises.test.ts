import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sourceOf } from '../evidence/sources.ts';
import { FAMILIES, type Family } from '../pain/family.ts';
import { DOSES, HEAVY_ROWS, heavyRow } from './doses.ts';
import { EXERCISE_IDS } from './exercise.ts';
import { EXERCISES, exerciseOf } from './exercises.ts';
import { PROGRAMMES, programmeFor } from './programmes.ts';
import { STRENGTH_REASONS } from './strength-reasons.ts';
import { JUMP_STAGES } from './unlock.ts';
import { ROUTINES, routineFor, routineSeconds } from './warm-up.ts';

describe('the exercises', () => {
  it('are 37, each id once, in the order of the list', () => {
    assert.equal(EXERCISE_IDS.length, 37);
    assert.deepEqual(EXERCISES.map(({ id }) => id).sort(), [...EXERCISE_IDS].sort());
  });

  it('each name a source that is registered', () => {
    for (const { id, evidence } of EXERCISES) assert.ok(sourceOf(evidence), id);
    for (const { evidence } of [...Object.values(DOSES), ...ROUTINES]) assert.ok(sourceOf(evidence));
    for (const { evidence, mark } of Object.values(STRENGTH_REASONS)) {
      assert.equal(sourceOf(evidence).mark, mark, evidence);
    }
  });

  it('get easier to an end: no chain of easier or harder ones runs in a circle', () => {
    for (const { id } of EXERCISES) {
      for (const way of ['easier', 'harder'] as const) {
        const seen = new Set<string>([id]);
        for (let next = exerciseOf(id)[way]; next !== null; next = exerciseOf(next)[way]) {
          assert.ok(!seen.has(next), `${id} ${way} ${next}`);
          seen.add(next);
        }
      }
    }
  });

  it('have whole sets and ranges that rise', () => {
    for (const { id, levels } of EXERCISES) {
      for (const { sets = 1, reps = [1, 1], holdS = [1, 1] } of levels) {
        assert.ok(Number.isInteger(sets) && sets >= 1, id);
        assert.ok(reps[0] <= reps[1] && holdS[0] <= holdS[1], id);
      }
    }
  });

  it('throw for an id that is none', () => {
    assert.throws(() => exerciseOf('burpee' as 'squat'), RangeError);
  });
});

describe('the heavy rows', () => {
  it('change in weeks 2, 4, 6 and 9', () => {
    const at = (week: number) => `${heavyRow(week).sets}×${heavyRow(week).reps}`;
    assert.deepEqual([1, 2, 3, 4, 5, 6, 8, 9, 12].map(at), [
      '3×15',
      '3×12',
      '3×12',
      '4×10',
      '4×10',
      '4×8',
      '4×8',
      '4×6',
      '4×6',
    ]);
  });
  it('keep two sets of six from week 13 on', () => {
    assert.deepEqual([heavyRow(12).sets, heavyRow(13).sets, heavyRow(13).reps], [4, 2, 6]);
  });
  it('go back a row, and never before the first', () => {
    assert.equal(heavyRow(4, 1).reps, 12);
    assert.equal(heavyRow(1, 3), HEAVY_ROWS[0]);
  });
  it('throw for a week before the first', () => {
    assert.throws(() => heavyRow(0), RangeError);
  });
});

describe('the programmes', () => {
  it('exist for every family and name exercises that exist', () => {
    for (const family of Object.keys(FAMILIES) as Family[]) {
      const { calm, build, 'run-specific': later } = PROGRAMMES[family];
      for (const choice of [...calm, ...build.A, ...build.B, ...later.A, ...later.B]) {
        for (const id of choice) assert.ok(exerciseOf(id));
      }
    }
  });
  it('let the sorer knee lead where there are two', () => {
    assert.equal(programmeFor(['TE', 'PF']).family, 'PF');
    assert.equal(programmeFor(['OA', 'BS']).family, 'BS');
    assert.throws(() => programmeFor([]), RangeError);
  });
  it('never jump: stages come by themselves', () => {
    for (const { calm, build, 'run-specific': later } of Object.values(PROGRAMMES)) {
      for (const choice of [...calm, ...build.A, ...build.B, ...later.A, ...later.B]) {
        for (const id of choice) assert.ok(!JUMP_STAGES.includes(id), id);
      }
    }
  });
});

describe('routines', () => {
  it('before a run take eight minutes, after it six', () => {
    assert.equal(routineSeconds(routineFor('before-run', ['PF'], false)), 460);
    assert.equal(routineSeconds(routineFor('after-run', ['PF'], false)), 420);
    assert.equal(routineSeconds(routineFor('before-hard-run', ['PF'], false)), 520);
  });
  it('leave out what does not go: no thigh stretch for a fat pad, nor for a sore tendon', () => {
    const has = (family: Family, sore: boolean): boolean =>
      routineFor('rest-day', [family], sore).steps.some(
        (step) => step.does === 'exercise' && step.exercise === 'quad_stretch',
      );
    assert.deepEqual(
      [has('PF', true), has('FP', false), has('TE', false), has('TE', true)],
      [true, false, true, false],
    );
  });
});
