/**
 * Speed, for files that state distance or positions only: the slope of distance over a few seconds to each side,
 * never across a pause. One-second positions wander by a metre; over ten seconds that is 0.1 m/s.
 */
import type { Interval } from '@kneewise/engine';

/** Seconds to each side. Our choice: long against the wander of GPS, short against a change of pace. */
const REACH_S = 5;

/** Metres per second, one value a row; NaN where there is too little around a row. */
export function speedFromDistance(
  timeS: Float64Array,
  distanceM: Float64Array,
  pauses: readonly Interval[] = [],
): Float64Array {
  const speedMps = new Float64Array(timeS.length).fill(Number.NaN);
  const rows = knownRows(distanceM);
  let from = 0;
  let to = 0;
  let pause = 0;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0;
    const t = timeS[row] ?? 0;
    while (pause < pauses.length && (pauses[pause]?.toS ?? 0) <= t) pause++;
    const earliest = Math.max(t - REACH_S, pause > 0 ? (pauses[pause - 1]?.toS ?? 0) : -Infinity);
    const latest = Math.min(t + REACH_S, pauses[pause]?.fromS ?? Infinity);
    while (from < k && (timeS[rows[from] ?? 0] ?? 0) < earliest) from++;
    to = Math.max(to, k);
    while (to + 1 < rows.length && (timeS[rows[to + 1] ?? 0] ?? 0) <= latest) to++;
    // Where points are sparser than the reach, the neighbours serve.
    let a = from;
    let b = to;
    if (a === k && k > 0 && (timeS[rows[k - 1] ?? 0] ?? 0) >= earliest - SPARSE_S) a = k - 1;
    if (b === k && k + 1 < rows.length && (timeS[rows[k + 1] ?? 0] ?? 0) <= latest + SPARSE_S) b = k + 1;
    const first = rows[a] ?? 0;
    const last = rows[b] ?? 0;
    const seconds = (timeS[last] ?? 0) - (timeS[first] ?? 0);
    if (seconds > 0)
      speedMps[row] = Math.max(0, ((distanceM[last] ?? 0) - (distanceM[first] ?? 0)) / seconds);
  }
  return speedMps;
}

/** Points of battery-saving recorders lie up to this much further apart. Our choice. Seconds */
const SPARSE_S = 25;

/** Rows that have a value. A plain loop: `filter` on a typed array boxes each number. */
function knownRows(values: Float64Array): Uint32Array {
  const rows = new Uint32Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) rows[count++] = row;
  }
  return rows.subarray(0, count);
}
