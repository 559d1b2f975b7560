/**
 * When the recorder's timer stood, for formats that do not say.
 *
 * Recorders write points while the timer runs, so a pause is a gap between points. Not each gap is one:
 * battery-saving recorders leave out points of a steady stretch, and a tunnel silences the receiver.
 */
import type { Interval } from '@kneewise/engine';

/** No gap shorter than this is a pause. Our choice: auto-pause takes some seconds to wake. Seconds */
export const PAUSE_FROM_S = 5;
/**
 * Nor is one shorter than this many times the file's own wide steps (95 of 100 are narrower).
 * Our choice: a battery-saving Fenix 2 leaves up to 28 s between points while its timer runs, 1.9 times its 15 s.
 */
export const TIMES_WIDE_STEP = 3;
const WIDE = 0.95;
/**
 * Ground covered in a gap at more than this share of the file's typical speed was run while the receiver was deaf.
 * Our choice: in a month of a 310XT, runners who paused were at up to 0.45 of it, walking about.
 */
export const RESTING_BELOW_SHARE = 0.5;
/** Between two pieces a shorter gap is a pause too, since the file itself says that something stopped. Seconds */
export const PIECE_GAP_FROM_S = 3;

/** Steps looked at to learn what is usual in a file; a longer one is sampled evenly. Our choice. */
const USUAL_FROM = 100_000;

/** The wide steps (seconds) and typical speed (m/s) of a file; 0 where there is nothing to go by. */
function usual(timeS: Float64Array, movedM: (row: number) => number): { wideS: number; typicalMps: number } {
  const every = Math.max(1, Math.ceil(timeS.length / USUAL_FROM));
  const steps: number[] = [];
  const speeds: number[] = [];
  for (let row = 1; row < timeS.length; row += every) {
    const stepS = (timeS[row] ?? 0) - (timeS[row - 1] ?? 0);
    if (!(stepS > 0)) continue;
    steps.push(stepS);
    const mps = movedM(row) / stepS;
    if (Number.isFinite(mps)) speeds.push(mps);
  }
  return { wideS: quantile(steps, WIDE), typicalMps: quantile(speeds, 0.5) };
}

function quantile(values: readonly number[], share: number): number {
  return Float64Array.from(values).sort()[Math.floor((values.length - 1) * share)] ?? 0;
}

/**
 * For files that state no timer time (GPX). A pause is a gap of 3 s or more between two segments; or, inside a
 * segment, a gap of 5 s or more that is also three times the file's own wide steps, across which the runner moved
 * at less than half of the file's typical speed (or nobody knows how far).
 * @param movedM metres between a row and the row before it, as the crow flies; NaN where not known
 */
export function pausesFromGaps(
  timeS: Float64Array,
  starts: readonly number[],
  movedM: (row: number) => number,
): Interval[] {
  const { wideS, typicalMps } = usual(timeS, movedM);
  const restingMps = typicalMps * RESTING_BELOW_SHARE;
  const gapFromS = Math.max(PAUSE_FROM_S, TIMES_WIDE_STEP * wideS);
  const pauses: Interval[] = [];
  let next = 0;
  for (let row = 1; row < timeS.length; row++) {
    const begins = starts[next] === row;
    if (begins) next++;
    const gapS = (timeS[row] ?? 0) - (timeS[row - 1] ?? 0);
    if (gapS < (begins ? PIECE_GAP_FROM_S : gapFromS)) continue;
    if (begins || !(movedM(row) / gapS >= restingMps)) {
      pauses.push({ fromS: timeS[row - 1] ?? 0, toS: timeS[row] ?? 0 });
    }
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
