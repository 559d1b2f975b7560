/** Do both legs manage the same? Repetitions or seconds by side, over the last sessions of an exercise. */
import { type Measured, known, missing } from '../measured.ts';
import type { Side } from '../pain/check-in.ts';
import { median } from '../stats/quantile.ts';
import type { ExerciseId } from './exercise.ts';
import type { DoneExercise, DoneSession } from './strength-log.ts';
import { reached } from './verdict.ts';

/** Sides within so many repetitions may move up together. Our choice. Repetitions, or tenths of a minute of holding */
export const SIDES_WITHIN = 2;
/** So many sessions are looked back on. Our choice. */
const LAST_SESSIONS = 3;

export interface SideBalance {
  /** Typical repetitions, or seconds held, a set. */
  readonly left: number;
  readonly right: number;
  /** null: alike within `SIDES_WITHIN`. */
  readonly weaker: Side | null;
  readonly sessions: number;
}

const ofSide = ({ sets }: DoneExercise, side: Side): number[] =>
  sets.filter((set) => set.side === side).flatMap((set) => reached(set) ?? []);

/** Whether the sides of one exercise were within two repetitions; null where one of them is not known. */
export function sidesAlike(done: DoneExercise): boolean | null {
  if (done.sets.every(({ side }) => side === null)) return true;
  const [left, right] = [ofSide(done, 'left'), ofSide(done, 'right')];
  if (left.length === 0 || right.length === 0) return null;
  return Math.abs(median(left) - median(right)) <= SIDES_WITHIN;
}

/** @param sessions in any order */
export function sideBalance(sessions: readonly DoneSession[], exercise: ExerciseId): Measured<SideBalance> {
  const done = sessions
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap(({ exercises }) => exercises.filter((each) => each.exercise === exercise))
    .filter((each) => ofSide(each, 'left').length > 0 && ofSide(each, 'right').length > 0)
    .slice(-LAST_SESSIONS);
  if (done.length === 0) {
    return missing({ reason: 'too-little-data', what: 'sessions with both sides', have: 0, need: 1 });
  }
  const left = median(done.flatMap((each) => ofSide(each, 'left')));
  const right = median(done.flatMap((each) => ofSide(each, 'right')));
  const weaker = Math.abs(left - right) <= SIDES_WITHIN ? null : left < right ? 'left' : 'right';
  return known({ left, right, weaker, sessions: done.length });
}
