/** The points of one activity in the order of time, whichever way the file wrote them. */
import { FIELD, type PointColumns, type PointField, POINT_FIELDS } from './point-columns.ts';

export interface OrderedPoints {
  /** Epoch milliseconds; never falls. */
  readonly timeMs: Float64Array;
  readonly columns: Readonly<Partial<Record<PointField, Float64Array>>>;
  /** Rows at which the file begins a new piece (a Track, a segment); never 0. Rising. */
  readonly starts: readonly number[];
  /** The file went back in time and was sorted. */
  readonly sorted: boolean;
}

/** Neither a heart nor a GPS receiver says 0 and means it. */
const ZERO_IS_MISSING: ReadonlySet<PointField> = new Set(['heartRateBpm']);
/** Recorders write zeros throughout for a sensor they lack; a true zero stands among other values. */
const ALL_ZERO_IS_ABSENT: ReadonlySet<PointField> = new Set([
  'cadenceRaw',
  'powerW',
  'heartRateBpm',
  'speedMps',
]);

const falls = (timeMs: Float64Array): boolean => {
  for (let i = 1; i < timeMs.length; i++) if ((timeMs[i] ?? 0) < (timeMs[i - 1] ?? 0)) return true;
  return false;
};

function cleaned(field: PointField, values: Float64Array): Float64Array | null {
  if (ZERO_IS_MISSING.has(field)) {
    for (let i = 0; i < values.length; i++) if (values[i] === 0) values[i] = Number.NaN;
  }
  const absent = ALL_ZERO_IS_ABSENT.has(field)
    ? values.every((value) => Number.isNaN(value) || value === 0)
    : values.every(Number.isNaN);
  return absent ? null : values;
}

/** Empties `points`. Every pushed point must carry a time. */
export function orderedPoints(points: PointColumns, starts: readonly number[]): OrderedPoints {
  const timeMs = points.take('timeMs') ?? new Float64Array(0);
  const sorted = falls(timeMs);
  const inside = [...new Set(starts)].filter((start) => start > 0 && start < timeMs.length);
  const order = sorted
    ? new Uint32Array(timeMs.length)
        .map((_, row) => row)
        .sort((a, b) => (timeMs[a] ?? 0) - (timeMs[b] ?? 0) || a - b)
    : null;
  const arranged = (values: Float64Array): Float64Array =>
    order === null ? values : values.map((_, i) => values[order[i] ?? 0] ?? Number.NaN);

  const columns: Partial<Record<PointField, Float64Array>> = {};
  for (const field of POINT_FIELDS) {
    if (FIELD[field] === FIELD.timeMs) continue;
    const values = points.take(field);
    const clean = values === null ? null : cleaned(field, arranged(values));
    if (clean !== null) columns[field] = clean;
  }
  return {
    timeMs: arranged(timeMs),
    columns,
    starts: order === null ? inside : startsAfterSorting(order, inside),
    sorted,
  };
}

/** A piece begins wherever, in the new order, a row comes from another piece than the row before. */
function startsAfterSorting(order: Uint32Array, starts: readonly number[]): number[] {
  const pieceOf = new Uint32Array(order.length);
  let piece = 0;
  for (let row = 0; row < pieceOf.length; row++) {
    if (row === starts[piece]) piece++;
    pieceOf[row] = piece;
  }
  const found: number[] = [];
  for (let i = 1; i < order.length; i++) {
    if (pieceOf[order[i] ?? 0] !== pieceOf[order[i - 1] ?? 0]) found.push(i);
  }
  return found;
}
