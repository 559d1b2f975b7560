/** The shapes of the strength page. The functions at the end fail to compile where engine and schema part ways. */
import { z } from '@hono/zod-openapi';
import { EXERCISE_IDS } from '@kneewise/engine';
import { Because } from '../engine-shapes.ts';
import { isDay, isSpokenOf } from '../days.ts';
import type { Item, StrengthAnswer } from './strength-for.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const Exercise = z.enum(EXERCISE_IDS);
const Side = z.enum(['left', 'right']);
const Mark = z.enum(['own-data', 'expert', 'lab', 'cohort', 'randomised']);
const Family = z.enum(['PF', 'FP', 'IT', 'PA', 'GN', 'GP', 'OA', 'TE', 'BS']);
const Kit = z.enum(['band', 'mat', 'weight', 'step', 'gym', 'roller', 'hill']);
const Phase = z.enum(['calm', 'build', 'run-specific']);
const Level = z.literal([1, 2, 3]);
const Span = z.tuple([z.number(), z.number()]).readonly();
const Reason = z.object({
  code: z.string(),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
  evidence: z.string(),
  mark: Mark,
});
const Criterion = z.object({
  code: z.string(),
  met: z.enum(['yes', 'no', 'unknown']),
  figures: z.record(z.string(), z.number()),
});
const LoadKg = z.discriminatedUnion('known', [
  z.object({ known: z.literal(true), value: z.number() }),
  z.object({ known: z.literal(false), because: Because }),
]);
const StrengthItem = z.object({
  exercise: Exercise,
  level: Level,
  sets: z.number(),
  reps: Span.nullable(),
  holdS: Span.nullable(),
  tempo: z.tuple([z.number(), z.number(), z.number()]).readonly().nullable(),
  restS: Span,
  reserve: Span.nullable(),
  perSide: z.boolean(),
  firstSide: Side.nullable(),
  loadKg: LoadKg,
  short: z.boolean(),
  painLimit: z.number(),
  cautions: list(
    z.object({
      kind: z.enum(['avoid', 'while-sore', 'late', 'from-week', 'short', 'care']),
      families: list(Family).nullable(),
      week: z.number().optional(),
    }),
  ),
  reasons: list(Reason),
  dose: z.enum(['control', 'hold', 'trunk', 'heavy', 'balance', 'mobility', 'plyometric']),
  region: z.enum(['knee', 'hip', 'trunk', 'calf', 'whole']),
  kit: list(Kit),
  weighted: z.boolean(),
  evidence: z.string(),
  mark: Mark,
});
const Timed = { seconds: z.number(), perSide: z.boolean(), reps: z.number().nullable() };
const Routine = z.object({
  id: z.enum(['before-run', 'before-run-short', 'before-hard-run', 'after-run', 'rest-day']),
  steps: list(
    z.union([
      z.object({ does: z.literal('exercise'), exercise: Exercise, ...Timed }),
      z.object({ does: z.enum(['walk', 'on-the-spot', 'stride', 'calf-stretch']), ...Timed }),
    ]),
  ),
  evidence: z.string(),
});

/** More than anybody does in one session. Our choices. */
const MOST = { exercises: 30, sets: 40, reps: 500, holdS: 3600, loadKg: 1000 };
const SpokenDay = z
  .string()
  .refine((text) => isDay(text) && isSpokenOf(text), 'must be a day of the calendar, YYYY-MM-DD');
const Pain = z.number().int().min(0).max(10);
const DoneSet = z.object({
  side: Side.nullable(),
  reps: z.number().int().min(0).max(MOST.reps).nullable(),
  holdS: z.number().min(0).max(MOST.holdS).nullable(),
  loadKg: z.number().min(0).max(MOST.loadKg).nullable(),
  reserve: z.number().int().min(0).max(20).nullable(),
});
const DoneExercise = z.object({
  exercise: Exercise,
  level: Level,
  short: z.boolean(),
  askedSets: z.number().int().min(0).max(MOST.sets),
  askedTop: z.number().min(0).max(MOST.holdS),
  sets: z.array(DoneSet).max(MOST.sets).readonly(),
  pain: Pain.nullable(),
  formLost: z.boolean().nullable(),
});

/** POST /api/strength/sessions: `id` is the page's own, so that what is sent twice is kept once */
export const StrengthSession = z.object({
  id: z.string().regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits or dashes'),
  atMs: z.number().int().min(0).max(Date.parse('2099-12-31T23:59:59.999Z')),
  date: SpokenDay,
  phase: Phase,
  day: z.enum(['A', 'B']).nullable(),
  exercises: z.array(DoneExercise).max(MOST.exercises).readonly(),
  rpe: Pain.nullable(),
});
const KeptSession = StrengthSession.extend({ id: z.string() });

const Tests = z.object({
  calfRaises: z
    .object({ left: z.number().int().min(0).max(MOST.reps), right: z.number().int().min(0).max(MOST.reps) })
    .nullable(),
  oneLegSquats: z.object({ count: z.number().int().min(0).max(MOST.reps), pain: Pain.nullable() }).nullable(),
  balanceS: z.number().min(0).max(MOST.holdS).nullable(),
  pogos: z.object({ count: z.number().int().min(0).max(MOST.reps), pain: Pain.nullable() }).nullable(),
});
/** PUT /api/strength/said: the parts that change; stairs and tests are told as of today */
export const ChangedStrengthSaid = z.object({
  kit: z.array(Kit).max(10).readonly().optional(),
  stairs: z.object({ pain: Pain }).nullable().optional(),
  tests: Tests.nullable().optional(),
  wantsJumps: z.boolean().optional(),
});

/** GET /api/strength */
export const Strength = z.object({
  date: z.string(),
  kind: z.enum(['session', 'rest', 'refer', 'ask-first']),
  family: Family,
  phase: Phase,
  day: z.enum(['A', 'B']).nullable(),
  week: z.number(),
  minutes: Span,
  withPhysio: z.boolean(),
  reasons: list(Reason),
  items: list(StrengthItem),
  list: list(Exercise),
  jumps: z
    .object({
      exercise: Exercise,
      stage: z.number(),
      level: Level,
      isNew: z.boolean(),
      contacts: z.number().nullable(),
    })
    .nullable(),
  jumpsBelong: z.enum(['yes', 'optional', 'no']),
  unlock: z.object({ open: z.boolean(), criteria: list(Criterion) }),
  nextPhase: list(Criterion),
  said: z.object({
    kit: list(Kit).optional(),
    stairs: z.object({ pain: z.number(), date: z.string() }).optional(),
    tests: Tests.extend({ date: z.string() }).optional(),
    wantsJumps: z.boolean().optional(),
  }),
  balance: list(
    z.object({
      exercise: Exercise,
      left: z.number(),
      right: z.number(),
      weaker: Side.nullable(),
      sessions: z.number(),
    }),
  ),
  sessions: list(KeptSession),
  routines: list(Routine),
});

export const strengthAsSent = (answer: StrengthAnswer): z.input<typeof Strength> => answer;
export const itemAsSent = (item: Item): z.input<typeof StrengthItem> => item;
