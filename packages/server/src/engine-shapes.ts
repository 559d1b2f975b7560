/**
 * The engine's answers as schemas: what `GET /api/today` and `GET /api/load` send.
 * The two functions at the end fail to compile where an engine type and its schema part ways.
 */
import { z } from '@hono/zod-openapi';
import type { Audit, Today } from '@kneewise/engine';

export const Because = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('too-little-data'), what: z.string(), have: z.number(), need: z.number() }),
  z.object({ reason: z.literal('not-recorded'), what: z.string() }),
  z.object({
    reason: z.literal('out-of-range'),
    what: z.string(),
    value: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  z.object({ reason: z.literal('does-not-apply'), what: z.string() }),
]);
const Missing = z.object({ known: z.literal(false), because: Because });
export const measured = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('known', [z.object({ known: z.literal(true), value }), Missing]);

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const Figures = z.record(z.string(), z.union([z.number(), z.string()]));
const Mark = z.enum(['own-data', 'expert', 'lab', 'cohort', 'randomised']);
const Moment = z.enum(['during', 'evening', 'next-morning', '48h']);
const Side = z.enum(['left', 'right']);
const Family = z.enum(['PF', 'FP', 'IT', 'PA', 'GN', 'GP', 'OA', 'TE', 'BS']);

export const TodayShape = z.object({
  date: z.string(),
  action: z.enum(['ask-first', 'run', 'walk-run', 'cross-train', 'rest', 'see-someone', 'cannot-say']),
  stage: z.enum(['UNCHECKED', 'CALM', 'LADDER', 'BUILD', 'CLEAR']),
  light: z.enum(['GO', 'HOLD', 'EASE', 'PAUSE', 'REFER']),
  distanceM: measured(z.number()),
  ladder: z
    .object({ step: z.number(), repeats: z.number(), runMin: z.number(), walkMin: z.number() })
    .nullable(),
  ifNoAche: measured(z.number()),
  next: z.object({ date: z.string(), notBeforeMs: z.number(), distanceM: measured(z.number()) }).nullable(),
  ceiling: z.number(),
  family: Family,
  side: Side.nullable(),
  lastEdge: z.object({ runId: z.string(), onsetM: z.number(), pain: z.number() }).nullable(),
  learntEdge: z.object({ edge20M: z.number(), lowM: z.number(), highM: z.number() }).nullable(),
  easyPaceSPerKm: measured(z.tuple([z.number(), z.number()]).readonly()),
  cadenceSpm: measured(z.number()),
  reasons: list(
    z.object({
      code: z.string(),
      figures: Figures,
      allowsM: z.number().nullable(),
      binding: z.boolean(),
      evidence: z.string(),
      mark: Mark,
    }),
  ),
  wouldChange: list(z.object({ code: z.string(), figures: Figures })),
  due: list(z.object({ runId: z.string(), side: Side.nullable(), when: Moment, dueAtMs: z.number() })),
  questions: list(
    z.object({
      id: z.string(),
      words: z.string(),
      kind: z.enum(['yes-no', 'one', 'many', 'number']),
      answers: list(z.string()),
      range: z.object({ low: z.number(), high: z.number(), unit: z.string() }).optional(),
    }),
  ),
});

const Variable = z.enum([
  'distance',
  'sessions',
  'longest',
  'rest-days',
  'intense-share',
  'ascent',
  'descent',
  'cadence-at-speed',
  'knee-load',
  'damage',
  'hard-km',
  'surface',
  'shoe',
]);
const Weeks = z.object({ have: z.number(), need: z.number() });

export const AuditShape = z.object({
  asOf: z.string(),
  onset: z.string().nullable(),
  lastDay: z.string(),
  weeks: list(
    z.object({
      start: z.string(),
      runs: z.number(),
      distanceM: z.number(),
      longestM: z.number(),
      kneeLoadBws: z.number().nullable(),
      runsWithoutDistance: z.number(),
    }),
  ),
  windowWeeks: Weeks,
  baselineWeeks: Weeks,
  gaps: list(z.string()),
  findings: measured(
    list(
      z.object({
        variable: Variable,
        group: z.enum(['volume', 'hills', 'intensity', 'cadence', 'surface', 'shoes']),
        unit: z.string(),
        usual: z.number(),
        before: z.number(),
        usualWeeks: list(z.number()),
        windowWeeks: list(z.number()),
        weeks: z.number(),
        effect: z.number(),
        se: z.number(),
        z: z.number(),
        change: z.number(),
        verdict: z.enum(['clear', 'possible', 'within-usual-swing']),
        coverage: z.number(),
        evidence: z.string(),
        mark: Mark,
        caveat: z.enum(['no-difference-in-the-trial', 'exponent-not-checked']).optional(),
      }),
    ),
  ),
  severalAtOnce: z.boolean(),
  cannotTell: list(z.object({ variable: Variable, because: Missing })),
  spikes: list(
    z.object({
      runId: z.string(),
      startAtMs: z.number(),
      utcOffsetMin: z.number().nullable().optional(),
      distanceM: z.number(),
      longestBeforeM: measured(z.number()),
      ratio: measured(z.number()),
      bin: z.enum(['up-to-10', '10-to-30', '30-to-100', 'over-100']).nullable(),
      hazardRatio: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
      windowCovered: z.boolean(),
    }),
  ),
  runsWithoutDistance: list(z.string()),
  weekChange: measured(
    z.object({
      percent: z.number(),
      week: z.string(),
      fromM: z.number(),
      toM: z.number(),
      evidence: z.string(),
      mark: Mark,
    }),
  ),
});

export const todayAsSent = (today: Today): z.infer<typeof TodayShape> => today;
export const auditAsSent = (audit: Audit): z.infer<typeof AuditShape> => ({
  ...audit,
  // `Measured<never>` cannot be known; a schema has no word for that.
  cannotTell: audit.cannotTell.flatMap(({ variable, because }) =>
    because.known ? [] : [{ variable, because }],
  ),
});
