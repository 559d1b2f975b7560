/** The report's JSON, schema 1: field names are a promise to whoever reads it by program. */
import type { Audit, Measured, Today } from '@kneewise/engine';
import type { Warning } from '@kneewise/formats';

export const REPORT_SCHEMA = 1;

export interface ReportKneeLoad {
  readonly peakForceBw: number;
  readonly impulsePerStepBws: number;
  readonly impulsePerKmBws: number;
  readonly impulseRunBws: number;
  /** One standard deviation of the peak force, as a share of it. */
  readonly sdRatio: number;
  /** The same of the three impulses; null in analyses from before it was kept. */
  readonly impulseSdRatio: number | null;
}

export interface ReportRun {
  readonly file: string;
  /** ISO 8601, UTC. */
  readonly startAt: string;
  readonly sport: string;
  readonly distanceM: number | null;
  readonly movingS: number | null;
  readonly elapsedS: number;
  readonly meanSpeedMps: number | null;
  /** Median of running steps a minute, both feet. */
  readonly cadenceSpm: number | null;
  readonly ascentM: number | null;
  readonly descentM: number | null;
  /** Names of the columns recorded. */
  readonly channels: readonly string[];
  readonly warnings: readonly Warning[];
  readonly kneeLoad: ReportKneeLoad | null;
  /** As the audit's session bins name this run. */
  readonly id: string;
}

export interface ReportWeek {
  /** Monday, `YYYY-MM-DD`. */
  readonly start: string;
  readonly runs: number;
  readonly distanceM: number;
  readonly longestM: number;
  readonly kneeLoadBws: number | null;
}

/** Cadence at the runner's own easy pace; `sdSpm` is the standard error of the line there, not the swing between runs. */
export interface ReportCadence {
  readonly easySpeedMps: number;
  readonly easyCadenceSpm: number;
  readonly sdSpm: number;
  readonly runs: number;
  /** The day it holds for: that of the report, or an earlier one where nothing since tells. */
  readonly date: string;
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  /** The day it speaks as of, and why that one. */
  readonly asOf: { readonly date: string; readonly because: 'asked' | 'day-after-last-run' | 'today' };
  readonly runs: readonly ReportRun[];
  readonly other: readonly { readonly file: string; readonly sport: string }[];
  readonly refused: readonly {
    readonly file: string;
    readonly code: string;
    readonly reason: string;
    readonly byteOffset: number | null;
  }[];
  readonly duplicates: readonly { readonly file: string; readonly of: string }[];
  readonly weeks: readonly ReportWeek[];
  readonly cadence: Measured<ReportCadence>;
  readonly audit: Audit;
  readonly today: Today;
}
