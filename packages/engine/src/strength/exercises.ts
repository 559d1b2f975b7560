/** Every exercise there is, by id. */
import { CONTROL_EXERCISES } from './control-exercises.ts';
import type { Exercise, ExerciseId } from './exercise.ts';
import { HEAVY_EXERCISES } from './heavy-exercises.ts';
import { MOVING_EXERCISES } from './moving-exercises.ts';

export const EXERCISES: readonly Exercise[] = [...CONTROL_EXERCISES, ...HEAVY_EXERCISES, ...MOVING_EXERCISES];

const BY_ID: ReadonlyMap<string, Exercise> = new Map(EXERCISES.map((each) => [each.id, each]));

/** The exercise of an id. @throws RangeError where there is none */
export function exerciseOf(id: ExerciseId): Exercise {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`id must be an exercise, got ${id}`);
  return found;
}
