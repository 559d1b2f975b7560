/**
 * Which exercises for which pain, in three phases (training.md §2). Lists: our choice from [barton-2015, ferber-2015].
 * At the kneecap deep bends come late, as depth loads it more than speed does [kneecap-load-index]. After a year
 * free activity with education had ended like exercises for hip or knee [hott-2020]: no list is shown to be better.
 */
import type { Family } from '../pain/family.ts';
import type { ExerciseId } from './exercise.ts';

export type StrengthPhase = 'calm' | 'build' | 'run-specific';
/** Two different days in the phases that are heavy; the calm list is one. */
export type StrengthDay = 'A' | 'B';

/** An exercise, or the first of several that the runner's equipment allows. */
export type Choice = readonly [ExerciseId, ...ExerciseId[]];

export interface Programme {
  readonly calm: readonly Choice[];
  readonly build: Readonly<Record<StrengthDay, readonly Choice[]>>;
  readonly 'run-specific': Readonly<Record<StrengthDay, readonly Choice[]>>;
  /** Whether jumps and hill sprints belong to it: `optional` only where the runner asks for them. */
  readonly jumps: 'yes' | 'optional' | 'no';
  /** A physiotherapist leads; ours is only what to ask about. */
  readonly withPhysio: boolean;
}

const list = (text: string): readonly Choice[] =>
  text.split(', ').map((each) => each.split('|') as unknown as Choice);
const days = (a: string, b: string): Readonly<Record<StrengthDay, readonly Choice[]>> => ({
  A: list(a),
  B: list(b),
});

const kneecap: Programme = {
  calm: list('side_lying_abduction, glute_bridge, straight_leg_raise, wall_sit'),
  build: days(
    'squat, side_lying_abduction, calf_raise, side_plank',
    'leg_press|split_squat, single_leg_bridge, leg_extension, plank',
  ),
  'run-specific': days('single_leg_squat, hamstring_bridge', 'step_down, squat, calf_raise_bent'),
  jumps: 'yes',
  withPhysio: false,
};

const withPhysio: Programme = {
  calm: list('wall_sit, glute_bridge'),
  build: days('squat, single_leg_bridge, calf_raise', 'squat, single_leg_bridge, calf_raise'),
  'run-specific': days('squat, single_leg_bridge, calf_raise', 'squat, single_leg_bridge, calf_raise'),
  jumps: 'no',
  withPhysio: true,
};

export const PROGRAMMES: Readonly<Record<Family, Programme>> = {
  PF: kneecap,
  GN: kneecap,
  FP: { ...kneecap, calm: list('side_lying_abduction, glute_bridge, wall_sit') },
  IT: {
    calm: list('side_lying_abduction, glute_bridge, clamshell, fire_hydrant'),
    build: days(
      'squat, monster_walk, single_leg_deadlift',
      'split_squat, side_lying_abduction, calf_raise, side_plank',
    ),
    'run-specific': days('step_down, single_leg_deadlift', 'single_leg_squat, med_ball_rotation'),
    jumps: 'yes',
    withPhysio: false,
  },
  TE: {
    calm: list('leg_extension|spanish_squat, calf_raise'),
    build: days('leg_press|split_squat, leg_extension, calf_raise', 'squat, split_squat, plank'),
    'run-specific': days('squat, single_leg_squat', 'leg_press|split_squat'),
    jumps: 'yes',
    withPhysio: false,
  },
  PA: {
    calm: list('glute_bridge, hamstring_bridge'),
    build: days('single_leg_deadlift, squat', 'hamstring_bridge, split_squat, side_plank'),
    'run-specific': days(
      'single_leg_deadlift, squat, step_down',
      'hamstring_bridge, split_squat, side_plank',
    ),
    jumps: 'yes',
    withPhysio: false,
  },
  OA: {
    calm: list('wall_sit, glute_bridge, balance_30'),
    build: days('leg_press|squat, step_up, calf_raise', 'squat, single_leg_bridge, balance_30'),
    'run-specific': days(
      'leg_press|squat, step_up, calf_raise, lunge',
      'squat, single_leg_bridge, balance_30',
    ),
    jumps: 'optional',
    withPhysio: false,
  },
  GP: withPhysio,
  // Bone stress: no jumps before four clean weeks at thirty minutes; `unlock.ts` holds that.
  BS: { ...withPhysio, jumps: 'optional' },
};

/** The programme of several families is that of the one with the lowest ceiling: the sorer knee leads. Our choice. */
const LEADS: readonly Family[] = ['BS', 'GP', 'FP', 'PF', 'GN', 'IT', 'PA', 'OA', 'TE'];

/** @param families at least one */
export function programmeFor(families: readonly Family[]): {
  readonly family: Family;
  readonly programme: Programme;
} {
  const family = LEADS.find((each) => families.includes(each));
  if (family === undefined) throw new RangeError('families must name at least one family, got none');
  return { family, programme: PROGRAMMES[family] };
}
