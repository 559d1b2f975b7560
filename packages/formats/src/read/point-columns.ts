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

/** Points in one block. Our choice: 64 KiB a column. */
const BLOCK = 8192;

export interface PointColumns {
  readonly count: number;
  /** Adds one point; NaN is a missing value. */
  push(row: Float64Array): void;
  /** The whole column, or null where no point had a value. Gives its blocks up: ask once a field. */
  take(field: PointField): Float64Array | null;
}

export function pointColumns(): PointColumns {
  const columns: (Float64Array | undefined)[][] = POINT_FIELDS.map(() => []);
  let count = 0;
  return {
    get count() {
      return count;
    },
    push(row) {
      const block = Math.floor(count / BLOCK);
      const at = count % BLOCK;
      for (let field = 0; field < columns.length; field++) {
        const value = row[field] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        const column = columns[field] ?? [];
        let values = column[block];
        if (values === undefined) {
          values = new Float64Array(BLOCK).fill(Number.NaN);
          column[block] = values;
        }
        values[at] = value;
      }
      count++;
    },
    take(field) {
      const column = columns[FIELD[field]] ?? [];
      if (column.length === 0) return null;
      const whole = new Float64Array(count).fill(Number.NaN);
      column.forEach((values, block) => {
        if (values === undefined) return;
        const from = block * BLOCK;
        whole.set(values.subarray(0, Math.min(BLOCK, count - from)), from);
        column[block] = undefined;
      });
      columns[FIELD[field]] = [];
      return whole;
    },
  };
}
