/** One field of many records into one column: one loop a base type, which a processor learns at once. */
import type { ColumnField, Reader } from './definition.ts';

/** Speed in 12 bits of 1/100 m/s; distance in 12 bits of 1/16 m, which starts again at 256 m. */
const PACKED_SPEED_SCALE = 100;
const PACKED_DISTANCE_SCALE = 16;
const PACKED_TURN = 4096;

/** Where the records lie: `rows` of all, and the first data byte of each of all. */
export interface Places {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly at: Uint32Array;
  readonly rows: Int32Array;
  readonly littleEndian: boolean;
}

type Rare = Exclude<Reader, 'u8' | 'u16' | 'u32' | 's32' | 'packed-speed' | 'packed-distance'>;
const RARE: Readonly<Record<Rare, (view: DataView, at: number, little: boolean) => number>> = {
  s8: (view, at) => view.getInt8(at),
  s16: (view, at, little) => view.getInt16(at, little),
  f32: (view, at, little) => view.getFloat32(at, little),
  f64: (view, at, little) => view.getFloat64(at, little),
};

/** @returns how many values are filled in */
export function readColumn(field: ColumnField, places: Places, out: Float64Array): number {
  const { read } = field;
  if (read === 'packed-speed' || read === 'packed-distance') return readPacked(field, places, out);
  if (read === 'u8') return readBytes(field, places, out);
  if (read === 'u16') return readUint16(field, places, out);
  if (read === 'u32') return readUint32(field, places, out);
  if (read === 's32') return readInt32(field, places, out);
  return readRare(RARE[read], field, places, out);
}

function readBytes(
  { offset, invalid, scale, shift }: ColumnField,
  { bytes, at, rows }: Places,
  out: Float64Array,
): number {
  let filled = 0;
  for (let each = 0; each < rows.length; each++) {
    const row = rows[each] as number;
    const raw = bytes[(at[row] as number) + offset] as number;
    if (raw === invalid) out[row] = Number.NaN;
    else {
      out[row] = raw / scale - shift;
      filled += 1;
    }
  }
  return filled;
}

function readUint16(
  { offset, invalid, scale, shift }: ColumnField,
  { view, at, rows, littleEndian }: Places,
  out: Float64Array,
): number {
  let filled = 0;
  for (let each = 0; each < rows.length; each++) {
    const row = rows[each] as number;
    const from = (at[row] as number) + offset;
    const raw = view.getUint16(from, littleEndian);
    if (raw === invalid) out[row] = Number.NaN;
    else {
      out[row] = raw / scale - shift;
      filled += 1;
    }
  }
  return filled;
}

function readUint32(
  { offset, invalid, scale, shift }: ColumnField,
  { view, at, rows, littleEndian }: Places,
  out: Float64Array,
): number {
  let filled = 0;
  for (let each = 0; each < rows.length; each++) {
    const row = rows[each] as number;
    const raw = view.getUint32((at[row] as number) + offset, littleEndian);
    if (raw === invalid) out[row] = Number.NaN;
    else {
      out[row] = raw / scale - shift;
      filled += 1;
    }
  }
  return filled;
}

function readInt32(
  { offset, invalid, scale, shift }: ColumnField,
  { view, at, rows, littleEndian }: Places,
  out: Float64Array,
): number {
  let filled = 0;
  for (let each = 0; each < rows.length; each++) {
    const row = rows[each] as number;
    const raw = view.getInt32((at[row] as number) + offset, littleEndian);
    if (raw === invalid) out[row] = Number.NaN;
    else {
      out[row] = raw / scale - shift;
      filled += 1;
    }
  }
  return filled;
}

function readRare(
  readAt: (view: DataView, at: number, little: boolean) => number,
  { offset, invalid, scale, shift }: ColumnField,
  { view, at, rows, littleEndian }: Places,
  out: Float64Array,
): number {
  let filled = 0;
  for (let each = 0; each < rows.length; each++) {
    const row = rows[each] as number;
    const raw = readAt(view, (at[row] as number) + offset, littleEndian);
    // Infinity minus itself is NaN too: only finite numbers pass.
    if (raw === invalid || raw - raw !== 0) out[row] = Number.NaN;
    else {
      out[row] = raw / scale - shift;
      filled += 1;
    }
  }
  return filled;
}

/** Speed comes out as it is; distance as its 12 bits, to be unwound over all records. */
function readPacked({ read, offset }: ColumnField, { bytes, at, rows }: Places, out: Float64Array): number {
  let filled = 0;
  for (let each = 0; each < rows.length; each++) {
    const row = rows[each] as number;
    const from = (at[row] as number) + offset;
    const [b0, b1, b2] = [bytes[from] as number, bytes[from + 1] as number, bytes[from + 2] as number];
    if (b0 === 0xff && b1 === 0xff && b2 === 0xff) out[row] = Number.NaN;
    else {
      out[row] =
        read === 'packed-speed' ? (b0 | ((b1 & 0x0f) << 8)) / PACKED_SPEED_SCALE : (b1 >> 4) | (b2 << 4);
      filled += 1;
    }
  }
  return filled;
}

/** Packed distance starts again at 256 m: counts the turns, in place. */
export function unwind(distance: Float64Array): void {
  let last = 0;
  let turns = 0;
  for (let row = 0; row < distance.length; row++) {
    const bits = distance[row] as number;
    if (Number.isNaN(bits)) continue;
    if (bits < last) turns += 1;
    last = bits;
    distance[row] = (turns * PACKED_TURN + bits) / PACKED_DISTANCE_SCALE;
  }
}
