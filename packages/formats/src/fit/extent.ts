/** Where one FIT file of a chain begins and ends, and whether its sums fit. */
import type { Warning } from '../read-result.ts';
import { crc16 } from './crc.ts';

const SIGNATURE = 0x2e_46_49_54;
const HEADER_MIN = 12;
export const CRC_BYTES = 2;

/** Does a FIT header begin here? */
export function isFitHeader(bytes: Uint8Array, at: number): boolean {
  const size = bytes[at];
  if (size === undefined || size < HEADER_MIN || at + HEADER_MIN > bytes.length) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_MIN);
  return view.getUint32(8) === SIGNATURE;
}

/** A byte offset as a person reads it. */
export const at = (offset: number): string => offset.toLocaleString('en');

/** Where the data of this file ends, by its header and by how many bytes there are. */
export function extentOf(
  bytes: Uint8Array,
  from: number,
  warnings: Warning[],
): { dataFrom: number; dataTo: number; truncated: boolean } {
  const headerSize = bytes[from] as number;
  const view = new DataView(bytes.buffer, bytes.byteOffset + from, HEADER_MIN);
  const stated = view.getUint32(4, true);
  const dataFrom = Math.min(from + headerSize, bytes.length);
  if (stated === 0) {
    warnings.push({
      code: 'not-closed',
      text: 'The recorder did not close this file; what is in it was read to the end.',
    });
    return { dataFrom, dataTo: Math.max(dataFrom, bytes.length - CRC_BYTES), truncated: true };
  }
  const statedEnd = dataFrom + stated;
  if (statedEnd <= bytes.length)
    return { dataFrom, dataTo: statedEnd, truncated: statedEnd + CRC_BYTES > bytes.length };
  warnings.push({
    code: 'truncated',
    text: `Ends at byte ${at(bytes.length)} of ${at(statedEnd + CRC_BYTES)}. What came before is kept; nothing was guessed.`,
  });
  return { dataFrom, dataTo: bytes.length, truncated: true };
}

export function checkSums(
  bytes: Uint8Array,
  from: number,
  dataFrom: number,
  dataTo: number,
  warnings: Warning[],
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (dataFrom - from >= HEADER_MIN + CRC_BYTES) {
    const stated = view.getUint16(from + HEADER_MIN, true);
    if (stated !== 0 && stated !== crc16(bytes, from, from + HEADER_MIN))
      warnings.push({
        code: 'bad-header-crc',
        text: 'The checksum of the header does not fit; the data were read all the same.',
      });
  }
  if (dataTo + CRC_BYTES > bytes.length) return;
  const stated = view.getUint16(dataTo, true);
  if (stated !== crc16(bytes, from, dataTo))
    warnings.push({
      code: 'bad-crc',
      text: `The checksum at byte ${at(dataTo)} does not fit: something in this file was changed after it was written.`,
    });
}
