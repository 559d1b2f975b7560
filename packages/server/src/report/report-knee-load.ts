/** A run's knee load as the report's schema has it. */
import type { RunAnalysis } from '@kneewise/engine';
import type { ReportKneeLoad } from './report-types.ts';

export function kneeLoadOf({ kneeLoad }: Pick<RunAnalysis, 'kneeLoad'>): ReportKneeLoad | null {
  if (!kneeLoad.known) return null;
  const { peakForceBw, impulsePerStepBws, impulsePerKmBws, impulseRunBws, sdRatio, working } = kneeLoad.value;
  const impulseSdRatio = working?.impulseSdRatio ?? null;
  return { peakForceBw, impulsePerStepBws, impulsePerKmBws, impulseRunBws, sdRatio, impulseSdRatio };
}
