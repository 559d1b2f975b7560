/** Gzip undone while it streams, with a limit on what may come out of it. */
import { constants, crc32, createInflateRaw, gunzipSync } from 'node:zlib';
import { MOST_RATIO, RATIO_FROM_BYTES, UNPACKED_PIECE_BYTES } from './limits.ts';
import { type ByteQueue, byteQueue } from './byte-queue.ts';
import { drained } from './drained.ts';
import { skipGzipHeader } from './gzip-header.ts';
import { SourceDamage, systemCode } from './source-damage.ts';

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

const tooLarge = (limit: number): SourceDamage =>
  new SourceDamage(
    'too-large',
    `The file unpacks to more than ${limit} bytes, the most that is read.`,
    null,
    true,
  );

const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > RATIO_FROM_BYTES && unpacked > MOST_RATIO * packed;

/** A gzip that unpacks to no more than this is undone at once. Our choice. */
const AT_ONCE_BYTES = 32 * 1024 * 1024;

/**
 * A whole small `.gz` undone in one call, which is several times faster than a stream.
 * @returns null where it is damaged, large, or followed by other bytes: let the stream say where
 */
export function ungzipAtOnce(bytes: Uint8Array): Uint8Array | null {
  try {
    const options = { maxOutputLength: AT_ONCE_BYTES, finishFlush: constants.Z_FINISH, info: true };
    // With `info` it also tells how far it read; its types do not know that.
    const { buffer, engine } = gunzipSync(bytes, options) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    const whole = engine.bytesWritten === bytes.length;
    return !whole || isBomb(buffer.length, bytes.length) ? null : buffer;
  } catch {
    return null;
  }
}

/** After the last member. */
const trailing = (): SourceDamage =>
  new SourceDamage(
    'trailing-bytes',
    'Behind the end of the gzip follow bytes that belong to nothing; they were left out.',
  );

const TRAILER_BYTES = 8;

/**
 * What one member's deflate stream unpacks to; what follows it is given back to the queue.
 * @throws what zlib or the source throws, after the sound pieces
 */
export async function* inflated(queue: ByteQueue): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: UNPACKED_PIECE_BYTES });
  /** What was fed and not yet used up, and how many bytes were fed before it. */
  const fed: Uint8Array[] = [];
  let before = 0;
  const dropUsed = (): void => {
    for (let [first] = fed; first !== undefined; [first] = fed) {
      if (before + first.length > inflate.bytesWritten) return;
      before += first.length;
      fed.shift();
    }
  };
  let sourceError: unknown = null;
  // A failing source must not hide the pieces that were already unpacked: it ends the stream, and is rethrown below.
  const feed = (async () => {
    try {
      for (let piece = await queue.next(); piece !== null; piece = await queue.next()) {
        fed.push(piece);
        if (inflate.destroyed) return;
        if (!inflate.write(piece)) await drained(inflate);
        dropUsed();
      }
    } catch (error) {
      sourceError = error;
    } finally {
      inflate.end();
    }
  })();
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw sourceError ?? error;
  } finally {
    inflate.destroy();
    await feed;
  }
  if (sourceError !== null) throw sourceError;
  dropUsed();
  queue.giveBack(Buffer.concat(fed).subarray(inflate.bytesWritten - before));
}

/** Whether another member follows. Zeros fill up a block and are passed over. @throws for any other bytes */
async function anotherFollows(queue: ByteQueue): Promise<boolean> {
  for (;;) {
    const next = await queue.peek(2);
    if (next.length === 0) return false;
    if (isGzip(next)) return true;
    const other = next.findIndex((byte) => byte !== 0);
    if (other === 0) throw trailing();
    queue.skip(other < 0 ? next.length : other);
  }
}

/**
 * Unpacked pieces of all members. A damaged or shortened stream gives what is sound and then throws `SourceDamage`,
 * as does one with other bytes behind its end.
 * @param limit bytes that may come out at most
 */
export async function* ungzip(
  packed: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const queue = byteQueue(packed);
  let unpacked = 0;
  const damaged = (detail: string): SourceDamage =>
    new SourceDamage(
      'damaged-gzip',
      `The gzip stream is damaged after ${queue.readBytes} bytes: ${detail}.`,
      unpacked,
    );
  try {
    do {
      const wrong = await skipGzipHeader(queue);
      if (wrong !== null) throw damaged(wrong);
      let sum = 0;
      let size = 0;
      for await (const piece of inflated(queue)) {
        unpacked += piece.length;
        if (unpacked > limit) throw tooLarge(limit);
        if (isBomb(unpacked, queue.readBytes)) {
          const reason = `The gzip unpacks to more than ${MOST_RATIO} times its size, as bombs do.`;
          throw new SourceDamage('zip-bomb', reason, null, true);
        }
        sum = crc32(piece, sum);
        size += piece.length;
        yield piece;
      }
      const end = await queue.peek(TRAILER_BYTES);
      if (end.length < TRAILER_BYTES) throw damaged('unexpected end of file');
      const said = new DataView(end.buffer, end.byteOffset, TRAILER_BYTES);
      if (said.getUint32(0, true) !== sum || said.getUint32(4, true) !== size % 2 ** 32)
        throw damaged('incorrect data check');
      queue.skip(TRAILER_BYTES);
    } while (await anotherFollows(queue));
  } catch (error) {
    if (error instanceof SourceDamage || !isZlibError(error)) throw error;
    throw damaged(error.message);
  } finally {
    await queue.close();
  }
}

const isZlibError = (error: unknown): error is Error => systemCode(error)?.startsWith('Z_') === true;
