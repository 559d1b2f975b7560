/** One run of a history, reduced to what questions over weeks and years need. */
import type { Measured } from '../measured.ts';
import type { RunAnalysis } from './analyse-run.ts';

export interface Run {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly startAtMs: number;
  readonly utcOffsetMin: number | null;
  readonly subSport: string | null;
  readonly distanceM: Measured<number>;
  readonly movingS: Measured<number>;
  readonly elapsedS: number;
  readonly analysis: RunAnalysis;
}

/** An activity that is not a run: it proves that the recorder was in use that week. */
export interface OtherActivity {
  readonly startAtMs: number;
  readonly utcOffsetMin: number | null;
  readonly sport: string;
}
