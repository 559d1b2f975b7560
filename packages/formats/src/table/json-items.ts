/**
 * The objects of one array in a large JSON file, one after the other, in flat memory. Only where each object begins and
 * ends is found here; `JSON.parse` reads it. A file of a gigabyte, or one nested a hundred thousand deep, costs no more
 * than its longest object may.
 */

/** Objects and arrays inside one another; Garmin's summaries have six. Our choice. */
export const DEEPEST_JSON = 64;
/** Bytes of one object; a summary with all its laps has some ten thousand. Our choice. */
export const LONGEST_ITEM_BYTES = 4 * 1024 * 1024;
/** Bytes of a name before a colon that are looked at. Our choice. */
const LONGEST_NAME_BYTES = 256;

/** How it ended; `byteOffset` where it stops being what it should. */
export type JsonEnd =
  | { readonly kind: 'complete' }
  | {
      readonly kind: 'truncated' | 'damaged' | 'too-deep' | 'too-long';
      readonly byteOffset: number;
    };

export interface JsonItems {
  /** @returns false once nothing more will be read */
  write(bytes: Uint8Array): boolean;
  end(): JsonEnd;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY, COLON] = [0x7b, 0x7d, 0x5b, 0x5d, 0x3a] as const;
const COMMA = 0x2c;

/**
 * @param name of the arrays whose objects are given out, at any depth
 * @param onItem gets each of them; text that is no JSON ends the reading as damaged
 */
export function jsonItems(
  name: string,
  onItem: (item: Readonly<Record<string, unknown>>) => void,
): JsonItems {
  /** What is open: closing sign of each. */
  const open: number[] = [];
  /** How deep the array lies whose objects are wanted; 0 while none is open. */
  let wantedDepth = 0;
  let inText = false;
  let escaped = false;
  /** Text read last, as long as it may be the name of what follows. */
  let text: number[] = [];
  let named = '';
  let end: JsonEnd | null = null;
  let bytesBefore = 0;
  /** The object being collected: pieces of earlier writes, and their length. */
  let pieces: Uint8Array[] = [];
  let length = 0;
  let collecting = false;
  let started = false;

  const stop = (kind: 'damaged' | 'too-deep' | 'too-long', at: number): false => {
    end = { kind, byteOffset: bytesBefore + at };
    pieces = [];
    return false;
  };

  function give(last: Uint8Array, at: number): boolean {
    const whole = pieces.length === 0 ? last : Buffer.concat([...pieces, last]);
    pieces = [];
    length = 0;
    collecting = false;
    let item: unknown;
    try {
      item = JSON.parse(Buffer.from(whole.buffer, whole.byteOffset, whole.length).toString('utf8'));
    } catch {
      return stop('damaged', at);
    }
    onItem(item as Readonly<Record<string, unknown>>);
    return true;
  }

  function scan(bytes: Uint8Array): boolean {
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const code = bytes[at] as number;
      if (inText) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inText = false;
        if (inText && !collecting && text.length < LONGEST_NAME_BYTES) text.push(code);
        continue;
      }
      if (code === QUOTE) {
        inText = true;
        text = [];
      } else if (code === COLON) {
        if (!collecting) named = Buffer.from(text).toString('utf8');
      } else if (code === COMMA) {
        named = '';
      } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
        started = true;
        if (open.length >= DEEPEST_JSON) return stop('too-deep', at);
        if (code === OPEN_OBJECT && wantedDepth > 0 && open.length === wantedDepth) {
          collecting = true;
          from = at;
        }
        open.push(code === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY);
        if (code === OPEN_ARRAY && wantedDepth === 0 && named === name) wantedDepth = open.length;
        named = '';
      } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
        if (open.pop() !== code) return stop('damaged', at);
        named = '';
        if (collecting && open.length === wantedDepth && !give(bytes.subarray(from, at + 1), at))
          return false;
        if (open.length < wantedDepth) wantedDepth = 0;
      } else if (!started && code > 0x20 && code < 0x80) return stop('damaged', at);
    }
    if (collecting) {
      const rest = bytes.slice(from);
      pieces.push(rest);
      length += rest.length;
      if (length > LONGEST_ITEM_BYTES) return stop('too-long', bytes.length);
    }
    return true;
  }

  return {
    write(bytes) {
      if (end !== null) return false;
      const goesOn = scan(bytes);
      bytesBefore += bytes.length;
      return goesOn;
    },
    end() {
      if (end !== null) return end;
      return open.length > 0 || inText || !started
        ? { kind: 'truncated', byteOffset: bytesBefore }
        : { kind: 'complete' };
    },
  };
}
