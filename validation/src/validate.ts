/** Every published figure we reproduce, beside ours. */
import { auditRows } from './audit-rows.ts';
import { cadenceRows } from './cadence-rows.ts';
import { checkRows } from './check-stories.ts';
import { edgeRows } from './edge-rows.ts';
import { formRows } from './form/form-rows.ts';
import { injuryRows } from './injury/injury-rows.ts';
import { jointGeometryRows } from './joint-geometry.ts';
import { policyRows } from './policies-rows.ts';
import { auditStudies, cadenceStudies, formStudies, variantStudies } from './studies.ts';
import { realMonthRows } from './real-month.ts';
import type { Row } from './row.ts';
import { sessionSpikeRows } from './session-spikes-rows.ts';
import { treadmillMeanRows } from './treadmill-means.ts';
import { treadmillRunnerRows } from './treadmill-runners.ts';
import { trialRows } from './trials.ts';

/** What is worked out together, and the sections its rows stand in. */
interface Part {
  readonly sections: readonly string[];
  readonly rows: () => readonly Row[] | Promise<readonly Row[]>;
}

/** On published tables and real files. Rows whose data are absent say so. */
const ON_DATA: readonly Part[] = [
  { sections: ['C1'], rows: jointGeometryRows },
  { sections: ['C2'], rows: () => [...treadmillMeanRows(), ...treadmillRunnerRows()] },
  { sections: ['C3', 'C4', 'C5', 'C6'], rows: trialRows },
  { sections: ['C7'], rows: () => sessionSpikeRows() },
  { sections: ['C8', 'C10'], rows: checkRows },
  { sections: ['C9'], rows: injuryRows },
  { sections: ['D', 'E'], rows: realMonthRows },
];

/** On simulated runners: most of the time it takes. */
const SIMULATED: readonly Part[] = [
  {
    sections: ['B', 'C'],
    rows: async () => {
      const studies = await variantStudies();
      return [...edgeRows(studies), ...policyRows(studies)];
    },
  },
  { sections: ['D'], rows: async () => formRows(await formStudies()) },
  { sections: ['E'], rows: async () => cadenceRows(await cadenceStudies()) },
  { sections: ['F'], rows: async () => auditRows(await auditStudies()) },
];

/** Sections that there are: of the evidence's §C, then of models.md. */
export const SECTIONS: readonly string[] = [
  ...new Set([...ON_DATA, ...SIMULATED].flatMap(({ sections }) => sections)),
];

async function rowsOf(parts: readonly Part[], only: readonly string[]): Promise<Row[]> {
  const asked = parts.filter(({ sections }) => sections.some((section) => only.includes(section)));
  const rows = await Promise.all(asked.map(async (part) => part.rows()));
  return rows.flat().filter(({ section }) => only.includes(section));
}

/** Rows on published tables and real files. */
export const validateOnData = (): Promise<Row[]> => rowsOf(ON_DATA, SECTIONS);

/**
 * All rows, in the order of the evidence's §C, then of models.md.
 * @param only sections to keep to; all unless told
 * @throws RangeError for a section that is not there
 */
export function validate(only: readonly string[] = SECTIONS): Promise<Row[]> {
  const unknown = only.find((section) => !SECTIONS.includes(section));
  if (unknown !== undefined) {
    throw new RangeError(`section must be one of ${SECTIONS.join(', ')}, got ${unknown}`);
  }
  // Threads that simulate begin first: the rest is done beside them.
  const simulated = rowsOf(SIMULATED, only);
  return Promise.all([rowsOf(ON_DATA, only), simulated]).then((rows) => rows.flat());
}

/** Whether everything that should hold does. Known misses and skipped rows do not count against it. */
export const allHold = (rows: readonly Row[]): boolean => rows.every(({ verdict }) => verdict !== 'fails');
