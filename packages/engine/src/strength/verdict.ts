/** How did one exercise go? Judged by pain, next morning, repetitions and what was left in reserve (training.md §2). */
import type { Family, Limits } from '../pain/family.ts';
import type { MorningAfter } from './moments.ts';
import type { DoneExercise, DoneSet } from './strength-log.ts';

export type Verdict =
  /** Above the limit, or a morning above settled. */
  | 'too-much'
  /** Nothing left, or form lost. */
  | 'too-heavy'
  /** Something was not said: no credit, no cut. */
  | 'unknown'
  /** Fine, and as much as it should be. */
  | 'hold'
  /** All sets at the top of the range with room left. */
  | 'top';

export interface ExerciseLimits {
  /** X: most pain that may still move up. */
  readonly up: number;
  /** Most pain that need not be cut. */
  readonly tolerated: number;
}

/** Tendons: 3 to move up [breda-2021], up to 5 tolerated [silbernagel-2007]. Pain, 0–10 */
const TOLERATED_OF: Readonly<Partial<Record<Family, number>>> = { TE: 5 };

/** With several families the lowest of each. */
export const exerciseLimits = (families: readonly Family[], limits: Limits): ExerciseLimits => ({
  up: limits.exercise,
  tolerated: families.reduce(
    (least, family) => Math.min(least, TOLERATED_OF[family] ?? limits.exercise),
    Infinity,
  ),
});

/** Reserve of the last set from which a load may rise, and at which it stays, repetitions. [helms-2016; numbers our choice] */
export const RESERVE_TO_RISE = 2;
export const RESERVE_SPENT = 0;

/** What a set reached: repetitions, or seconds where it was held. */
export const reached = ({ reps, holdS }: DoneSet): number | null => reps ?? holdS;

/** Sets of the side that did fewest; a set without a side counts for both. */
export function setsOfWorseSide({ sets }: DoneExercise): number {
  const both = sets.filter(({ side }) => side === null).length;
  const of = (side: 'left' | 'right'): number => both + sets.filter((set) => set.side === side).length;
  return sets.some(({ side }) => side !== null) ? Math.min(of('left'), of('right')) : both;
}

const lastReserve = ({ sets }: DoneExercise): number | null =>
  sets.reduce<number | null>(
    (least, { reserve }, i) =>
      // The last set of either side; the one with less in reserve speaks.
      reserve !== null && sets.slice(i + 1).every(({ side }) => side !== sets[i]?.side)
        ? Math.min(least ?? reserve, reserve)
        : least,
    null,
  );

/**
 * @param judgedByReserve whether the exercise has a reserve at all (holds have none)
 * @param morning the morning after its session
 */
export function verdictOf(
  done: DoneExercise,
  morning: MorningAfter,
  limits: ExerciseLimits,
  judgedByReserve: boolean,
): Verdict {
  const { pain } = done;
  if (morning === 'raised' || (pain !== null && pain > limits.tolerated)) return 'too-much';
  const reserve = lastReserve(done);
  if (done.formLost === true || (judgedByReserve && reserve !== null && reserve <= RESERVE_SPENT)) {
    return 'too-heavy';
  }
  const counts = done.sets.map(reached);
  const complete = setsOfWorseSide(done) >= done.askedSets;
  if (counts.some((count) => count !== null && count < done.askedTop) || (!complete && counts.length > 0)) {
    return 'hold';
  }
  if (
    pain === null ||
    morning === 'unknown' ||
    counts.length === 0 ||
    counts.includes(null) ||
    done.formLost === null ||
    (judgedByReserve && reserve === null)
  ) {
    return 'unknown';
  }
  // At the limit it holds; where the limit is 0 there is nothing below it.
  const painAllows = pain < limits.up || pain === 0;
  const reserveAllows = !judgedByReserve || (reserve ?? RESERVE_SPENT) >= RESERVE_TO_RISE;
  return painAllows && reserveAllows && morning === 'settled' ? 'top' : 'hold';
}
