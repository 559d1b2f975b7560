/**
 * A run's analysis as a row keeps it: figures as JSON, cadence bins as bytes beside them. The bins are
 * unpacked when they are first looked at: ten years hold a third of a million, and most questions need none.
 */
import type { CadenceBin, RunAnalysis } from '@kneewise/engine';
import { packCadenceBins, unpackCadenceBins } from './cadence-bins.ts';

export type AnalysisFigures = Omit<RunAnalysis, 'cadenceBins'>;

export interface AnalysisColumns {
  readonly engine_version: number | null;
  readonly analysis: string | null;
  readonly cadence_bins: Uint8Array | null;
}

export function analysisColumns(analysis: RunAnalysis | null): AnalysisColumns {
  if (analysis === null) return { engine_version: null, analysis: null, cadence_bins: null };
  const { cadenceBins, ...figures } = analysis;
  return {
    engine_version: analysis.engineVersion,
    analysis: JSON.stringify(figures),
    cadence_bins: packCadenceBins(cadenceBins),
  };
}

export function withCadenceBins(figures: AnalysisFigures, bytes: Uint8Array | null): RunAnalysis {
  let bins: readonly CadenceBin[] | null = null;
  return {
    ...figures,
    get cadenceBins() {
      bins ??= unpackCadenceBins(bytes);
      return bins;
    },
  };
}
