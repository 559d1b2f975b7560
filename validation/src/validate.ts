/** Every published figure we reproduce, beside ours. */
import { jointGeometryRows } from './joint-geometry.ts';
import { realMonthRows } from './real-month.ts';
import type { Row } from './row.ts';
import { treadmillMeanRows } from './treadmill-means.ts';
import { treadmillRunnerRows } from './treadmill-runners.ts';
import { trialRows } from './trials.ts';

/** All rows, in the order of the evidence's §C, then of models.md. Rows whose data are absent say so. */
export const validate = async (): Promise<Row[]> => [
  ...jointGeometryRows(),
  ...treadmillMeanRows(),
  ...treadmillRunnerRows(),
  ...trialRows(),
  ...(await realMonthRows()),
];

/** Whether everything that should hold does. Known misses and skipped rows do not count against it. */
export const allHold = (rows: readonly Row[]): boolean => rows.every(({ verdict }) => verdict !== 'fails');
