/**
 * The simulated runners of models.md A–C, every variant: where their edge is found, and what each policy comes to.
 */
import {
  type Asked,
  type Data,
  type EdgeStudy,
  type PolicyStudy,
  studyEdge,
  studyPolicies,
  type Variant,
} from '@kneewise/simulator';

/** Runner i of seed s is drawn from 1000·s + i. */
export const SEEDS = [1, 2, 3] as const;
const SEED_STEP = 1000;
export const WEEKS = 16;

export interface StudyRequest {
  readonly kind: 'variant';
  readonly variant: Variant;
  /** For each of the three seeds. */
  readonly edgeRunners: number;
  readonly policyRunners: number;
}

export interface VariantStudies {
  readonly variant: Variant;
  /** By the rule of three quarters, and with random distances: one study a seed. */
  readonly rule: readonly EdgeStudy[];
  readonly random: readonly EdgeStudy[];
  /** V3 alone: both kinds of data where nobody asks whether pain eased on the way; empty for the others. */
  readonly notAskedIfEased: readonly EdgeStudy[];
  readonly policies: PolicyStudy;
}

const runnersOf = (seed: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => SEED_STEP * seed + i);

export function studyVariant({ variant, edgeRunners, policyRunners }: StudyRequest): VariantStudies {
  const edge = (data: Data, asked: Asked = 'everything'): EdgeStudy[] =>
    SEEDS.map((seed) =>
      studyEdge({ variant, data, runnerSeeds: runnersOf(seed, edgeRunners), weeks: WEEKS, asked }),
    );
  return {
    variant,
    rule: edge('rule'),
    random: edge('random'),
    notAskedIfEased:
      variant === 'V3' ? [...edge('rule', 'not-if-it-eased'), ...edge('random', 'not-if-it-eased')] : [],
    policies: studyPolicies(
      variant,
      SEEDS.flatMap((seed) => runnersOf(seed, policyRunners)),
      WEEKS,
    ),
  };
}
