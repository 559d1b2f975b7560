/**
 * The bytes of a file as it came, in pieces small enough that a 200 MB file never lies in memory whole.
 * A piece is packed where that helps (text shrinks to a tenth, a `.gz` does not).
 */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Database, Work } from '../sqlite/open-database.ts';
import { fromFileSystem } from '../store-error.ts';

/** A row of this size reads and writes at the disk's pace. Our choice. */
export const CHUNK_BYTES = 1 << 20;
/** Packed pieces beyond this wait in a file until they are stored. Our choice. */
const HELD_IN_MEMORY_BYTES = 8 << 20;

type Codec = 'as-is' | 'zstd';

/** A file taken in but not yet stored: gathered before the transaction, which then waits for no sender. */
export interface Gathered {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly chunks: number;
  /** Pieces in order; may be called once. */
  pieces(): AsyncIterable<{ codec: Codec; bytes: Uint8Array }>;
  /** Removes what waited on disk. */
  discard(): Promise<void>;
}

/** @param spoolFolder where pieces of a large file wait */
export async function gather(
  original: Uint8Array | AsyncIterable<Uint8Array>,
  spoolFolder: string,
): Promise<Gathered> {
  const hash = createHash('sha256');
  const held: { codec: Codec; bytes: Uint8Array }[] = [];
  const spooled: { codec: Codec; length: number }[] = [];
  let spool: { handle: FileHandle; path: string } | null = null;
  let packing: boolean | null = null;
  let sizeBytes = 0;
  let heldBytes = 0;
  const discard = async (): Promise<void> => {
    if (spool === null) return;
    await spool.handle.close();
    await unlink(spool.path);
    spool = null;
  };
  try {
    for await (const raw of inChunks(original)) {
      hash.update(raw);
      sizeBytes += raw.length;
      packing ??= !isPacked(raw);
      const packed = packing ? zstdCompressSync(raw) : raw;
      // Copied where it is kept as it came: the sender may use its buffer again.
      const piece: { codec: Codec; bytes: Uint8Array } =
        packed.length < raw.length
          ? { codec: 'zstd', bytes: packed }
          : { codec: 'as-is', bytes: raw.slice() };
      if (spool === null && heldBytes + piece.bytes.length <= HELD_IN_MEMORY_BYTES) {
        held.push(piece);
        heldBytes += piece.bytes.length;
        continue;
      }
      if (spool === null) {
        const path = join(spoolFolder, `${randomUUID()}.part`);
        spool = { path, handle: await open(path, 'wx+', 0o600) };
      }
      await spool.handle.writeFile(piece.bytes);
      spooled.push({ codec: piece.codec, length: piece.bytes.length });
    }
  } catch (error) {
    await discard();
    throw fromFileSystem(error, spoolFolder);
  }
  return {
    sizeBytes,
    sha256: hash.digest('hex'),
    chunks: held.length + spooled.length,
    async *pieces() {
      yield* held;
      let at = 0;
      for (const { codec, length } of spooled) {
        const bytes = new Uint8Array(length);
        await spool?.handle.read(bytes, 0, length, at);
        at += length;
        yield { codec, bytes };
      }
    },
    discard,
  };
}

export async function storeOriginal(
  tx: Work,
  runnerId: string,
  sourceId: string,
  gathered: Gathered,
): Promise<void> {
  let chunk = 0;
  for await (const { codec, bytes } of gathered.pieces()) {
    await tx
      .insertInto('original_chunk')
      .values({ runner_id: runnerId, source_id: sourceId, chunk: chunk++, codec, bytes })
      .execute();
  }
}

/** @returns null where there is no such file; its bytes throw where what is stored is not what came */
export async function readOriginal(
  db: Database,
  runnerId: string,
  sourceId: string,
): Promise<{ path: string; sizeBytes: number; bytes: AsyncIterable<Uint8Array> } | null> {
  const source = await db
    .selectFrom('source')
    .select(['path', 'size_bytes', 'chunks', 'original_sha256'])
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  if (source === undefined) return null;
  const { path, size_bytes: sizeBytes, chunks, original_sha256: sha256 } = source;
  const damaged = (what: string): Error => new Error(`The stored original of ${path} is damaged: ${what}.`);
  async function* bytes(): AsyncIterable<Uint8Array> {
    const hash = createHash('sha256');
    for (let chunk = 0; chunk < chunks; chunk++) {
      const row = await db
        .selectFrom('original_chunk')
        .select(['codec', 'bytes'])
        .where('runner_id', '=', runnerId)
        .where('source_id', '=', sourceId)
        .where('chunk', '=', chunk)
        .executeTakeFirst();
      if (row === undefined) throw damaged(`piece ${chunk} of ${chunks} is not there`);
      const piece = unpackChunk(row.codec, row.bytes);
      hash.update(piece);
      yield piece;
    }
    if (hash.digest('hex') !== sha256) throw damaged('its SHA-256 is not the one it came with');
  }
  return { path, sizeBytes, bytes: bytes() };
}

/** A stored piece as it came. @throws where it is damaged */
export const unpackChunk = (codec: string, bytes: Uint8Array): Uint8Array =>
  codec === 'zstd' ? zstdDecompressSync(bytes, { maxOutputLength: CHUNK_BYTES }) : bytes;

/** Whether a file that begins so is packed already (RFC 1952 2.3.1; APPNOTE.TXT 4.3.7): trying again gains nothing. */
const isPacked = (start: Uint8Array): boolean =>
  PACKED_BEGIN_WITH.some((mark) => mark.every((byte, i) => start[i] === byte));
const PACKED_BEGIN_WITH: readonly (readonly number[])[] = [
  [0x1f, 0x8b, 8],
  [0x50, 0x4b, 3, 4],
];

/** The same bytes in pieces of `CHUNK_BYTES`, however they were cut before. */
async function* inChunks(original: Uint8Array | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (original instanceof Uint8Array) {
    for (let at = 0; at < original.length; at += CHUNK_BYTES) yield original.subarray(at, at + CHUNK_BYTES);
    return;
  }
  const chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  for await (const part of original) {
    for (let at = 0; at < part.length;) {
      const taken = part.subarray(at, at + CHUNK_BYTES - filled);
      chunk.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled === CHUNK_BYTES) {
        yield chunk;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}
