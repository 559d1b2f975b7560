/** The shapes of the page Weeks ahead. The functions at the end fail to compile where engine and schema part ways. */
import { z } from '@hono/zod-openapi';
import { CHANGE_KINDS, MOST_WEEKS, PROBLEM_CODES } from '@kneewise/engine';
import { isDay } from '../days.ts';
import { measured } from '../engine-shapes.ts';
import type { PlanAnswer } from './plan-for.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const Day = z.string().refine(isDay, 'no day of the calendar');
const Figures = z.record(z.string(), z.union([z.number(), z.string()]));
const Reason = z.object({
  code: z.string(),
  figures: Figures,
  evidence: z.string(),
  mark: z.enum(['own-data', 'expert', 'lab', 'cohort', 'randomised']),
});
const Change = z.enum(CHANGE_KINDS);
const Terrain = z.enum(['road', 'track', 'trail', 'hilly', 'downhill']);
const base = {
  id: z.string(),
  date: z.string(),
  why: list(Reason),
  provisional: z.boolean(),
  moved: z.boolean(),
};
const Work = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('strides'), count: z.number(), seconds: z.number() }),
  z.object({ kind: z.literal('hard-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('climb'), metres: z.number() }),
  z.object({ kind: z.literal('downhill'), minutes: z.number() }),
]);
const Beat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('blocks'), repeats: z.number(), onMin: z.number(), offMin: z.number() }),
  z.object({ kind: z.literal('each-km'), onS: z.number() }),
  z.object({ kind: z.literal('none') }),
]);
const Session = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.enum(['walk-run', 'easy', 'long', 'quality', 'race']),
    distanceM: measured(z.number()),
    allowsM: measured(z.number()),
    durationS: measured(z.number()),
    paceSPerKm: measured(z.tuple([z.number(), z.number()]).readonly()),
    cadenceSpm: measured(z.number()),
    beat: Beat.nullable(),
    ladder: z
      .object({ step: z.number(), repeats: z.number(), runMin: z.number(), walkMin: z.number() })
      .nullable(),
    work: Work.nullable(),
    surface: z.enum(['even', 'as-usual', 'another', 'race-ground', 'hills']),
    ceiling: z.number(),
    change: Change.nullable(),
  }),
  z.object({
    ...base,
    kind: z.literal('strength'),
    slot: z.enum(['calm', 'A', 'B', 'light']),
    heavy: z.boolean(),
    afterRun: z.boolean(),
  }),
  z.object({ ...base, kind: z.enum(['walk', 'cross-train']), minutes: z.number() }),
]);
const PlanProblemShape = z.object({
  code: z.enum(PROBLEM_CODES),
  sessionId: z.string(),
  date: z.string(),
  figures: Figures,
});

/** Races up to the longest that are run. Our choice, metres */
const MOST_RACE_M = 500_000;
const RaceShape = z.object({
  date: Day,
  distanceM: z.number().positive().max(MOST_RACE_M),
  terrain: Terrain,
});

/** GET /api/plan */
export const Plan = z.object({
  date: z.string(),
  until: z.string(),
  stage: z.enum(['UNCHECKED', 'CALM', 'LADDER', 'BUILD', 'CLEAR']),
  light: z.enum(['GO', 'HOLD', 'EASE', 'PAUSE', 'REFER']),
  /** Why no run can be planned. */
  blocked: z
    .object({ code: z.enum(['flags-open', 'refer', 'pause', 'calm', 'no-runs']), why: list(Reason) })
    .nullable(),
  sessions: list(Session),
  changes: list(z.object({ kind: Change, date: z.string(), sessionId: z.string().nullable() })),
  race: z
    .object({
      offered: z.enum(['yes', 'no', 'yet-to-tell']),
      why: list(Reason),
      instead: list(z.enum(['shorter', 'walk-run', 'later'])),
    })
    .nullable(),
  problems: list(PlanProblemShape),
  runsPerWeek: z.tuple([z.number(), z.number()]).readonly(),
  raceAsked: RaceShape.nullable(),
  today: z.object({ holdsBack: z.boolean(), restsByPlan: z.boolean() }),
  replan: z
    .object({
      since: z.string(),
      why: z.enum([
        'flag-raised',
        'knee-worse',
        'knee-better',
        'run-missed',
        'ran-otherwise',
        'runner-moved',
      ]),
      figures: Figures,
    })
    .nullable(),
});

/** Weeks that are shown where none are asked for. Our choice. */
const USUAL_WEEKS = 4;
export const AskedWeeks = z.object({
  weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(USUAL_WEEKS),
});
export const AskedUnits = z.object({ units: z.enum(['km', 'mi']).default('km') });

/** POST /api/plan/move: a day, or `null` to let the plan choose again */
export const NewMove = z.object({ sessionId: z.string().max(100), to: Day.nullable() });
/** Whether the session lies there now, and if not, why. */
export const MoveResult = z.object({ kept: z.boolean(), problems: list(PlanProblemShape) });
/** PUT /api/plan/race */
export const ChangedRace = z.object({ race: RaceShape.nullable() });

export const planAsSent = (answer: PlanAnswer): z.input<typeof Plan> => answer;
