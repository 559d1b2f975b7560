/** The shapes of the cadence page. The function at the end fails to compile where engine and schema part ways. */
import { z } from '@hono/zod-openapi';
import { COUNT_RANGE_SPM } from '@kneewise/engine';
import { measured } from '../engine-shapes.ts';
import type { CadenceAnswer } from './cadence-for.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const Ratio = z.object({ value: z.number(), low: z.number(), high: z.number() });
const Step = z.literal([0.05, 0.075, 0.1]);
const Beats = z.object({ stepsPerBeat: z.literal([1, 2]), lowBpm: z.number(), highBpm: z.number() });
const Beat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('blocks'), repeats: z.number(), onMin: z.number(), offMin: z.number() }),
  z.object({ kind: z.literal('each-km'), onS: z.number() }),
  z.object({ kind: z.literal('none') }),
]);
const WeekPlan = z.object({ beat: Beat, test: z.boolean() });

/** GET /api/cadence */
export const Cadence = z.object({
  date: z.string(),
  easySpeedMps: measured(z.number()),
  line: z.object({
    from: z.enum(['own', 'population']),
    centreMps: z.number(),
    centreSpm: z.number(),
    centreSe: z.number(),
    slope: z.number(),
    slopeSe: z.number(),
    daySd: z.number().nullable(),
    binSd: z.number().nullable(),
    runs: z.number(),
    bins: z.number(),
  }),
  lineSpeedsMps: z.tuple([z.number(), z.number()]).readonly().nullable(),
  runs: list(
    z.object({
      runId: z.string(),
      startAtMs: z.number(),
      speedMps: z.number(),
      cadenceSpm: z.number(),
      since: z.boolean(),
    }),
  ),
  target: measured(
    z.object({
      speedMps: z.number(),
      step: Step,
      own: z.object({ cadenceSpm: z.number(), low: z.number(), high: z.number() }),
      ownIsKnown: z.boolean(),
      targetSpm: z.number(),
      low: z.number(),
      high: z.number(),
      worthALook: z.boolean(),
      peakForce: Ratio,
      impulsePerKm: Ratio,
    }),
  ),
  ownFrom: z.enum(['line', 'counts']).nullable(),
  counted: measured(z.number()),
  beats: z.tuple([Beats, Beats]).readonly().nullable(),
  ladderSpm: list(z.number()).nullable(),
  programme: z
    .object({
      startedOn: z.string(),
      step: Step,
      firstBegunOn: z.string().optional(),
      weekNow: z.number(),
      plan: WeekPlan.extend({ week: z.number() }).nullable(),
      weeks: list(
        z.object({
          week: z.number(),
          judged: z.number(),
          good: z.number(),
          share: z.number().nullable(),
        }),
      ),
      adherence: measured(z.object({ sessions: z.number(), good: z.number(), kept: z.boolean() })),
      advice: z.enum(['go-on', 'back-a-week', 'learnt', 'count-again']),
      mayRaise: z.boolean(),
    })
    .nullable(),
  /** Whether today's answer lets a beat be begun, only gone on with, or neither. */
  gate: z.enum(['open', 'hold', 'closed']),
  /** Where the learnt edge lies at the habit and at the target, metres; missing without one. */
  edge: measured(
    z.object({ nowM: z.number(), thenM: z.number(), thenLowM: z.number(), thenHighM: z.number() }),
  ),
  counts: list(z.object({ date: z.string(), cadenceSpm: z.number() })),
});

/** PUT /api/cadence/programme: a step to begin, `null` to end, or the one ended last again as it was */
export const ChangedProgramme = z.union([
  z.object({ step: Step.nullable() }),
  z.object({ again: z.literal(true) }),
]);

/** POST /api/cadence/counts; DELETE /api/cadence/counts/last undoes */
export const NewCount = z.object({
  cadenceSpm: z.number().min(COUNT_RANGE_SPM.low).max(COUNT_RANGE_SPM.high),
});

export const cadenceAsSent = (answer: CadenceAnswer): z.input<typeof Cadence> => answer;
