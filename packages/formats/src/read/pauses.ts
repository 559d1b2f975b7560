/**
 * When the recorder's timer stood, for formats that do not say.
 *
 * Recorders write points while the timer runs, so a pause is a gap between points. Not each gap is one:
 * battery-saving recorders leave out points of a steady stretch, and a tunnel silences the receiver.
 */
import type { Interval } from '@kneewise/engine';

/** A gap this long between points of one piece may be a pause. Our choice: twice the widest smart-recording step. Seconds */
export const GAP_FROM_S = 20;
/** Ground covered in a gap more slowly than this was not run or walked. Our choice. m/s */
export const STANDING_BELOW_MPS = 0.5;
/** Between two pieces a shorter gap is a pause too, since the file itself says that something stopped. Seconds */
export const PIECE_GAP_FROM_S = 3;

/**
 * For files that state no timer time (GPX): a pause is a gap of 3 s or more between two segments,
 * or one of 20 s or more inside a segment across which the runner moved more slowly than 0.5 m/s.
 * @param movedM metres between a row and the row before it, as the crow flies; NaN where not known
 */
export function pausesFromGaps(
  timeS: Float64Array,
  starts: readonly number[],
  movedM: (row: number) => number,
): Interval[] {
  const pauses: Interval[] = [];
  let next = 0;
  for (let row = 1; row < timeS.length; row++) {
    const fromS = timeS[row - 1] ?? 0;
    const toS = timeS[row] ?? 0;
    const begins = starts[next] === row;
    if (begins) next++;
    const gapS = toS - fromS;
    if (gapS < (begins ? PIECE_GAP_FROM_S : GAP_FROM_S)) continue;
    if (begins || !(movedM(row) / gapS >= STANDING_BELOW_MPS)) pauses.push({ fromS, toS });
  }
  return pauses;
}

/** Timer totals are rounded by the lap; a shorter rest is no pause. Our choice. Seconds */
const ROUNDING_S = 2;

/**
 * For files that state the timer time (TCX laps): the gaps that make up what is missing from it, those between
 * pieces first, then the longest. None where first-to-last equals the timer time.
 * @param standingS elapsed less timer time
 */
export function pausesFromTotal(
  timeS: Float64Array,
  starts: readonly number[],
  standingS: number,
): Interval[] {
  if (standingS <= ROUNDING_S) return [];
  const atStart = new Set(starts);
  const gaps: { readonly row: number; readonly gapS: number; readonly piece: boolean }[] = [];
  for (let row = 1; row < timeS.length; row++) {
    const gapS = (timeS[row] ?? 0) - (timeS[row - 1] ?? 0);
    if (gapS >= PIECE_GAP_FROM_S) gaps.push({ row, gapS, piece: atStart.has(row) });
  }
  gaps.sort((a, b) => Number(b.piece) - Number(a.piece) || b.gapS - a.gapS);
  let leftS = standingS;
  const rows: number[] = [];
  for (const { row, gapS } of gaps) {
    // A running second belongs to each gap, hence the slack.
    if (gapS > leftS + ROUNDING_S) continue;
    rows.push(row);
    leftS -= gapS;
    if (leftS <= ROUNDING_S) break;
  }
  return rows.sort((a, b) => a - b).map((row) => ({ fromS: timeS[row - 1] ?? 0, toS: timeS[row] ?? 0 }));
}
