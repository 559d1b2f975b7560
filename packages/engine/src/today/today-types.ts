/** Whether to run today, how far and why (K6): the shapes of question and answer. */
import type { FlagQuestion } from '../check/flag-questions.ts';
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import type { Measured } from '../measured.ts';
import type { CheckIn, Moment, Side } from '../pain/check-in.ts';
import type { Family } from '../pain/family.ts';
import type { LadderStep } from '../pain/ladder.ts';
import type { Light, RecordedEvent, Stage } from '../pain/state.ts';
import type { OtherActivity, Run } from '../run/run.ts';

export type { Family } from '../pain/family.ts';

export interface TodayInput {
  /** The runner's local day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly runs: readonly Run[];
  readonly others: readonly OtherActivity[];
  readonly checkIns: readonly CheckIn[];
  /** What the red-flag questions came to. Unanswered is not "none". */
  readonly flags: 'unanswered' | 'none-raised' | 'raised';
  /** Local day on which the ache began, or null: none said. */
  readonly onset: string | null;
  readonly family: Family;
  /** A second family, or the other knee's: the lowest numbers of all hold. */
  readonly otherFamilies?: readonly Family[];
  readonly side: Side | null;
  /** Whether the knee ached in the last 28 days; left out: not said. */
  readonly ache?: 'yes' | 'no' | 'unsure';
  /** Clearances, corrected answers, way-in tests, 30-minute walks. */
  readonly events?: readonly RecordedEvent[];
  /** Pain now, 0–10, and whether it eases in a ten-minute walk. */
  readonly painNow?: number;
  readonly easesInWalk?: boolean;
  readonly fever?: boolean;
  /** What the runner's own check-ins have taught (K5). It only ever shortens. */
  readonly learnt?: {
    /** Distance at which the chance to pass the ceiling is 20 %: shown as the edge. Metres */
    readonly edge20M: number;
    /** The same for 10 %: what plans stay within. Metres */
    readonly plan10M: number;
    readonly intervalM: readonly [number, number];
  };
}

/** One line of the sum that ends in the answer. */
export interface ReasonStep {
  /** Permanent; words live in `cli` and `web`. */
  readonly code: ReasonCode;
  /** Figures named in the code's sentence. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** What this step alone would allow, metres; null: it sets no distance. */
  readonly allowsM: number | null;
  /** True for the term that decided. */
  readonly binding: boolean;
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
}

/** Every reason there is; `REASONS` says where each comes from. */
export type ReasonCode =
  // What is known.
  | 'flags-open'
  | 'flags-raised'
  | 'edge-reached'
  | 'morning-settled'
  | 'ache-not-said'
  | 'days-off'
  | 'no-runs'
  // What each would allow.
  | 'three-quarters-of-edge'
  | 'half-of-run-without-place'
  | 'seven-tenths-of-run'
  | 'seven-tenths-of-size'
  | 'three-quarters-of-run'
  | 'same-again'
  | 'raised'
  | 'after-days-off'
  | 'after-pause'
  | 'after-standstill'
  | 'ladder-done'
  | 'half-of-longest'
  | 'longest-of-30-days'
  | 'longest-plus-tenth'
  | 'longest-plus-650'
  | 'easy-day'
  | 'easier-week'
  | 'week-guard'
  | 'learnt-plan'
  | 'ladder-step'
  // What stands against a run today.
  | 'calm'
  | 'pause'
  | 'ran-today'
  | 'morning-raised'
  | 'morning-missing'
  | 'pain-now'
  | 'ache-said'
  | 'fever'
  | 'as-often-as-last-week'
  | 'rest-until'
  // Notes of the pain rules.
  | 'standstill'
  | 'back-to-calm'
  | 'see-a-physio'
  // The end of the sum.
  | 'answer';

/** Every answer to "what would change it". */
export const WOULD_CHANGE_CODES = [
  'a-flag',
  'no-ache',
  'stop-sign',
  'second-morning-raised',
  'morning-raised',
  'ceiling-sooner',
  'clean-runs',
  'settled-mornings-and-walk',
  'way-in-tests',
  'seen-by-a-professional',
  'answer-the-morning',
  'bring-runs',
] as const;
export type WouldChangeCode = (typeof WOULD_CHANGE_CODES)[number];

export type Action = 'ask-first' | 'run' | 'walk-run' | 'cross-train' | 'rest' | 'see-someone' | 'cannot-say';

export interface Today {
  readonly date: string;
  readonly action: Action;
  readonly stage: Stage;
  readonly light: Light;
  /** Distance for today, metres; for `ask-first` the distance that would stand if no flag is raised. On the ladder: of its running minutes. */
  readonly distanceM: Measured<number>;
  /** The walk-run step where that is the answer (or would be), else null. */
  readonly ladder: LadderStep | null;
  /** What would stand if the knee had not ached for 28 days; missing where it is known whether it did. Metres */
  readonly ifNoAche: Measured<number>;
  /**
   * Where only the last run stands in the way (a rest day, or while questions are open): the day that the next may
   * come, and how long. `distanceM` then is of that day.
   */
  readonly next: {
    readonly date: string;
    readonly notBeforeMs: number;
    readonly distanceM: Measured<number>;
  } | null;
  /** Pain at which to turn back, 0–10. */
  readonly ceiling: number;
  readonly family: Family;
  readonly side: Side | null;
  /** Where the pain last reached the ceiling, metres, and on which run. */
  readonly lastEdge: { readonly runId: string; readonly onsetM: number; readonly pain: number } | null;
  /** Where the edge lies by the runner's own record: a chance of 20 %, with its 80 % interval, metres; null: not learnt, or not told in REFER. */
  readonly learntEdge: { readonly edge20M: number; readonly lowM: number; readonly highM: number } | null;
  /** From the faster end to the slower, seconds a kilometre. Like the cadence not told in REFER. */
  readonly easyPaceSPerKm: Measured<readonly [number, number]>;
  readonly cadenceSpm: Measured<number>;
  readonly reasons: readonly ReasonStep[];
  /** What would change the answer, most telling first. */
  readonly wouldChange: readonly {
    readonly code: WouldChangeCode;
    readonly figures: Readonly<Record<string, number | string>>;
  }[];
  readonly due: readonly DueCheckIn[];
  /** Asked first while `flags` is unanswered, and again after a sign to stop: questions of the knee check. */
  readonly questions: readonly FlagQuestion[];
}

export interface DueCheckIn {
  readonly runId: string;
  readonly side: Side | null;
  readonly when: Moment;
  readonly dueAtMs: number;
}
