/**
 * Tests a runner can do alone, in words. None has a cut-off that was validated at home, so what is seen is noted as
 * seen or not seen and weighs nothing.
 */
export type SelfTestSeen = 'seen' | 'not-seen' | 'unsure';

export interface SelfTest {
  /** Permanent. */
  readonly id: string;
  readonly title: string;
  readonly how: string;
  /** What "seen" means. */
  readonly lookFor: string;
  readonly notWhen: string;
  readonly reliability: string;
}

const POOR =
  'Unreliable: people who look at the same knee disagree, and so does the same person a day later. It is noted and weighs nothing.';

export const SELF_TESTS: readonly SelfTest[] = [
  {
    id: 'single-leg-squat',
    title: 'Squat on one leg, in a mirror',
    how: 'Stand on the sore leg before a mirror, a hand near a wall, and bend the knee slowly to about 60°, five times.',
    lookFor: 'The knee moves inside the big toe, or the other side of the pelvis drops.',
    notWhen: 'Not with a limp, a swollen knee or pain at rest.',
    reliability: POOR,
  },
  {
    id: 'balance-30',
    title: 'Stand on one leg for 30 seconds',
    how: 'Stand on the sore leg, eyes open, hands on the hips.',
    lookFor: 'The other foot has to touch down.',
    notWhen: 'Not when standing hurts.',
    reliability: POOR,
  },
  {
    id: 'step-count',
    title: 'Count your steps',
    how: 'On an easy run, count how often the right foot lands in 30 seconds, and take it times four.',
    lookFor: 'Fewer steps a minute than in your usual easy runs.',
    notWhen: 'Not while runs are stopped.',
    reliability: 'A count is good to a few steps a minute; what it says about a sore knee is not known.',
  },
  {
    id: 'outer-point',
    title: 'Press the outer point',
    how: 'Sit, bend the knee to about 30°, press the bony point on the outer side above the joint, and straighten slowly.',
    lookFor: 'The pain you know comes back under the finger.',
    notWhen: 'Not on a fresh injury.',
    reliability: POOR,
  },
];
