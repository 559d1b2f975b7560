/** Questionnaires with their scores, and what changed since the one before. */
import { akpsChange, akpsScore } from '@kneewise/engine';
import type { Filled } from '@kneewise/store';

export interface ScoredFilled extends Filled {
  readonly score: number;
  readonly change: ReturnType<typeof akpsChange> | null;
}

/**
 * @param filled oldest first, each complete
 * @throws {RangeError} where one is not
 */
export function scored(filled: readonly Filled[]): readonly ScoredFilled[] {
  let before: number | null = null;
  return filled.map((one) => {
    const score = akpsScore(one.answers);
    if (!score.known) throw new RangeError(`answers of ${one.id} must answer every item`);
    const change = before === null ? null : akpsChange(before, score.value);
    before = score.value;
    return { ...one, score: score.value, change };
  });
}
