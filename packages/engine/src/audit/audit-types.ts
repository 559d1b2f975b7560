/** What changed before the pain began (K3, models.md F): the shapes of the answer. */
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import type { Measured } from '../measured.ts';
import type { OtherActivity, Run } from '../run/run.ts';

/** Ids are permanent. `group` members count once towards "several at once". */
export type AuditVariable =
  | 'distance'
  | 'sessions'
  | 'longest'
  | 'rest-days'
  | 'intense-share'
  | 'ascent'
  | 'descent'
  | 'cadence-at-speed'
  | 'knee-load'
  | 'damage'
  | 'hard-km'
  | 'surface'
  | 'shoe';

export type AuditGroup = 'volume' | 'hills' | 'intensity' | 'cadence' | 'surface' | 'shoes';

/** What has to be said beside a finding. */
export const FINDING_CAVEATS = ['no-difference-in-the-trial', 'exponent-not-checked'] as const;
export type FindingCaveat = (typeof FINDING_CAVEATS)[number];

export interface AuditInput {
  readonly runs: readonly Run[];
  readonly others: readonly OtherActivity[];
  /** Local day the ache began, `YYYY-MM-DD`; null: none said, and the audit looks back from `date`. */
  readonly onset: string | null;
  /** The day it is asked for, `YYYY-MM-DD`. */
  readonly date: string;
}

export interface AuditWeek {
  /** Monday, `YYYY-MM-DD`, in the run's own offset, else UTC. */
  readonly start: string;
  readonly runs: number;
  /** Sum over the runs whose distance is known; how many are not stands in `runsWithoutDistance`. */
  readonly distanceM: number;
  readonly longestM: number;
  /** One leg, BW·s; null where any run of the week has no knee load. */
  readonly kneeLoadBws: number | null;
  readonly runsWithoutDistance: number;
}

export interface AuditFinding {
  readonly variable: AuditVariable;
  readonly group: AuditGroup;
  readonly unit: string;
  /**
   * The middle of a usual week and of the last `weeks` weeks before onset, in `unit`: of sums the geometric one, with
   * outlying usual weeks drawn in, which is what `change` compares. (A tenth of a usual week is added to both before
   * they are divided, so that a week of nothing counts: `change` is a little smaller than before ÷ usual.)
   */
  readonly usual: number;
  readonly before: number;
  /** The weeks drawn as strip: usual ones and those before onset, oldest first. */
  readonly usualWeeks: readonly number[];
  readonly windowWeeks: readonly number[];
  /** Number of weeks (2, 4 or 6) that gave the largest |z|. */
  readonly weeks: number;
  readonly effect: number;
  readonly se: number;
  readonly z: number;
  /** Change in per cent for sums, in `unit` for shares and cadence. */
  readonly change: number;
  readonly verdict: 'clear' | 'possible' | 'within-usual-swing';
  /** Share of the weeks looked at that hold data for this variable, 0–1. */
  readonly coverage: number;
  /** What is known of this variable and injury, and how strong that is; the change itself is the runner's own data. */
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
  readonly caveat?: FindingCaveat | undefined;
}

export type SpikeBin = 'up-to-10' | '10-to-30' | '30-to-100' | 'over-100';

export interface HazardRatio {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One run against the longest of the thirty days before it, in the bins of the 2025 cohort. */
export interface SessionSpike {
  readonly runId: string;
  readonly startAtMs: number;
  /** Of the place and time of the run, minutes; null: not known. For the day it was on. */
  readonly utcOffsetMin?: number | null | undefined;
  readonly distanceM: number;
  /** Longest of the thirty days before, metres; missing where that stretch holds no run. */
  readonly longestBeforeM: Measured<number>;
  /** distance ÷ longest before. */
  readonly ratio: Measured<number>;
  readonly bin: SpikeBin | null;
  /** Hazard ratio of that bin with its 95 % interval; the reference bin is 1. */
  readonly hazardRatio: HazardRatio | null;
  /** False where the history begins inside those thirty days: an earlier, longer run may not be known. */
  readonly windowCovered: boolean;
}

/** Last whole week against the one before. The one trial of the 10 % rule found no difference. */
export interface WeekChange {
  readonly percent: number;
  /** Monday of the last whole week. */
  readonly week: string;
  readonly fromM: number;
  readonly toM: number;
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
}

export interface Audit {
  /** Day of onset, or the day it was asked for where none is known. */
  readonly asOf: string;
  readonly onset: string | null;
  /** Last day looked at: `asOf` where it holds a run (the ache may have begun in it), else the day before. */
  readonly lastDay: string;
  readonly weeks: readonly AuditWeek[];
  readonly windowWeeks: { readonly have: number; readonly need: number };
  readonly baselineWeeks: { readonly have: number; readonly need: number };
  /** Weeks of window and baseline without any activity (first days, oldest first): gaps, not rest. */
  readonly gaps: readonly string[];
  readonly findings: Measured<readonly AuditFinding[]>;
  readonly severalAtOnce: boolean;
  readonly cannotTell: readonly { readonly variable: AuditVariable; readonly because: Measured<never> }[];
  readonly spikes: readonly SessionSpike[];
  /** Runs that no spike could be worked out for, as their distance is not known. */
  readonly runsWithoutDistance: readonly string[];
  /** Last whole week against the one before: shown because runners have heard of it. */
  readonly weekChange: Measured<WeekChange>;
}
