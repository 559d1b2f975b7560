/** Every published figure we reproduce, beside ours. */
import { jointGeometryRows } from './joint-geometry.ts';
import type { Row } from './row.ts';
import { treadmillMeanRows } from './treadmill-means.ts';
import { treadmillRunnerRows } from './treadmill-runners.ts';
import { trialRows } from './trials.ts';

/** All rows, in the order of the evidence's §C. Rows whose data are absent say so. */
export const validate = (): Row[] => [
  ...jointGeometryRows(),
  ...treadmillMeanRows(),
  ...treadmillRunnerRows(),
  ...trialRows(),
];

/** Whether everything that should hold does. Known misses and skipped rows do not count against it. */
export const allHold = (rows: readonly Row[]): boolean => rows.every(({ verdict }) => verdict !== 'fails');
