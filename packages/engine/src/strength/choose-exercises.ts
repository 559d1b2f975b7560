/** Which exercises of the list, for this kit, this knee and this light? What does not go is replaced, never just lost. */
import type { Family } from '../pain/family.ts';
import type { Light } from '../pain/state.ts';
import { ofFamilies } from './cautions.ts';
import type { Caution, Exercise, ExerciseId, Kit } from './exercise.ts';
import { exerciseOf } from './exercises.ts';
import type { Choice, StrengthPhase } from './programmes.ts';
import { type Standing, TOP_FOR_LEVEL } from './standing.ts';
import { type StrengthReason, strengthReason } from './strength-reasons.ts';

/** What stands in where the equipment is missing. Our choice. */
const WITHOUT_KIT: Readonly<Partial<Record<ExerciseId, ExerciseId>>> = {
  leg_press: 'split_squat',
  leg_extension: 'wall_sit',
  monster_walk: 'side_lying_abduction',
  spanish_squat: 'wall_sit',
  med_ball_rotation: 'side_plank',
  foam_roll_quads: 'ankle_to_wall',
};

/** Kit that everyone has or finds: a floor, a stair, a rucksack to fill; bands and machines are asked for. */
const FOUND_ANYWHERE: ReadonlySet<Kit> = new Set<Kit>(['mat', 'weight', 'step', 'hill']);

export interface ChooseFor {
  readonly families: readonly Family[];
  /** Equipment the runner says is there. */
  readonly kit: readonly Kit[];
  readonly light: Light;
  readonly phase: StrengthPhase;
  /** Week of the heavy block, 1 and above. */
  readonly week: number;
  /** Whether the knee is above settled. */
  readonly sore: boolean;
  readonly standing: (id: ExerciseId) => Standing;
}

export interface Chosen {
  readonly exercise: Exercise;
  readonly cautions: readonly Caution[];
  readonly because: readonly StrengthReason[];
}

const hasKit = ({ kit }: Exercise, there: readonly Kit[]): boolean =>
  kit.every((each) => FOUND_ANYWHERE.has(each) || there.includes(each));

/** Whether something about this knee speaks against it today. */
function isBarred(cautions: readonly Caution[], { phase, week, sore, light }: ChooseFor): boolean {
  const troubled = sore || (light !== 'GO' && light !== 'HOLD');
  return cautions.some(({ kind, week: from }) => {
    switch (kind) {
      case 'avoid':
        return true;
      case 'while-sore':
        return troubled;
      case 'late':
        return phase !== 'run-specific';
      case 'from-week':
        return phase === 'calm' || (phase === 'build' && week < (from ?? 1));
      case 'short':
      case 'care':
        return false;
    }
  });
}

/** In PAUSE: hip, trunk and calf, and of knee work only what is held. */
const goesInPause = ({ region, dose }: Exercise): boolean =>
  dose === 'hold' || (dose !== 'plyometric' && region !== 'knee');

/** Easier ones are tried so often; the chains are shorter than so many steps. Our choice. */
const MOST_STEPS = 6;

/** One exercise of a list, or what stands in for it; null: nothing of its kind goes today. */
function choose(choice: Choice, ground: ChooseFor): Chosen | null {
  const because: StrengthReason[] = [];
  const withKit = choice.find((id) => hasKit(exerciseOf(id), ground.kit));
  let id: ExerciseId | null = withKit ?? choice[0];
  for (let tried = 0; id !== null && tried < MOST_STEPS; tried += 1) {
    const exercise: Exercise = exerciseOf(id);
    const cautions = ofFamilies(id, ground.families);
    const { insteadOf } = ground.standing(id);
    // The easier one stands in until it went well often enough for a next level.
    const stillTooMuch = insteadOf !== null && ground.standing(insteadOf).topAtLevel < TOP_FOR_LEVEL;
    if (!hasKit(exercise, ground.kit)) {
      because.push(strengthReason('instead-of-kit', { exercise: id }));
      id = WITHOUT_KIT[id] ?? exercise.easier;
    } else if (isBarred(cautions, ground)) {
      because.push(strengthReason('instead-of-caution', { exercise: id }));
      id = exercise.easier;
    } else if (stillTooMuch) {
      because.push(strengthReason('instead-of-too-much', { exercise: id }));
      id = insteadOf;
    } else if (ground.light === 'PAUSE' && !goesInPause(exercise)) {
      id = exercise.easier;
    } else {
      return { exercise, cautions, because };
    }
  }
  return null;
}

/** Every choice of a list, each exercise once. */
export function chooseExercises(list: readonly Choice[], ground: ChooseFor): readonly Chosen[] {
  const chosen: Chosen[] = [];
  for (const choice of list) {
    const next = choose(choice, ground);
    if (next && !chosen.some(({ exercise }) => exercise.id === next.exercise.id)) chosen.push(next);
  }
  return chosen;
}
