/** Bytes that come in pieces, to be looked at, taken and given back. */

export interface ByteQueue {
  /** At least `count` bytes, or all that are left; they stay. */
  peek(count: number): Promise<Uint8Array>;
  /** Leaves out bytes that were peeked at. */
  skip(count: number): void;
  /** The next piece, whatever its size; null at the end. */
  next(): Promise<Uint8Array | null>;
  /** Puts bytes before all others. */
  giveBack(bytes: Uint8Array): void;
  /** Bytes that came from the source so far. */
  readonly readBytes: number;
  close(): Promise<void>;
}

export function byteQueue(source: AsyncIterable<Uint8Array>): ByteQueue {
  const pieces = source[Symbol.asyncIterator]();
  let front: Uint8Array = new Uint8Array(0);
  let readBytes = 0;
  async function more(): Promise<Uint8Array | null> {
    for (;;) {
      const { done, value } = await pieces.next();
      if (done === true) return null;
      readBytes += value.length;
      if (value.length > 0) return value;
    }
  }
  return {
    async peek(count) {
      while (front.length < count) {
        const piece = await more();
        if (piece === null) break;
        front = front.length === 0 ? piece : Buffer.concat([front, piece]);
      }
      return front;
    },
    skip(count) {
      front = front.subarray(count);
    },
    async next() {
      if (front.length === 0) return more();
      const piece = front;
      front = new Uint8Array(0);
      return piece;
    },
    giveBack(bytes) {
      front = front.length === 0 ? bytes : Buffer.concat([bytes, front]);
    },
    get readBytes() {
      return readBytes;
    },
    async close() {
      await pieces.return?.();
    },
  };
}
