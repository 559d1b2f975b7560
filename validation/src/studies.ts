/**
 * All simulated studies, in threads: as many at a time as there are processors. Seeds are stated, so that the figures
 * can be had again.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { VARIANTS } from '@kneewise/simulator';
import { type AuditRequest, type AuditStudy, studyAudit } from './audit-study.ts';
import { type CadenceRequest, type CadenceStudy, studyCadence } from './cadence-study.ts';
import {
  FORM_SIZES,
  type FormRequest,
  type FormSizes,
  type FormStudy,
  studyForm,
} from './form/form-study.ts';
import { type StudyRequest, SEEDS, studyVariant, type VariantStudies } from './policies-studies.ts';

export interface Sizes {
  /** For each of the three seeds. */
  readonly edgeRunners: number;
  /** Policies of V0 are compared with printed means, which scatter: more runners there. */
  readonly policyRunnersV0: number;
  readonly policyRunners: number;
  readonly lineRunners: number;
  readonly auditRunners: number;
  readonly form: FormSizes;
}

export const FULL: Sizes = {
  edgeRunners: 70,
  policyRunnersV0: 100,
  policyRunners: 40,
  lineRunners: 70,
  auditRunners: 70,
  form: FORM_SIZES,
};

export type Request = StudyRequest | FormRequest | CadenceRequest | AuditRequest;
export type Answer = VariantStudies | FormStudy | CadenceStudy | AuditStudy;

/** Does what is asked for, in the thread it is called in. */
export function answer(request: Request): Answer {
  switch (request.kind) {
    case 'variant':
      return studyVariant(request);
    case 'form':
      return studyForm(request);
    case 'cadence':
      return studyCadence(request);
    case 'audit':
      return studyAudit(request);
  }
}

/** More threads than this gain little. */
const MOST_THREADS = 4;
const threads = { free: Math.min(MOST_THREADS, availableParallelism()), waiting: [] as (() => void)[] };

/** Answers a request in a thread of its own, once one is free; first come, first served. @throws what it throws */
async function inThread(request: Request): Promise<Answer> {
  if (threads.free > 0) threads.free -= 1;
  else await new Promise<void>((resolve) => threads.waiting.push(resolve));
  try {
    return await inWorker(request);
  } finally {
    const next = threads.waiting.shift();
    if (next === undefined) threads.free += 1;
    else next();
  }
}

const inWorker = (request: Request): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('study-worker.ts', import.meta.url), { workerData: request });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of ${request.kind} ended with ${code}`)));
  });

/** What each kind of request is answered with. */
interface AnswerTo {
  readonly variant: VariantStudies;
  readonly form: FormStudy;
  readonly cadence: CadenceStudy;
  readonly audit: AuditStudy;
}
const all = <Kind extends keyof AnswerTo>(
  requests: readonly Extract<Request, { kind: Kind }>[],
): Promise<AnswerTo[Kind][]> => Promise.all(requests.map(inThread)) as Promise<AnswerTo[Kind][]>;

/** One for each of `VARIANTS`, in their order. */
export const variantStudies = (sizes = FULL): Promise<VariantStudies[]> =>
  all<'variant'>(
    VARIANTS.map((variant) => ({
      kind: 'variant',
      variant,
      edgeRunners: sizes.edgeRunners,
      policyRunners: variant === 'V0' ? sizes.policyRunnersV0 : sizes.policyRunners,
    })),
  );
/** One for each of `SEEDS`. */
export const formStudies = (sizes = FULL): Promise<FormStudy[]> =>
  all<'form'>(SEEDS.map((seed) => ({ kind: 'form', seed, sizes: sizes.form })));
export const cadenceStudies = (sizes = FULL): Promise<CadenceStudy[]> =>
  all<'cadence'>(SEEDS.map((seed) => ({ kind: 'cadence', seed, runners: sizes.lineRunners })));
export const auditStudies = (sizes = FULL): Promise<AuditStudy[]> =>
  all<'audit'>(SEEDS.map((seed) => ({ kind: 'audit', seed, runners: sizes.auditRunners })));
