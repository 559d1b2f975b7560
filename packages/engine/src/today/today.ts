/** Whether to run today, how far and why (K6): the rule that always works (training.md §4, §7). */
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import type { Measured } from '../measured.ts';
import type { CheckIn, Moment, Side } from '../pain/check-in.ts';
import type { OtherActivity, Run } from '../run/run.ts';

/** Pain families of training.md: each has its own ceiling. */
export type Family = 'PF' | 'FP' | 'IT' | 'PA' | 'GN' | 'GP' | 'OA' | 'TE' | 'BS';

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
  readonly side: Side | null;
}

/** One line of the sum that ends in the answer. */
export interface ReasonStep {
  /** Permanent; words live in `cli` and `web`. */
  readonly code: string;
  /** Figures named in the code's sentence. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** What this step alone would allow, metres; null: it sets no distance. */
  readonly allowsM: number | null;
  /** True for the term that decided. */
  readonly binding: boolean;
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
}

export type Action = 'ask-first' | 'run' | 'walk-run' | 'cross-train' | 'rest' | 'see-someone' | 'cannot-say';

export interface Today {
  readonly date: string;
  readonly action: Action;
  readonly stage: 'UNCHECKED' | 'CALM' | 'LADDER' | 'BUILD' | 'CLEAR';
  readonly light: 'GO' | 'HOLD' | 'EASE' | 'PAUSE' | 'REFER';
  /** Distance for today, metres; for `ask-first` the distance that would stand if no flag is raised. */
  readonly distanceM: Measured<number>;
  /** Pain at which to turn back, 0–10. */
  readonly ceiling: number;
  readonly family: Family;
  readonly side: Side | null;
  /** Where the pain last reached the ceiling, metres, and on which run. */
  readonly lastEdge: { readonly runId: string; readonly onsetM: number; readonly pain: number } | null;
  readonly easyPaceSPerKm: Measured<readonly [number, number]>;
  readonly cadenceSpm: Measured<number>;
  readonly reasons: readonly ReasonStep[];
  /** What would change the answer, most telling first. */
  readonly wouldChange: readonly {
    readonly code: string;
    readonly figures: Readonly<Record<string, number | string>>;
  }[];
  readonly due: readonly {
    readonly runId: string;
    readonly side: Side | null;
    readonly when: Moment;
    readonly dueAtMs: number;
  }[];
  /** Asked first while `flags` is unanswered: ids of clinical.md's questions. */
  readonly questions: readonly {
    readonly id: string;
    readonly words: string;
    readonly answers: readonly string[];
  }[];
}
