/** Record rows in the order of time, one a moment: what a track's columns are cut from. */
import type { Warning } from '../read-result.ts';
import type { RecordColumns } from './columns.ts';
import { OLDEST_DATE } from './profile.ts';

export interface Moments {
  /** Rows of the record columns, in time order; rows that told the same second stand behind one another. */
  readonly rows: Int32Array;
  readonly warnings: readonly Warning[];
}

/** Rows in file order whose time does not fall below that of the last one kept. */
function risingRows(dated: Int32Array, timeS: Float64Array): Int32Array {
  const rows = new Int32Array(dated.length);
  let kept = 0;
  let last = 0;
  for (const row of dated) {
    const time = timeS[row] as number;
    if (time < last) continue;
    last = time;
    rows[kept] = row;
    kept += 1;
  }
  return rows.subarray(0, kept);
}

/**
 * The most rows in file order whose times do not fall: by patience sorting, which keeps for each length the row
 * with the least time that can end it.
 */
function mostRows(dated: Int32Array, timeS: Float64Array): Int32Array {
  const ends = new Int32Array(dated.length);
  const before = new Int32Array(dated.length);
  let longest = 0;
  for (let at = 0; at < dated.length; at++) {
    const time = timeS[dated[at] as number] as number;
    let [low, high] = [0, longest];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((timeS[dated[ends[middle] as number] as number] as number) <= time) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : (ends[low - 1] as number);
    ends[low] = at;
    if (low === longest) longest += 1;
  }
  const rows = new Int32Array(longest);
  for (let place = longest - 1, at = ends[longest - 1] as number; place >= 0; place--) {
    rows[place] = dated[at] as number;
    at = before[at] as number;
  }
  return rows;
}

/**
 * Leaves out rows without a date and rows that go back in time, and says so: a clock that ran backwards cannot be
 * put right by anyone who was not there. Where one wrong time would cost all that follow, it is the one left out.
 * @param oldestDate what is below it is no date
 */
export function momentsOf({ timeS, rows: count }: RecordColumns, oldestDate = OLDEST_DATE): Moments {
  const dated = new Int32Array(count);
  let some = 0;
  let rises = true;
  let last = 0;
  for (let row = 0; row < count; row++) {
    const time = timeS[row] as number;
    if (time < oldestDate) continue;
    rises &&= time >= last;
    last = time;
    dated[some] = row;
    some += 1;
  }
  let rows: Int32Array = dated.subarray(0, some);
  if (!rises) {
    const [rising, most] = [risingRows(rows, timeS), mostRows(rows, timeS)];
    rows = most.length > rising.length ? most : rising;
  }
  const [undated, backwards] = [count - some, some - rows.length];
  const warnings: Warning[] = [];
  if (undated > 0)
    warnings.push({
      code: 'records-without-date',
      text: `${undated} of ${count} records carry no date and were left out.`,
    });
  if (backwards > 0)
    warnings.push({
      code: 'time-backwards',
      text: `${backwards} of ${count} records do not follow the others in time and were left out.`,
    });
  return { rows, warnings };
}
