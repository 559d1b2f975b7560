/** FIT's CRC-16 (polynomial 0x8005 reflected, start 0), sixteen bytes a step. */

const POLYNOMIAL = 0xa0_01;
const LANES = 16;
const LANE = 256;

/** `TABLE[k * 256 + b]`: what byte `b`, followed by `k` more bytes, does to the sum. One table: one bound to check. */
const TABLE = (() => {
  const table = new Uint16Array(LANES * LANE);
  for (let byte = 0; byte < LANE; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    table[byte] = sum;
  }
  for (let at = LANE; at < table.length; at++) {
    const before = table[at - LANE] as number;
    table[at] = (before >>> 8) ^ (table[before & 0xff] as number);
  }
  return table;
})();

/** Four bytes in a word, the first of them `lane` bytes before the end of its step. */
const word = (value: number, lane: number): number =>
  (TABLE[lane * LANE + (value & 0xff)] as number) ^
  (TABLE[(lane - 1) * LANE + ((value >>> 8) & 0xff)] as number) ^
  (TABLE[(lane - 2) * LANE + ((value >>> 16) & 0xff)] as number) ^
  (TABLE[(lane - 3) * LANE + (value >>> 24)] as number);

/** @param from first byte, @param to one past the last */
export function crc16(bytes: Uint8Array, from: number, to: number, start = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = start;
  let at = from;
  for (const end = to - LANES; at <= end; at += LANES)
    sum =
      word(view.getInt32(at, true) ^ sum, 15) ^
      word(view.getInt32(at + 4, true), 11) ^
      word(view.getInt32(at + 8, true), 7) ^
      word(view.getInt32(at + 12, true), 3);
  for (; at < to; at++) sum = (sum >>> 8) ^ (TABLE[((bytes[at] as number) ^ sum) & 0xff] as number);
  return sum;
}
