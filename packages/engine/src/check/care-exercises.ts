/** Which exercises belong to a card: the calm and the building part of its family's programme. */
import type { ExerciseId } from '../strength/exercise.ts';
import { PROGRAMMES } from '../strength/programmes.ts';
import { cardOf } from './cards.ts';
import type { ConditionId } from './conditions.ts';

/** In the order of the programme, each once; none where nobody should look after it alone. */
export function exercisesFor(id: ConditionId): readonly ExerciseId[] {
  const { care } = cardOf(id);
  if (care === null) return [];
  const { calm, build } = PROGRAMMES[care.family];
  return [...new Set([...calm, ...build.A, ...build.B].flat())];
}
