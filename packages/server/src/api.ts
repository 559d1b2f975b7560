/**
 * The shapes that cross the wire, one schema each: validation, OpenAPI and the typed client come from them.
 * Measured values travel as `{ known: true, value }` or `{ known: false, because }`.
 */
import { z } from '@hono/zod-openapi';
import { FIRST_DAY, isDay, isSpokenOf, LAST_DAY } from './days.ts';
import { AuditShape, measured } from './engine-shapes.ts';

export { Diary, NewPainEntry, NewTaken, PainEntry, Place, Taken } from './diary/shapes.ts';
export {
  CheckAnswer,
  CheckBegin,
  CheckQuestion,
  CheckResultSent,
  CheckScreen,
  CheckState,
  CheckSummary,
  Given,
  SelfTestSeen,
} from './check/shapes.ts';
export { Cadence, ChangedProgramme, NewCount } from './cadence/cadence-shapes.ts';
export { ChangedRace, MoveResult, NewMove, Plan } from './plan/plan-shapes.ts';
export { ChangedStrengthSaid, Strength, StrengthSession } from './strength/strength-shapes.ts';
export * from './api-keeping.ts';
export { Form, RunForm } from './form/form-shapes.ts';
export { AuditShape, Because, measured, TodayShape } from './engine-shapes.ts';

export { Filled, FilledList, NewFilled } from './questionnaires/shapes.ts';

/** A day that a runner may mean. */
export const Day = z
  .string()
  .refine(isDay, 'must be a day of the calendar, YYYY-MM-DD')
  .refine((text) => !isDay(text) || isSpokenOf(text), `must be a day from ${FIRST_DAY} to ${LAST_DAY}`);

/** A moment of those days, epoch milliseconds. */
const Moment = z
  .number()
  .int()
  .min(Date.parse(FIRST_DAY))
  .max(Date.parse(`${LAST_DAY}T23:59:59.999Z`));

/** The farthest any place is from UTC is 14 h; 18 h is what ISO 8601 libraries allow. Minutes. */
const FARTHEST_OFFSET_MIN = 1_080;
/** No run is longer than 1,000 km. Our choice. Metres. */
const FARTHEST_ONSET_M = 1_000_000;

export const Warning = z.object({ code: z.string(), text: z.string() });
export const Problem = z.object({ code: z.string(), text: z.string() });

/** GET /api/status */
export const Status = z.object({
  version: z.string(),
  /** Nothing stored yet: show the first visit. */
  empty: z.boolean(),
  /** The store holds the simulated runner: say so on every page. */
  sample: z.boolean(),
  runs: z.number(),
  others: z.number(),
  /** The day the app speaks as of, `YYYY-MM-DD`: today, or the sample runner's day. */
  date: z.string(),
  dataDir: z.string(),
  /** An import that is under way, or null. */
  importing: z.string().nullable(),
  /** Runs whose figures an older engine worked out; they are worked out again one after the other. */
  refreshing: z.number(),
});

/** POST /api/imports → 201; then PUT each file, then POST …/end */
export const NewImport = z.object({
  label: z.string().max(500),
  files: z.number().int().nonnegative(),
});
export const ImportBegun = z.object({
  id: z.string(),
  /** The simulated runner was in the store and has been erased to make room for the runner's own runs. */
  sampleErased: z.boolean(),
  /** The most one file of an import may hold, bytes: a larger PUT is refused. */
  largestFileBytes: z.number(),
});
/** PUT /api/imports/:id/files?path= → 201 once the bytes are safe on disk */
export const FileReceived = z.object({ path: z.string(), sizeBytes: z.number() });
export const OutcomeRow = z.object({
  path: z.string(),
  outcome: z.enum(['added', 'other', 'duplicate', 'refused']),
  activityIds: z.array(z.string()),
  /** For a row of text: sport, distance, start where known. */
  sport: z.string().nullable(),
  distanceM: z.number().nullable(),
  startAtMs: z.number().nullable(),
  utcOffsetMin: z.number().nullable(),
  warnings: z.array(Warning),
  refusal: z.object({ code: z.string(), reason: z.string(), byteOffset: z.number().nullable() }).nullable(),
  duplicateOf: z.string().nullable(),
});
/** GET /api/imports/:id?from=N: outcomes from row N on */
export const ImportState = z.object({
  id: z.string(),
  label: z.string(),
  /** When it was begun, epoch milliseconds. */
  createdAtMs: z.number(),
  /** Of an undone one nothing is left but this line. */
  state: z.enum(['receiving', 'reading', 'done', 'stopped', 'undone']),
  /** Known so far; grows while an archive is being opened. */
  filesFound: z.number(),
  filesDone: z.number(),
  added: z.number(),
  duplicates: z.number(),
  others: z.number(),
  refused: z.number(),
  /** Received and not read when it was stopped. */
  unread: z.number(),
  filesPerS: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** Of the work on the large file that is being read, 0–1; it adds to `filesDone`. */
  share: z.number().optional(),
  rows: z.array(OutcomeRow),
  nextRow: z.number(),
  /** What stopped it, for a person, or null. Nothing that was received is lost: it goes on at the next start. */
  problem: Problem.nullable(),
});
/** GET /api/imports → newest first, without rows; at most the last hundred */
export const ImportList = z.object({ imports: z.array(ImportState.omit({ rows: true, nextRow: true })) });

/** GET /api/trials/:id: what an import of these files would come to; rows come once it is read */
export const TrialState = ImportState.pick({
  id: true,
  filesFound: true,
  filesDone: true,
  added: true,
  duplicates: true,
  others: true,
  refused: true,
  rows: true,
  problem: true,
}).extend({
  state: z.enum(['receiving', 'reading', 'done', 'stopped']),
  /** The simulated runner is in the store and would be erased to make room. */
  sampleWouldGo: z.boolean(),
});

export const KneeLoad = z.object({
  peakForceBw: z.number(),
  impulsePerStepBws: z.number(),
  impulsePerKmBws: z.number(),
  impulseRunBws: z.number(),
  damagePerKm: z.object({
    value: z.number(),
    exponent: z.number(),
    /** One standard deviation either way; absent in figures of an earlier version. */
    low: z.number().optional(),
    high: z.number().optional(),
  }),
  sdRatio: z.number(),
  form: z.enum(['speed', 'speed-cadence', 'speed-cadence-contact', 'speed-cadence-flexion']),
});

export const CheckIn = z.object({
  id: z.string(),
  runId: z.string().nullable(),
  side: z.enum(['left', 'right']),
  when: z.enum(['during', 'evening', 'next-morning', '48h']),
  atMs: Moment,
  utcOffsetMin: z.number().int().min(-FARTHEST_OFFSET_MIN).max(FARTHEST_OFFSET_MIN),
  pain: z.number().int().min(0).max(10),
  onsetM: z.number().nonnegative().max(FARTHEST_ONSET_M).nullable(),
  stopSign: z.boolean().nullable(),
  painkiller: z.boolean().nullable(),
  /** Whether an ache in the run eased as it went on; null or absent: not said. */
  eased: z.boolean().nullable().optional(),
});
export const RunRow = z.object({
  id: z.string(),
  startAtMs: z.number(),
  utcOffsetMin: z.number().nullable(),
  subSport: z.string().nullable(),
  name: z.string().nullable(),
  distanceM: z.number().nullable(),
  movingS: z.number().nullable(),
  elapsedS: z.number(),
  meanSpeedMps: z.number().nullable(),
  cadenceSpm: z.number().nullable(),
  kneeLoadBws: z.number().nullable(),
  /** This run's knee load as a share of the runner's usual week (1 = all of it), or null. */
  shareOfUsualWeek: z.number().nullable(),
  spike: z.enum(['10-to-30', '30-to-100', 'over-100']).nullable(),
  warnings: z.number(),
});
/** GET /api/runs → newest first */
export const RunList = z.object({ runs: z.array(RunRow) });

/** GET /api/runs/:id */
export const RunDetail = RunRow.extend({
  ascentM: z.number().nullable(),
  descentM: z.number().nullable(),
  device: z.string().nullable(),
  channels: z.array(z.string()),
  warningList: z.array(Warning),
  kneeLoad: measured(KneeLoad),
  longestBeforeM: z.number().nullable(),
  ratio: z.number().nullable(),
  sources: z.array(z.object({ id: z.string(), path: z.string(), sizeBytes: z.number(), used: z.boolean() })),
  checkIns: z.array(CheckIn),
});

/** GET /api/runs/:id/streams: columns of equal length, null where not known or not running */
export const Streams = z.object({
  timeS: z.array(z.number()),
  distanceM: z.array(z.number().nullable()).nullable(),
  speedMps: z.array(z.number().nullable()).nullable(),
  cadenceSpm: z.array(z.number().nullable()).nullable(),
  heartRateBpm: z.array(z.number().nullable()).nullable(),
  altitudeM: z.array(z.number().nullable()).nullable(),
  contactMs: z.array(z.number().nullable()).nullable(),
  latDeg: z.array(z.number().nullable()).nullable(),
  lonDeg: z.array(z.number().nullable()).nullable(),
  /** Knee load a step as a share of the runner's usual (1 = usual), with its 1-SD ratio. */
  kneeLoadShare: z.array(z.number().nullable()).nullable(),
  kneeLoadSdRatio: z.number().nullable(),
  /** Walking and standing, to be shaded. Seconds. */
  notRunning: z.array(z.object({ fromS: z.number(), toS: z.number() })),
});

/** POST /api/check-ins; DELETE /api/check-ins/:id undoes */
export const NewCheckIn = CheckIn.omit({ id: true });

/** POST /api/events: what takes a runner out of a rest, or back into it, besides runs and answers */
export const NewEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('walked-30-min'),
    date: Day,
    /** The worst during the walk. */
    pain: z.number().int().min(0).max(10),
  }),
  z.object({
    kind: z.enum(['flag-raised', 'answers-corrected', 'way-in-passed']),
    date: Day,
  }),
  z.object({
    kind: z.literal('cleared-by-professional'),
    date: Day,
    /** Who looked at the knee, and what they allowed, in the runner's words. */
    who: z.string().max(200).optional(),
    allowed: z.string().max(1000).optional(),
  }),
]);
const WithId = z.object({ id: z.string() });
export const Event = z.discriminatedUnion('kind', [
  NewEvent.options[0].extend(WithId.shape),
  NewEvent.options[1].extend(WithId.shape),
  NewEvent.options[2].extend(WithId.shape),
]);
/** GET /api/events → by date; DELETE /api/events/:id undoes */
export const EventList = z.object({ events: z.array(Event) });

/** PUT /api/settings: any part of it */
export const Settings = z.object({
  onset: z.object({ date: Day, side: z.enum(['left', 'right']) }).nullable(),
  family: z.enum(['PF', 'FP', 'IT', 'PA', 'GN', 'GP', 'OA', 'TE', 'BS']),
  /**
   * `raised` records a dated `flag-raised`. That ends by a `cleared-by-professional`, or by answering again from the
   * start (`unanswered`, then `none-raised`), which records `answers-corrected`.
   */
  flags: z.enum(['unanswered', 'none-raised', 'raised']),
  /** Whether the knee ached in the last 28 days; left out: not said. */
  ache: z.enum(['yes', 'no', 'unsure']).optional(),
  sample: z.boolean(),
});

export const LoadDay = z.object({
  date: z.string(),
  /** Knee load of the day and of the seven days up to it, as shares of the usual week; null: cannot tell. */
  dayShare: z.number().nullable(),
  weekShare: z.number().nullable(),
  longestM: z.number().nullable(),
  worstPain: z.number().nullable(),
});

/** GET /api/load?onset=&date= */
export const Load = z.object({
  audit: AuditShape,
  /** Oldest first, one a day without a hole, ten years at most; the last is the day spoken as of. */
  days: z.array(LoadDay),
  /** What 1 stands for in every share. */
  usualWeek: measured(
    z.object({ kneeLoadBws: z.number(), distanceM: z.number(), runs: z.number(), weeks: z.number() }),
  ),
});

/** GET /api/check-ins → oldest first */
export const CheckInList = z.object({ checkIns: z.array(CheckIn) });
/** What PUT /api/settings takes; `sample` is not the runner's to set. */
export const ChangedSettings = Settings.omit({ sample: true }).partial();

/** POST /api/sample */
export const SampleFilled = z.object({ runs: z.number(), checkIns: z.number(), date: z.string() });
export const Done = z.object({ done: z.literal(true) });

/** The typed client's type: `hc<Api>(origin)`. */
export type { Api } from './http/app.ts';
