/** The bytes of one zip entry: bounded by what the directory claims, checked against its CRC. */
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { UNPACKED_PIECE_BYTES } from '../read/limits.ts';
import { drained } from '../read/drained.ts';
import { SourceDamage } from '../read/source-damage.ts';
import type { ByteRange } from './byte-range.ts';
import type { ZipEntry } from './zip-directory.ts';

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_MARK = 0x04034b50;

/** Entries up to these sizes are undone in one call. Our choice. */
const AT_ONCE_PACKED = 1024 * 1024;
const AT_ONCE_UNPACKED = 16 * 1024 * 1024;
const PIECE_BYTES = 256 * 1024;

/** Where an entry's packed bytes lie. @throws SourceDamage where there is no such place */
export async function dataOf(range: ByteRange, entry: ZipEntry): Promise<{ from: number; to: number }> {
  const at = entry.headerAt;
  const bad = (detail: string): SourceDamage =>
    new SourceDamage('damaged-zip', `The zip entry at byte ${at} ${detail}.`, at);
  if (at + LOCAL_HEADER_BYTES > range.size) throw bad('lies beyond the end of the file');
  const bytes = await range.read(at, at + LOCAL_HEADER_BYTES);
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.getUint32(0, true) !== LOCAL_HEADER_MARK) throw bad('does not begin as an entry should');
  const from = at + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const to = from + entry.packedBytes;
  if (to > range.size) throw bad('runs over the end of the file: the zip is cut short');
  return { from, to };
}

async function* piecesOf(range: ByteRange, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += PIECE_BYTES) yield await range.read(at, Math.min(to, at + PIECE_BYTES));
}

async function* inflated(range: ByteRange, from: number, to: number): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: UNPACKED_PIECE_BYTES });
  const feed = (async () => {
    try {
      for await (const piece of piecesOf(range, from, to)) {
        if (inflate.destroyed) return;
        if (!inflate.write(piece)) await drained(inflate);
      }
      inflate.end();
    } catch (error) {
      inflate.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  })();
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } finally {
    inflate.destroy();
    await feed;
  }
}

/**
 * An entry's bytes, unpacked. More than the directory claims, fewer, or others than its CRC says, and it throws
 * `SourceDamage` after the sound part.
 */
export async function* zipEntryBytes(range: ByteRange, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const { from, to } = await dataOf(range, entry);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    const reason = `The zip entry is packed by method ${entry.method}, which this program cannot undo.`;
    throw new SourceDamage('unsupported-zip', reason, entry.headerAt);
  }
  if (
    entry.method === DEFLATED &&
    entry.packedBytes <= AT_ONCE_PACKED &&
    entry.unpackedBytes <= AT_ONCE_UNPACKED
  ) {
    const whole = inflatedAtOnce(await range.read(from, to), entry.unpackedBytes);
    if (whole !== null && whole.length === entry.unpackedBytes && crc32(whole) === entry.crc32) {
      if (whole.length > 0) yield whole;
      return;
    }
  }
  let size = 0;
  let sum = 0;
  const pieces = entry.method === STORED ? piecesOf(range, from, to) : inflated(range, from, to);
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > entry.unpackedBytes) {
        const reason = `The zip entry unpacks to more than the ${entry.unpackedBytes} bytes it claims.`;
        throw new SourceDamage('zip-bomb', reason, entry.headerAt, true);
      }
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    if (error instanceof SourceDamage) throw error;
    const text = error instanceof Error ? error.message : String(error);
    throw new SourceDamage(
      'damaged-zip',
      `The zip entry is damaged after ${size} bytes: ${text}.`,
      entry.headerAt,
    );
  }
  if (size !== entry.unpackedBytes || sum !== entry.crc32) {
    const reason = 'The zip entry is not what its checksum says: the archive is damaged.';
    throw new SourceDamage('damaged-zip', reason, entry.headerAt);
  }
}

function inflatedAtOnce(packed: Uint8Array, limit: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit), finishFlush: constants.Z_FINISH });
  } catch {
    return null;
  }
}
