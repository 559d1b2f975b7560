/** Record rows in the order of time, one a moment: what a track's columns are cut from. */
import type { Warning } from '../read-result.ts';
import type { RecordColumns } from './columns.ts';
import { OLDEST_DATE } from './profile.ts';

export interface Moments {
  /** Rows of the record columns, in time order; rows that told the same second stand behind one another. */
  readonly rows: Int32Array;
  readonly warnings: readonly Warning[];
}

/**
 * Leaves out rows without a date and rows that go back in time, and says so: a clock that ran backwards cannot be
 * put right by anyone who was not there.
 * @param oldestDate what is below it is no date
 */
export function momentsOf({ timeS, rows: count }: RecordColumns, oldestDate = OLDEST_DATE): Moments {
  const rows = new Int32Array(count);
  let kept = 0;
  let undated = 0;
  let backwards = 0;
  let last = 0;
  for (let row = 0; row < count; row++) {
    const time = timeS[row] as number;
    if (time < oldestDate) undated += 1;
    else if (time < last) backwards += 1;
    else {
      last = time;
      rows[kept] = row;
      kept += 1;
    }
  }
  const warnings: Warning[] = [];
  if (undated > 0)
    warnings.push({
      code: 'records-without-date',
      text: `${undated} of ${count} records carry no date and were left out.`,
    });
  if (backwards > 0)
    warnings.push({
      code: 'time-backwards',
      text: `${backwards} of ${count} records lie before the one they follow and were left out.`,
    });
  return { rows: rows.subarray(0, kept), warnings };
}
