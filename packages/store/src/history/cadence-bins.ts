/**
 * The half-minute bins of a run as bytes: all speeds, then cadences, then grades, each a little-endian single
 * (seven digits: a bin's speed to a millionth of a metre a second). NaN stands for a grade that is null.
 * Ten years of them are read with every question over a history, so their size is felt.
 */
import type { CadenceBin } from '@kneewise/engine';

const SINGLE_BYTES = 4;
const COLUMNS = 3;

export function packCadenceBins(bins: readonly CadenceBin[]): Uint8Array | null {
  if (bins.length === 0) return null;
  const view = new DataView(new ArrayBuffer(bins.length * COLUMNS * SINGLE_BYTES));
  const put = (column: number, i: number, value: number): void =>
    view.setFloat32((column * bins.length + i) * SINGLE_BYTES, value, true);
  bins.forEach(({ speedMps, cadenceSpm, gradeRatio }, i) => {
    put(0, i, speedMps);
    put(1, i, cadenceSpm);
    put(2, i, gradeRatio ?? Number.NaN);
  });
  return new Uint8Array(view.buffer);
}

/** @throws {Error} where the bytes are not whole bins */
export function unpackCadenceBins(bytes: Uint8Array | null): readonly CadenceBin[] {
  if (bytes === null) return [];
  const length = bytes.byteLength / (COLUMNS * SINGLE_BYTES);
  if (!Number.isInteger(length))
    throw new Error(`Stored cadence bins are damaged: ${bytes.byteLength} bytes.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bins: CadenceBin[] = [];
  for (let i = 0; i < length; i++) {
    const gradeRatio = view.getFloat32((2 * length + i) * SINGLE_BYTES, true);
    bins.push({
      speedMps: view.getFloat32(i * SINGLE_BYTES, true),
      cadenceSpm: view.getFloat32((length + i) * SINGLE_BYTES, true),
      gradeRatio: Number.isNaN(gradeRatio) ? null : gradeRatio,
    });
  }
  return bins;
}
