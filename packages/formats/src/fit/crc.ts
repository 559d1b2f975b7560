/** FIT's CRC-16 (polynomial 0x8005 reflected, start 0), eight bytes a step. */

const POLYNOMIAL = 0xa0_01;
const LANES = 8;

/** `TABLES[k][b]`: what byte `b`, followed by `k` more bytes, does to the sum. */
const TABLES: readonly Uint16Array[] = (() => {
  const first = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    first[byte] = sum;
  }
  const tables = [first];
  for (let lane = 1; lane < LANES; lane++) {
    const before = tables[lane - 1] as Uint16Array;
    tables.push(Uint16Array.from(before, (sum) => (sum >>> 8) ^ (first[sum & 0xff] as number)));
  }
  return tables;
})();

/** @param from first byte, @param to one past the last */
export function crc16(bytes: Uint8Array, from: number, to: number, start = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as readonly [
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ];
  let sum = start;
  let at = from;
  for (const end = to - LANES; at <= end; at += LANES)
    sum =
      (t7[((bytes[at] as number) ^ sum) & 0xff] as number) ^
      (t6[(bytes[at + 1] as number) ^ (sum >>> 8)] as number) ^
      (t5[bytes[at + 2] as number] as number) ^
      (t4[bytes[at + 3] as number] as number) ^
      (t3[bytes[at + 4] as number] as number) ^
      (t2[bytes[at + 5] as number] as number) ^
      (t1[bytes[at + 6] as number] as number) ^
      (t0[bytes[at + 7] as number] as number);
  for (; at < to; at++) sum = (sum >>> 8) ^ (t0[((bytes[at] as number) ^ sum) & 0xff] as number);
  return sum;
}
