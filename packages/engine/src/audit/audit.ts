/** What changed before the pain began (K3, models.md F). */
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import type { Measured } from '../measured.ts';

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

export interface AuditWeek {
  /** Monday, `YYYY-MM-DD`, in the run's own offset, else UTC. */
  readonly start: string;
  readonly runs: number;
  readonly distanceM: number;
  readonly longestM: number;
  readonly kneeLoadBws: number | null;
}

export interface AuditFinding {
  readonly variable: AuditVariable;
  readonly group: 'volume' | 'hills' | 'intensity' | 'cadence' | 'surface' | 'shoes';
  readonly unit: string;
  /** Mean of a usual week and of the last `windowWeeks` weeks before onset, in `unit`. */
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
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
}

/** One run against the longest of the thirty days before it, in the bins of the 2025 cohort. */
export interface SessionSpike {
  readonly runId: string;
  readonly startAtMs: number;
  readonly distanceM: number;
  /** Longest of the thirty days before, metres; missing where that stretch holds no run. */
  readonly longestBeforeM: Measured<number>;
  /** distance ÷ longest before. */
  readonly ratio: Measured<number>;
  readonly bin: 'up-to-10' | '10-to-30' | '30-to-100' | 'over-100' | null;
  /** Hazard ratio of that bin with its 95 % interval; the reference bin is 1. */
  readonly hazardRatio: { readonly value: number; readonly low: number; readonly high: number } | null;
}

export interface Audit {
  /** Day of onset, or the day it was asked for where none is known. */
  readonly asOf: string;
  readonly onset: string | null;
  readonly weeks: readonly AuditWeek[];
  readonly windowWeeks: { readonly have: number; readonly need: number };
  readonly baselineWeeks: { readonly have: number; readonly need: number };
  /** Weeks of window and baseline without any activity: gaps, not rest. */
  readonly gaps: readonly string[];
  readonly findings: Measured<readonly AuditFinding[]>;
  readonly severalAtOnce: boolean;
  readonly cannotTell: readonly { readonly variable: AuditVariable; readonly because: Measured<never> }[];
  readonly spikes: readonly SessionSpike[];
  /** Last whole week against the one before: shown because runners have heard of it. */
  readonly weekChange: Measured<{ readonly percent: number }>;
}
