/** What was done in a strength session, as the player logs it. null: not said; it never counts as nothing. */
import type { Side } from '../pain/check-in.ts';
import type { ExerciseId, ExerciseLevel } from './exercise.ts';
import type { StrengthDay, StrengthPhase } from './programmes.ts';

export interface DoneSet {
  /** null: both at once. */
  readonly side: Side | null;
  readonly reps: number | null;
  /** Seconds held. */
  readonly holdS: number | null;
  /** 0: no weight; null: not said. */
  readonly loadKg: number | null;
  /** Repetitions that would still have gone. */
  readonly reserve: number | null;
}

export interface DoneExercise {
  readonly exercise: ExerciseId;
  readonly level: ExerciseLevel;
  /** In the shortened range, as the session asked. */
  readonly short: boolean;
  /** What was asked for: sets (of each side), and the top of the range, repetitions or seconds. */
  readonly askedSets: number;
  readonly askedTop: number;
  readonly sets: readonly DoneSet[];
  /** Worst pain, the worse side, 0–10. */
  readonly pain: number | null;
  readonly formLost: boolean | null;
}

export interface DoneSession {
  readonly id: string;
  /** Local day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly phase: StrengthPhase;
  /** null in the calm phase. */
  readonly day: StrengthDay | null;
  readonly exercises: readonly DoneExercise[];
  /** Effort of the whole session, 0–10. */
  readonly rpe: number | null;
}

/** A morning's worst pain, 0–10. */
export interface Morning {
  readonly date: string;
  readonly pain: number;
}
