/** Which stage of jumps, once they are open? Up by sessions that were settled on the second morning (training.md §2). */
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import type { Limits } from '../pain/family.ts';
import type { ExerciseId, ExerciseLevel } from './exercise.ts';
import { exerciseOf } from './exercises.ts';
import type { DoneSession, Morning } from './strength-log.ts';
import { JUMP_STAGES, MOST_CONTACTS, STAGE_SESSIONS } from './unlock.ts';

/** Two nights between jumps. Our choice; tendons are given three. Days */
const DAYS_BETWEEN = 2;
const DAYS_BETWEEN_TENDON = 3;
/** Hill sprints once a week. Our choice. Days */
const DAYS_BETWEEN_SPRINTS = 7;
/** Other jumps: so many times in so many days. Our choice. */
const WEEK_DAYS = 7;
const A_WEEK = 2;

export interface JumpStage {
  readonly exercise: ExerciseId;
  /** 1–5: P1 to P5. */
  readonly stage: number;
  readonly level: ExerciseLevel;
  /** It was done before: a new stage is one change of the week. */
  readonly isNew: boolean;
  /** Landings, both feet together counted once; null: sprints have none. */
  readonly contacts: number | null;
}

/** Whether both mornings after a session are known and settled. */
function settledAt48h(date: string, mornings: readonly Morning[], settled: number): boolean {
  const day = parseIsoDay(date);
  return [1, 2].every((after) => {
    const morning = mornings.find((each) => each.date === isoDay(day + after));
    return morning !== undefined && morning.pain <= settled;
  });
}

const stepsOf = (exercise: ExerciseId, level: ExerciseLevel): number | null => {
  const { sets = 0, reps } = exerciseOf(exercise).levels[level - 1] ?? {};
  return reps ? Math.min(MOST_CONTACTS, sets * reps[1] * (exerciseOf(exercise).perSide ? 2 : 1)) : null;
};

/**
 * Levels 1–3 of a stage, then the next stage, each after two settled sessions; back one level after one that was not.
 * @param sessions in the order of days
 * @param mayBeNew whether this week's one change may be a new stage; else the one before it is done again, or none
 */
export function jumpStage(
  sessions: readonly DoneSession[],
  mornings: readonly Morning[],
  limits: Limits,
  mayBeNew = true,
): JumpStage | null {
  let at = 0;
  let settledOnes = 0;
  const last = JUMP_STAGES.length * 3 - 1;
  for (const { date, exercises } of sessions) {
    const done = exercises.filter(({ exercise }) => JUMP_STAGES.includes(exercise));
    const highest = done.reduce(
      (most, { exercise, level }) => Math.max(most, JUMP_STAGES.indexOf(exercise) * 3 + level - 1),
      -1,
    );
    if (highest < 0) continue;
    const pain = Math.max(...done.map((each) => each.pain ?? 0));
    const known = done.every((each) => each.pain !== null);
    if (highest < at) continue;
    if (pain > limits.exercise) {
      at = Math.max(0, at - 1);
      settledOnes = 0;
    } else if (known && settledAt48h(date, mornings, limits.settled)) {
      settledOnes += 1;
      if (settledOnes >= STAGE_SESSIONS) {
        at = Math.min(last, at + 1);
        settledOnes = 0;
      }
    } else {
      settledOnes = 0;
    }
  }
  const wanted = stageAt(at, sessions);
  if (mayBeNew || !wanted.isNew) return wanted;
  return at === 0 ? null : stageAt(at - 1, sessions);
}

/** The stage and level of a place in the order of fifteen: three levels of each of the five stages. */
function stageAt(place: number, sessions: readonly DoneSession[]): JumpStage {
  const stage = Math.floor(place / 3);
  const level = ((place % 3) + 1) as ExerciseLevel;
  const exercise = JUMP_STAGES[stage] ?? 'pogo';
  const isNew = !sessions.some(({ exercises }) =>
    exercises.some((each) => each.exercise === exercise && each.level >= level),
  );
  return { exercise, stage: stage + 1, level, isNew, contacts: stepsOf(exercise, level) };
}

/** Whether enough days lie between. @param today day number */
export function jumpsFit(
  sessions: readonly DoneSession[],
  exercise: ExerciseId,
  tendon: boolean,
  today: number,
): boolean {
  const days = sessions
    .filter(({ exercises }) => exercises.some((each) => JUMP_STAGES.includes(each.exercise)))
    .map(({ date }) => parseIsoDay(date))
    .filter((day) => day <= today);
  const lastDay = days.reduce((most, day) => Math.max(most, day), -Infinity);
  const between =
    exercise === 'uphill_sprint' ? DAYS_BETWEEN_SPRINTS : tendon ? DAYS_BETWEEN_TENDON : DAYS_BETWEEN;
  return today - lastDay >= between && days.filter((day) => today - day < WEEK_DAYS).length < A_WEEK;
}
