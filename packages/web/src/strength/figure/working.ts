/** What of an exercise works, and the line to hold: for its drawing. */
import type { ExerciseId, Joint } from '@kneewise/engine';

export type Part = 'thighL' | 'thighR' | 'shinL' | 'shinR' | 'trunk';
export interface Working {
  readonly parts: readonly Part[];
  /** The other leg stands behind, in the far tone. */
  readonly near: 'L' | 'R';
  readonly line: readonly [Joint, Joint];
}
const back: Working['line'] = ['shoulder', 'hip'];
const left = (line: Working['line'] = back): Working => ({ parts: ['thighL'], near: 'L', line });
const right = (line: Working['line'] = back): Working => ({ parts: ['thighR'], near: 'R', line });
const calf: Working = { parts: ['shinL'], near: 'L', line: ['shoulder', 'kneeL'] };

export const WORKING: Readonly<Record<ExerciseId, Working>> = {
  monster_walk: { parts: ['thighL', 'thighR'], near: 'L', line: back },
  clamshell: right(),
  fire_hydrant: left(),
  side_lying_abduction: right(),
  straight_leg_raise: right(['hip', 'ankleR']),
  glute_bridge: left(['shoulder', 'kneeL']),
  single_leg_bridge: left(['shoulder', 'ankleR']),
  hamstring_bridge: left(['shoulder', 'kneeL']),
  single_leg_deadlift: right(['shoulder', 'ankleL']),
  squat: left(),
  split_squat: left(),
  lunge: left(),
  step_up: left(),
  step_down: left(),
  single_leg_squat: left(),
  leg_press: left(),
  leg_extension: left(),
  calf_raise: calf,
  calf_raise_bent: calf,
  spanish_squat: left(),
  wall_sit: left(),
  plank: { parts: ['trunk'], near: 'L', line: ['shoulder', 'ankleL'] },
  side_plank: { parts: ['trunk'], near: 'L', line: ['shoulder', 'ankleL'] },
  med_ball_rotation: { parts: ['trunk'], near: 'L', line: back },
  balance_30: { parts: ['thighR', 'shinR'], near: 'R', line: ['shoulder', 'ankleR'] },
  leg_swings: left(),
  worlds_greatest: right(),
  hip_flexor: left(),
  quad_stretch: left(),
  hamstring_stretch: left(['hip', 'ankleL']),
  ankle_to_wall: { parts: ['shinR'], near: 'R', line: back },
  foam_roll_quads: left(),
  pogo: { parts: ['shinL', 'shinR'], near: 'L', line: ['shoulder', 'kneeL'] },
  jump_squat: left(),
  jumping_lunge: left(),
  single_leg_landing: right(),
  uphill_sprint: left(),
};
