/**
 * Points gathered into columns while a file streams by: no object a point, no memory for a channel
 * that never speaks, and no copying while it grows.
 */

/** What a point of an XML file can say, in the order of a row. */
export const POINT_FIELDS = [
  'timeMs',
  'latDeg',
  'lonDeg',
  'altitudeM',
  'distanceM',
  'speedMps',
  'cadenceRaw',
  'heartRateBpm',
  'powerW',
] as const;

export type PointField = (typeof POINT_FIELDS)[number];

/** Where each field stands in a row. */
export const FIELD = Object.fromEntries(POINT_FIELDS.map((field, i) => [field, i])) as Record<
  PointField,
  number
>;

/** Rows at first, and how much more each time they run out. Our choice. */
const FIRST_ROWS = 1024;
const GROWTH = 1.3;

export interface PointColumns {
  readonly count: number;
  /** Adds one point; NaN is a missing value. */
  push(row: Float64Array): void;
  /** The whole column, or null where no point had a value. Gives it up: ask once a field. */
  take(field: PointField): Float64Array | null;
}

/**
 * The same values with room for `rows`. `ArrayBuffer.transfer` moves the memory instead of copying it and frees
 * the old at once, so a column of millions is never held twice. (The types of ES2023 do not know it yet.)
 */
function resized(values: Float64Array<ArrayBuffer>, rows: number): Float64Array<ArrayBuffer> {
  const before = values.length;
  const buffer = values.buffer as ArrayBuffer & { transfer(byteLength: number): ArrayBuffer };
  const longer = new Float64Array(buffer.transfer(rows * Float64Array.BYTES_PER_ELEMENT));
  return rows > before ? longer.fill(Number.NaN, before) : longer;
}

export function pointColumns(): PointColumns {
  const columns: (Float64Array<ArrayBuffer> | null)[] = POINT_FIELDS.map(() => null);
  let count = 0;
  let room = FIRST_ROWS;
  return {
    get count() {
      return count;
    },
    push(row) {
      if (count === room) {
        room = Math.ceil(room * GROWTH);
        columns.forEach((values, field) => {
          if (values !== null) columns[field] = resized(values, room);
        });
      }
      for (let field = 0; field < columns.length; field++) {
        const value = row[field] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        const values = columns[field] ?? new Float64Array(room).fill(Number.NaN);
        columns[field] = values;
        values[count] = value;
      }
      count++;
    },
    take(field) {
      const values = columns[FIELD[field]] ?? null;
      columns[FIELD[field]] = null;
      return values === null ? null : resized(values, count);
    },
  };
}
