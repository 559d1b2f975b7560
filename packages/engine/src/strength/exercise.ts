/** What an exercise is: reviewable data, so that a physiotherapist can read it line by line (K11, training.md §1). */
import type { EvidenceId } from '../evidence/mark.ts';
import type { Family } from '../pain/family.ts';

/** Permanent ids; the words of each are under `exercise` in the file of sentences. */
export const EXERCISE_IDS = [
  'monster_walk',
  'clamshell',
  'fire_hydrant',
  'side_lying_abduction',
  'straight_leg_raise',
  'glute_bridge',
  'single_leg_bridge',
  'hamstring_bridge',
  'single_leg_deadlift',
  'squat',
  'split_squat',
  'lunge',
  'step_up',
  'step_down',
  'single_leg_squat',
  'leg_press',
  'leg_extension',
  'calf_raise',
  'calf_raise_bent',
  'spanish_squat',
  'wall_sit',
  'plank',
  'side_plank',
  'med_ball_rotation',
  'balance_30',
  'leg_swings',
  'worlds_greatest',
  'hip_flexor',
  'quad_stretch',
  'hamstring_stretch',
  'ankle_to_wall',
  'foam_roll_quads',
  'pogo',
  'jump_squat',
  'jumping_lunge',
  'single_leg_landing',
  'uphill_sprint',
] as const;
export type ExerciseId = (typeof EXERCISE_IDS)[number];

/** Gives the dose where a level says nothing else: `doses.ts`. */
export type DoseClass = 'control' | 'hold' | 'trunk' | 'heavy' | 'balance' | 'mobility' | 'plyometric';
export type Kit = 'band' | 'mat' | 'weight' | 'step' | 'gym' | 'roller' | 'hill';
/** `knee` is what an irritated knee is spared first: it bends under load. */
export type Region = 'knee' | 'hip' | 'trunk' | 'calf' | 'whole';
export type ExerciseLevel = 1 | 2 | 3;
export type Span = readonly [low: number, high: number];

/** What one level asks for where it differs from its class. */
export interface LevelDose {
  readonly sets?: number;
  readonly reps?: Span;
  /** Seconds. */
  readonly holdS?: Span;
  /** Carries a load that is logged. */
  readonly weighted?: boolean;
}

/**
 * What to mind. `avoid`: not for this family; `while-sore`: not while the knee is above settled or the light below HOLD;
 * `late`: only in the run-specific phase; `from-week`: from that week of building on; `short`: begin in a short range;
 * `care`: said, and nothing changes.
 */
export interface Caution {
  readonly kind: 'avoid' | 'while-sore' | 'late' | 'from-week' | 'short' | 'care';
  /** null: for everyone. */
  readonly families: readonly Family[] | null;
  /** Only for `from-week`. */
  readonly week?: number;
}

export interface Exercise {
  readonly id: ExerciseId;
  readonly dose: DoseClass;
  readonly region: Region;
  readonly kit: readonly Kit[];
  readonly perSide: boolean;
  readonly levels: readonly [LevelDose, LevelDose, LevelDose];
  /** What to do instead where this is too much, and what comes after its third level. Our choice. */
  readonly easier: ExerciseId | null;
  readonly harder: ExerciseId | null;
  readonly cautions: readonly Caution[];
  /** Load index of the patellar tendon at the first level (running: 0.61); null: not measured. [tendon-load-index] */
  readonly tendonLoad: number | null;
  readonly evidence: EvidenceId;
}
