/** Gzip undone while it streams, with a limit on what may come out of it. */
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { MOST_RATIO, RATIO_FROM_BYTES, UNPACKED_PIECE_BYTES } from './limits.ts';
import { drained } from './drained.ts';
import { SourceDamage } from './source-damage.ts';

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
 * @returns null where it is damaged or large: let the stream say where
 */
export function ungzipAtOnce(bytes: Uint8Array): Uint8Array | null {
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: AT_ONCE_BYTES, finishFlush: constants.Z_FINISH });
    return isBomb(unpacked.length, bytes.length) ? null : unpacked;
  } catch {
    return null;
  }
}

/**
 * Unpacked pieces. A damaged or shortened stream gives what is sound and then throws `SourceDamage`.
 * @param limit bytes that may come out at most
 */
export async function* ungzip(
  packed: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const gunzip = createGunzip({ chunkSize: UNPACKED_PIECE_BYTES });
  let read = 0;
  let sourceError: unknown = null;
  // A failing source must not hide the pieces that were already unpacked: it ends the stream, and is rethrown below.
  const feed = (async () => {
    try {
      for await (const piece of packed) {
        read += piece.length;
        if (gunzip.destroyed) return;
        if (!gunzip.write(piece)) await drained(gunzip);
      }
    } catch (error) {
      sourceError = error;
    } finally {
      gunzip.end();
    }
  })();
  let unpacked = 0;
  try {
    for await (const piece of gunzip as AsyncIterable<Uint8Array>) {
      unpacked += piece.length;
      if (unpacked > limit) throw tooLarge(limit);
      if (isBomb(unpacked, read)) {
        const reason = `The gzip unpacks to more than ${MOST_RATIO} times its size, as bombs do.`;
        throw new SourceDamage('zip-bomb', reason, null, true);
      }
      yield piece;
    }
  } catch (error) {
    if (sourceError !== null || error instanceof SourceDamage) throw sourceError ?? error;
    const text = error instanceof Error ? error.message : String(error);
    throw new SourceDamage(
      'damaged-gzip',
      `The gzip stream is damaged after ${read} bytes: ${text}.`,
      unpacked,
    );
  } finally {
    gunzip.destroy();
    await feed;
  }
  if (sourceError !== null) throw sourceError;
}
