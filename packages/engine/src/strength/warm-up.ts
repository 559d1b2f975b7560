/** What to do before and after a run, and on a stiff day off (training.md §3). Order and seconds: our choice. */
import type { EvidenceId } from '../evidence/mark.ts';
import { ofFamilies } from './cautions.ts';
import type { ExerciseId } from './exercise.ts';
import type { Family } from '../pain/family.ts';

type PlainStep = 'walk' | 'on-the-spot' | 'stride' | 'calf-stretch';

export type RoutineStep =
  | {
      readonly does: 'exercise';
      readonly exercise: ExerciseId;
      readonly seconds: number;
      readonly perSide: boolean;
      readonly reps: number | null;
    }
  /** Plain things: walking, steps on the spot at the target cadence, short fast stretches. */
  | {
      readonly does: PlainStep;
      readonly seconds: number;
      readonly perSide: boolean;
      readonly reps: number | null;
    };

export type RoutineId = 'before-run' | 'before-run-short' | 'before-hard-run' | 'after-run' | 'rest-day';

export interface Routine {
  readonly id: RoutineId;
  readonly steps: readonly RoutineStep[];
  readonly evidence: EvidenceId;
}

const move = (
  exercise: ExerciseId,
  seconds: number,
  reps: number | null = null,
  perSide = false,
): RoutineStep => ({ does: 'exercise', exercise, seconds, reps, perSide });
const plain = (
  does: PlainStep,
  seconds: number,
  reps: number | null = null,
  perSide = false,
): RoutineStep => ({ does, seconds, reps, perSide });

/** Seconds and repetitions of every step: our choice, in the order popular articles advise [popular-articles]. */
const BEFORE: readonly RoutineStep[] = [
  plain('walk', 180),
  move('leg_swings', 60),
  move('glute_bridge', 40, 10),
  move('worlds_greatest', 60),
  move('monster_walk', 60),
  move('calf_raise', 30, 10),
  plain('on-the-spot', 30),
];

/** Warm-ups as lists of moves, seconds and repetitions each. [popular-articles] Lengths: our choice. */
export const ROUTINES: readonly Routine[] = [
  { id: 'before-run', steps: BEFORE, evidence: 'popular-articles' },
  {
    id: 'before-run-short',
    steps: [plain('walk', 180), move('leg_swings', 60)],
    evidence: 'our-choice',
  },
  { id: 'before-hard-run', steps: [...BEFORE, plain('stride', 20, 3)], evidence: 'our-choice' },
  {
    // Long holds come after: before effort they cost a little performance.
    id: 'after-run',
    steps: [
      plain('walk', 180),
      move('hamstring_stretch', 45, null, true),
      move('hip_flexor', 45, null, true),
      plain('calf-stretch', 30, null, true),
    ],
    evidence: 'static-holds-review',
  },
  {
    id: 'rest-day',
    steps: [
      move('ankle_to_wall', 60, 10, true),
      move('hip_flexor', 45, null, true),
      move('quad_stretch', 45, null, true),
      move('foam_roll_quads', 75),
    ],
    evidence: 'foam-rolling-review',
  },
];

/**
 * The routine for a runner: steps that do not go with a family or with a sore knee are left out.
 * @param sore whether the knee is above settled
 */
export function routineFor(id: RoutineId, families: readonly Family[], sore: boolean): Routine {
  const found = ROUTINES.find((routine) => routine.id === id);
  if (!found) throw new RangeError(`id must be a routine, got ${id}`);
  return {
    ...found,
    steps: found.steps.filter(
      (step) =>
        step.does !== 'exercise' ||
        ofFamilies(step.exercise, families).every(
          ({ kind }) => kind !== 'avoid' && (kind !== 'while-sore' || !sore),
        ),
    ),
  };
}

/** Seconds a routine takes, both sides counted. */
export const routineSeconds = ({ steps }: Routine): number =>
  steps.reduce(
    (total, { does, seconds, perSide, reps }) =>
      total + seconds * (perSide ? 2 : 1) * (does === 'stride' ? (reps ?? 1) : 1),
    0,
  );
