/**
 * The simulated runners of models.md A–C, every variant: where their edge is found, and what each policy comes to.
 * Seeds are stated, so that the figures can be had again; two variants at a time where there are processors.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  type Asked,
  type Data,
  type EdgeStudy,
  type PolicyStudy,
  studyEdge,
  studyPolicies,
  type Variant,
  VARIANTS,
} from '@kneewise/simulator';

/** Runner i of seed s is drawn from 1000·s + i. */
export const SEEDS = [1, 2, 3] as const;
const SEED_STEP = 1000;
export const WEEKS = 16;

export interface StudyRequest {
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

export interface Sizes {
  readonly edgeRunners: number;
  /** Policies of V0 are compared with printed means, which scatter: more runners there. */
  readonly policyRunnersV0: number;
  readonly policyRunners: number;
}

export const FULL: Sizes = { edgeRunners: 70, policyRunnersV0: 100, policyRunners: 40 };

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

/** More threads than this gain little: there are seven variants. */
const MOST_THREADS = 4;

/** All variants, in order. @throws whatever a worker throws */
export async function simulatedStudies(sizes: Sizes = FULL): Promise<readonly VariantStudies[]> {
  const waiting: StudyRequest[] = VARIANTS.map((variant) => ({
    variant,
    edgeRunners: sizes.edgeRunners,
    policyRunners: variant === 'V0' ? sizes.policyRunnersV0 : sizes.policyRunners,
  }));
  const done: VariantStudies[] = [];
  const lane = async (): Promise<void> => {
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
      done.push(await inWorker(request));
    }
  };
  await Promise.all(Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, lane));
  return done.toSorted((a, b) => VARIANTS.indexOf(a.variant) - VARIANTS.indexOf(b.variant));
}

const inWorker = (request: StudyRequest): Promise<VariantStudies> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('policies-worker.ts', import.meta.url), { workerData: request });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the worker of ${request.variant} ended with ${code}`)));
  });
