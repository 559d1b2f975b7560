/** Opens a file by where it lies, as another thread was told it. */
import { Buffer } from 'node:buffer';
import type { Place } from '../source.ts';
import { type ByteRange, diskRange, partOf } from './byte-range.ts';
import { zipEntryBytes } from './zip-entry-bytes.ts';

const PIECE_BYTES = 256 * 1024;

/** The bytes of the file, an entry of a zip unpacked. @throws what the disk or a damaged archive gives */
export async function* openPlace({ disk, from, to, entry }: Place): AsyncGenerator<Uint8Array> {
  const whole = await diskRange(typeof disk === 'string' ? disk : Buffer.from(disk));
  try {
    const stretch = partOf(whole, from, Math.min(to, whole.size));
    yield* entry === null ? inPieces(stretch) : zipEntryBytes(stretch, entry);
  } finally {
    await whole.close();
  }
}

async function* inPieces(range: ByteRange): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < range.size; at += PIECE_BYTES)
    yield await range.read(at, Math.min(range.size, at + PIECE_BYTES));
}
