/**
 * Runners whose knees do not answer as the learner supposes (models.md A, V1–V6): what is learnt has to stand up to
 * them too. V0 is the drawn runner as it is. All numbers are choices.
 */
import { seededRandom } from '../random.ts';
import { drawRunner, type DrawnRunner } from '../model/drawn-runner.ts';

export const VARIANTS = ['V0', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
export type Variant = (typeof VARIANTS)[number];

/** What each variant is, for people. */
export const VARIANT_IS: Readonly<Record<Variant, string>> = {
  V0: 'as the learner assumes',
  V1: 'pain in a straight line',
  V2: 'damage, not impulse',
  V3: 'start pain, late answer',
  V4: 'wild days, jumps',
  V5: 'slow growth',
  V6: 'fast growth',
};

export interface VariantRunner extends DrawnRunner {
  readonly variant: Variant;
  /** V1: pain rises in a straight line from this share of capacity on; null: with a power. */
  readonly straightFrom: number | null;
  /** V2: dose goes with (force ÷ force at easy pace) to this power. */
  readonly forcePower: number;
  /** V3: pain of the first steps, which eases. */
  readonly startPain: number;
  /** V4: day noise with the tails of Student's t, 3 degrees of freedom. */
  readonly wildDays: boolean;
  /** V4: chance a week of a jump of ln capacity, and its SD. */
  readonly jumps: { readonly chance: number; readonly sd: number };
}

const STRAIGHT_FROM = [0.4, 0.8] as const;
const DAMAGE_POWER = 3;
const LATE = { startPain: [0.5, 1.6], shift: [0.2, 0.6], irritates: 1.6 } as const;
const JUMPS = { chance: 0.15, sd: 0.25 } as const;
const SLOW_GROWTH = 0.25;
const FAST_GROWTH = 2;
const NO_JUMPS = { chance: 0, sd: 0 } as const;

/** The runner of a seed under a variant: everything the variant does not change is the same in all of them. */
export function drawVariant(seed: number, variant: Variant): VariantRunner {
  const random = seededRandom(seed);
  const runner = drawRunner(random);
  const extra = random.fork('variant');
  const plain: VariantRunner = {
    ...runner,
    variant,
    straightFrom: null,
    forcePower: 0,
    startPain: 0,
    wildDays: false,
    jumps: NO_JUMPS,
  };
  switch (variant) {
    case 'V0':
      return plain;
    case 'V1':
      return { ...plain, straightFrom: extra.between(...STRAIGHT_FROM) };
    case 'V2':
      return { ...plain, forcePower: DAMAGE_POWER };
    case 'V3':
      return {
        ...plain,
        startPain: extra.between(...LATE.startPain),
        pain: { ...runner.pain, shift: extra.between(...LATE.shift) },
        irritability: { ...runner.irritability, size: LATE.irritates * runner.irritability.size },
      };
    case 'V4':
      return { ...plain, wildDays: true, jumps: JUMPS };
    case 'V5':
      return { ...plain, growth: SLOW_GROWTH * runner.growth };
    case 'V6':
      return { ...plain, growth: FAST_GROWTH * runner.growth };
  }
}
