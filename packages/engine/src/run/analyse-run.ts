/** Everything Kneewise works out from one run's track, once, and stores beside it. */
import type { KneeLoad } from '../knee-load/knee-load.ts';
import { type Measured } from '../measured.ts';

/** Grows with every change that would give a stored analysis another figure. */
export const ENGINE_VERSION = 1;

export interface RunAnalysis {
  readonly engineVersion: number;
  readonly meanSpeedMps: Measured<number>;
  /** Median of running steps per minute, both feet. */
  readonly cadenceSpm: Measured<number>;
  readonly ascentM: Measured<number>;
  readonly descentM: Measured<number>;
  readonly kneeLoad: Measured<KneeLoad>;
  /** Moving 30 s bins of speed and cadence, for lines over history (models.md E); null where it has none. */
  readonly cadenceBins: readonly CadenceBin[];
}

/** Half a minute of steady running: its mean speed, cadence and grade. */
export interface CadenceBin {
  readonly speedMps: number;
  readonly cadenceSpm: number;
  readonly gradeRatio: number | null;
}
