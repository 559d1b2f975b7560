/** Every published figure we reproduce, beside ours. */
import { edgeRows } from './edge-rows.ts';
import { checkRows } from './check-stories.ts';
import { jointGeometryRows } from './joint-geometry.ts';
import { policyRows } from './policies-rows.ts';
import { simulatedStudies } from './policies-studies.ts';
import { realMonthRows } from './real-month.ts';
import type { Row } from './row.ts';
import { treadmillMeanRows } from './treadmill-means.ts';
import { treadmillRunnerRows } from './treadmill-runners.ts';
import { trialRows } from './trials.ts';

/** Rows on published tables and real files. Rows whose data are absent say so. */
export const validateOnData = async (): Promise<Row[]> => [
  ...jointGeometryRows(),
  ...treadmillMeanRows(),
  ...treadmillRunnerRows(),
  ...trialRows(),
  ...checkRows(),
  ...(await realMonthRows()),
];

/** Rows on simulated runners: some twenty seconds on two processors. */
export async function validateOnSimulatedRunners(): Promise<Row[]> {
  const studies = await simulatedStudies();
  return [...edgeRows(studies), ...policyRows(studies)];
}

/** All rows, in the order of the evidence's §C, then of models.md. */
export const validate = async (): Promise<Row[]> => [
  ...(await validateOnData()),
  ...(await validateOnSimulatedRunners()),
];

/** Whether everything that should hold does. Known misses and skipped rows do not count against it. */
export const allHold = (rows: readonly Row[]): boolean => rows.every(({ verdict }) => verdict !== 'fails');
