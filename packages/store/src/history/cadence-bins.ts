/**
 * The half-minute bins of a run as bytes: all speeds, then cadences, then grades, each a little-endian double,
 * so that what was worked out comes back to the last bit. NaN stands for a grade that is null.
 */
import type { CadenceBin } from '@kneewise/engine';

const DOUBLE_BYTES = 8;
const COLUMNS = 3;

export function packCadenceBins(bins: readonly CadenceBin[]): Uint8Array | null {
  if (bins.length === 0) return null;
  const view = new DataView(new ArrayBuffer(bins.length * COLUMNS * DOUBLE_BYTES));
  const put = (column: number, i: number, value: number): void =>
    view.setFloat64((column * bins.length + i) * DOUBLE_BYTES, value, true);
  bins.forEach(({ speedMps, cadenceSpm, gradeRatio }, i) => {
    put(0, i, speedMps);
    put(1, i, cadenceSpm);
    put(2, i, gradeRatio ?? Number.NaN);
  });
  return new Uint8Array(view.buffer);
}

export function unpackCadenceBins(bytes: Uint8Array | null): readonly CadenceBin[] {
  if (bytes === null) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength / (COLUMNS * DOUBLE_BYTES);
  if (!Number.isInteger(length))
    throw new Error(`Stored cadence bins are damaged: ${bytes.byteLength} bytes.`);
  const get = (column: number, i: number): number =>
    view.getFloat64((column * length + i) * DOUBLE_BYTES, true);
  return Array.from({ length }, (_, i) => {
    const gradeRatio = get(2, i);
    return {
      speedMps: get(0, i),
      cadenceSpm: get(1, i),
      gradeRatio: Number.isNaN(gradeRatio) ? null : gradeRatio,
    };
  });
}
