/** The knee check as it crosses the wire. */
import { z } from '@hono/zod-openapi';

const Level = z.enum(['emergency-now', 'today', 'within-days', 'physio', 'self-manage']);
const Mark = z.enum(['own-data', 'expert', 'lab', 'cohort', 'randomised']);
/** `unsure`, a value, a figure, or a list; a map says a list item by item. */
export const Given = z.union([
  z.number(),
  z.string().max(40),
  z.array(z.string().max(40)).max(64),
  z.record(z.string().max(40), z.string().max(10)),
]);

export const CheckQuestion = z.object({
  id: z.string(),
  /** As the engine asks it; pages may have shorter words. */
  words: z.string(),
  kind: z.enum(['yes-no', 'one', 'many', 'number']),
  answers: z.array(z.string()),
  range: z.object({ low: z.number(), high: z.number(), unit: z.string() }).nullable(),
  /** Several of its values may hold: the most serious counts. */
  severalHold: z.boolean(),
  /** What to try at home when unsure. */
  ifUnsure: z.string().nullable(),
  /** It has been offered after the answer was left open. */
  offered: z.boolean(),
  /** null: nothing said yet. */
  said: Given.nullable(),
});

export const CheckScreen = z.object({
  number: z.number(),
  checklist: z.enum(['right-now', 'joint', 'whole-body']).nullable(),
  /** Those to show now; one may come up or fall away with an answer to another. */
  questions: z.array(CheckQuestion),
});

export const CheckSummary = z.object({
  id: z.string(),
  /** The day it was finished, as the app spoke of it. */
  date: z.string(),
  level: Level,
  provisional: z.boolean(),
  mayRun: z.boolean(),
});

/** GET /api/check */
export const CheckState = z.object({
  /** The day spoken as of. */
  date: z.string(),
  underWay: z
    .object({
      id: z.string(),
      /** Named by every change, so that two windows cannot answer over each other. */
      revision: z.number(),
      begunAtMs: z.number(),
      changedAtMs: z.number(),
      /** Which screen it is, and of about how many. */
      step: z.number(),
      about: z.number(),
      /** No question is left that could still call for today or now. */
      urgentBehind: z.boolean(),
      canGoBack: z.boolean(),
      /** Signs are open from before: this check may clear them. */
      corrects: z.boolean(),
      /** A sign raised so far takes running from every plan. */
      noRun: z.boolean(),
      screen: CheckScreen,
    })
    .nullable(),
  /** The newest finished one. */
  latest: CheckSummary.nullable(),
  /** No run until someone has looked at the knee, or a whole check clears what was raised. */
  referred: z.boolean(),
  /** The newest finished check is older than it holds. */
  lapsed: z.boolean(),
  /** Finished ones, newest first. */
  history: z.array(CheckSummary),
});

const Evidence = z.object({ id: z.string(), mark: Mark });
const Reason = z.object({ finding: z.string(), is: z.enum(['yes', 'no']), evidence: Evidence });

/** GET /api/check/result?id= */
export const CheckResultSent = z.object({
  ...CheckSummary.shape,
  until: z.enum(['A', 'B', 'C', 'D']),
  comeBackDays: z.number(),
  /** Nothing stands out, or too little is known. */
  cannotTellYet: z.boolean(),
  leadingFlag: z.string().nullable(),
  flags: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      level: Level,
      why: z.string(),
      tell: z.string(),
      evidence: z.array(Evidence),
      because: z.array(z.object({ question: z.string(), answer: Given })),
    }),
  ),
  open: z.array(z.object({ id: z.string(), level: Level, title: z.string() })),
  /** In the order shown: what needs checking, then what fits; what fits little is left out. */
  explanations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      certainty: z.enum(['very-well', 'best', 'fair', 'possible', 'folded']),
      checkFirst: z.boolean(),
      tellsApart: z.string(),
      for: z.array(Reason),
      against: z.array(Reason),
    }),
  ),
  /** Questions that could still change something, the worthiest first. */
  askNext: z.array(z.object({ id: z.string(), words: z.string() })),
  advice: z.array(z.object({ id: z.string(), words: z.string() })),
  card: z
    .object({
      id: z.string(),
      name: z.string(),
      helps: z.string(),
      time: z.string().nullable(),
      checked: z.enum(['V', 'V2', 'M']),
      exercises: z.string(),
      avoid: z.string().nullable(),
      backIf: z.string(),
      backWeeks: z.number(),
      ceiling: z.number(),
      evidence: Evidence,
      ceilingEvidence: Evidence,
    })
    .nullable(),
  answers: z.record(z.string(), Given),
  selfTests: z.record(z.string(), z.string()),
  /** Runs of the last two weeks with a painkiller before, as check-ins and diary tell. */
  painkillerRuns: z.number(),
  /** It raised a sign, and a clinician has cleared the knee since. */
  cleared: z.boolean(),
});

/**
 * POST /api/check/begin. `new`: from the start; `over`: the same, and what was answered so far is forgotten, not the
 * signs it raised; `open`: only what the last check left open.
 */
export const CheckBegin = z.object({ how: z.enum(['new', 'over', 'open']) });
const revision = z.number().int().positive();
/** POST /api/check/answer: by question; null takes one back */
export const CheckAnswer = z.object({ revision, answers: z.record(z.string().max(40), Given.nullable()) });
/** POST /api/check/next and /api/check/back */
export const CheckMove = z.object({ revision });
/** POST /api/check/self-test: seen or not, of the newest finished check; it weighs nothing */
export const SelfTestSeen = z.object({
  id: z.string().max(40),
  seen: z.enum(['seen', 'not-seen', 'unsure']),
});
