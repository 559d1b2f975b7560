/** Growing bytes to write to, and bytes to read from that say where they end too early. */

/** Above this, bit operations on 32-bit integers would lose digits. */
const INT32_RANGE = 2 ** 31;
const GROUP_BITS = 7;
const GROUP_SIZE = 2 ** GROUP_BITS;
/** Twice this is still a 32-bit integer. */
const SMALL = 2 ** 30;
const SIGN_BIT = 31;
const FIRST_CAPACITY = 1 << 14;

export interface ByteWriter {
  byte(value: number): void;
  /** A whole number from 0 to 2^53 − 1 in groups of seven bits, low group first. */
  count(value: number): void;
  /** A whole number of either sign, magnitude below 2^52. */
  signed(value: number): void;
  /** Each of the first `length` values as `signed` writes it. */
  signedAll(values: Float64Array, length: number): void;
  bytes(value: Uint8Array): void;
  done(): Uint8Array;
}

export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(FIRST_CAPACITY);
  let length = 0;
  const room = (more: number): void => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  const LONGEST_COUNT = 8;
  const count = (value: number): void => {
    room(LONGEST_COUNT);
    let rest = value;
    while (rest >= INT32_RANGE) {
      buffer[length++] = (rest % GROUP_SIZE) | GROUP_SIZE;
      rest = Math.floor(rest / GROUP_SIZE);
    }
    while (rest >= GROUP_SIZE) {
      buffer[length++] = (rest & (GROUP_SIZE - 1)) | GROUP_SIZE;
      rest >>>= GROUP_BITS;
    }
    buffer[length++] = rest;
  };
  const signed = (value: number): void => count(value < 0 ? -2 * value - 1 : 2 * value);
  return {
    byte(value) {
      room(1);
      buffer[length++] = value;
    },
    count,
    signed,
    signedAll(values, many) {
      room(many * LONGEST_COUNT);
      for (let i = 0; i < many; i++) {
        const value = values[i] ?? 0;
        // A track is tens of thousands of small numbers: those stay 32-bit integers and go without a call each.
        const small = value | 0;
        if (small !== value || small < -SMALL || small >= SMALL) {
          signed(value);
          room((many - i) * LONGEST_COUNT);
          continue;
        }
        let rest = (small << 1) ^ (small >> SIGN_BIT);
        while (rest >= GROUP_SIZE) {
          buffer[length++] = (rest & (GROUP_SIZE - 1)) | GROUP_SIZE;
          rest >>= GROUP_BITS;
        }
        buffer[length++] = rest;
      }
    },
    bytes(value) {
      room(value.length);
      buffer.set(value, length);
      length += value.length;
    },
    done: () => buffer.slice(0, length),
  };
}

export interface ByteReader {
  readonly at: () => number;
  byte(what: string): number;
  count(what: string): number;
  signed(what: string): number;
  bytes(length: number, what: string): Uint8Array;
}

/** @throws {Error} naming `what` and the offset where the bytes end too early or hold no number. */
export function byteReader(buffer: Uint8Array): ByteReader {
  let at = 0;
  const byte = (what: string): number => {
    const value = buffer[at];
    if (value === undefined) throw new Error(`${what} ends too early, at byte ${at}`);
    at++;
    return value;
  };
  const count = (what: string): number => {
    let value = 0;
    let weight = 1;
    for (;;) {
      const group = byte(what);
      value += (group & (GROUP_SIZE - 1)) * weight;
      if (value > Number.MAX_SAFE_INTEGER) throw new Error(`${what} holds no number at byte ${at}`);
      if (group < GROUP_SIZE) return value;
      weight *= GROUP_SIZE;
    }
  };
  return {
    at: () => at,
    byte,
    count,
    signed(what) {
      const value = count(what);
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    bytes(length, what) {
      if (at + length > buffer.length) throw new Error(`${what} ends too early, at byte ${buffer.length}`);
      at += length;
      return buffer.subarray(at - length, at);
    },
  };
}
