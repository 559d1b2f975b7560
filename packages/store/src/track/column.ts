/**
 * One column of a track as bytes. Steps of `STEPS_PER_UNIT`, then differences of the first or second
 * order, whichever is smaller in sum, as variable-length integers; missing samples are bits in a mask.
 * A column with a sample that no step can hold (infinite, or beyond 2^49 steps) is kept as it is.
 */
import type { ByteReader, ByteWriter } from './bytes.ts';

const RAW = 0;
const FIRST_DIFFERENCES = 1;
const SECOND_DIFFERENCES = 2;
/** Added to the encoding where some samples are missing and a mask follows. */
const WITH_MASK = 16;

/** Second differences of such steps stay within 2^51, which `signed` can write. */
const LARGEST_STEP = 2 ** 49;
const BITS = 8;

export function writeColumn(out: ByteWriter, column: Float64Array, stepsPerUnit: number): void {
  const steps = new Float64Array(column.length);
  let present = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const step = Math.round(value * stepsPerUnit);
    if (!(step >= -LARGEST_STEP && step <= LARGEST_STEP)) return writeRaw(out, column);
    steps[present++] = step;
  }
  const order = toSmallerDifferences(steps, present);
  out.byte(present === column.length ? order : order + WITH_MASK);
  if (present < column.length) out.bytes(maskOf(column));
  return out.signedAll(steps, present);
}

function writeRaw(out: ByteWriter, column: Float64Array): void {
  out.byte(RAW);
  const raw = new DataView(new ArrayBuffer(column.length * Float64Array.BYTES_PER_ELEMENT));
  column.forEach((value, i) => raw.setFloat64(i * Float64Array.BYTES_PER_ELEMENT, value, true));
  out.bytes(new Uint8Array(raw.buffer));
}

/** @throws {Error} naming `what` where the bytes are not a column. */
export function readColumn(
  input: ByteReader,
  length: number,
  stepsPerUnit: number,
  what: string,
): Float64Array {
  const encoding = input.byte(what);
  const column = new Float64Array(length);
  if (encoding === RAW) {
    const raw = input.bytes(length * Float64Array.BYTES_PER_ELEMENT, what);
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    for (let i = 0; i < length; i++) column[i] = view.getFloat64(i * Float64Array.BYTES_PER_ELEMENT, true);
    return column;
  }
  const order = encoding & ~WITH_MASK;
  if (order !== FIRST_DIFFERENCES && order !== SECOND_DIFFERENCES) {
    throw new Error(`${what} has an unknown encoding ${encoding} before byte ${input.at()}`);
  }
  const mask = encoding & WITH_MASK ? input.bytes(Math.ceil(length / BITS), what) : null;
  let step = 0;
  let difference = 0;
  for (let i = 0; i < length; i++) {
    if (mask !== null && ((mask[i >> 3] ?? 0) & (1 << (i & 7))) === 0) {
      column[i] = Number.NaN;
      continue;
    }
    const written = input.signed(what);
    difference = order === FIRST_DIFFERENCES ? written : difference + written;
    step += difference;
    column[i] = step / stepsPerUnit;
  }
  return column;
}

/** A set bit is a sample that is there. */
function maskOf(column: Float64Array): Uint8Array {
  const mask = new Uint8Array(Math.ceil(column.length / BITS));
  column.forEach((value, i) => {
    if (!Number.isNaN(value)) mask[i >> 3] = (mask[i >> 3] ?? 0) | (1 << (i & 7));
  });
  return mask;
}

/**
 * Puts differences in the place of steps: of the order with the smaller sum of magnitudes, a good stand-in for
 * packed size.
 */
function toSmallerDifferences(steps: Float64Array, length: number): number {
  let first = 0;
  let second = 0;
  let last = 0;
  let lastDifference = 0;
  for (let i = 0; i < length; i++) {
    const step = steps[i] ?? 0;
    const difference = step - last;
    steps[i] = difference;
    if (i > 0) {
      first += Math.abs(difference);
      second += Math.abs(difference - lastDifference);
      lastDifference = difference;
    }
    last = step;
  }
  if (second >= first) return FIRST_DIFFERENCES;
  for (let i = length - 1; i > 0; i--) steps[i] = (steps[i] ?? 0) - (steps[i - 1] ?? 0);
  return SECOND_DIFFERENCES;
}
