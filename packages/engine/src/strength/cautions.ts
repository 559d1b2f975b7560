/** Which warnings of an exercise concern this knee? */
import type { Family } from '../pain/family.ts';
import type { Caution, ExerciseId } from './exercise.ts';
import { exerciseOf } from './exercises.ts';

export const ofFamilies = (id: ExerciseId, families: readonly Family[]): readonly Caution[] =>
  exerciseOf(id).cautions.filter(
    (caution) => caution.families === null || caution.families.some((family) => families.includes(family)),
  );
