/** Brings one found file near: into memory when it is small, onto the disk when it is not. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SourceDamage, type SourceFile } from '@kneewise/formats';
import type { FileToRead } from './read-one.ts';

/**
 * Files up to this size are read in memory; a day of running at one sample a second is 3 MB as FIT. It bounds
 * what the files under way hold together. Our choice.
 */
const SMALL_BYTES = 8 * 1024 * 1024;

export interface TakenIn {
  readonly file: FileToRead;
  /** Bytes exactly as they came, for the store. */
  readonly original: () => Uint8Array | AsyncIterable<Uint8Array>;
  /** Removes what was put on disk for it. */
  readonly release: () => Promise<void>;
}

const joined = (pieces: readonly Uint8Array[], length: number): Uint8Array => {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return new Uint8Array(only);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};

const nothing = (): Promise<void> => Promise.resolve();

/**
 * What lies packed in an archive is read where it lies, never unpacked to disk; so is a health export of a gigabyte.
 * Other large files are copied first, so that what is read is what is kept, whoever writes to them meanwhile.
 */
const isReadInPlace = ({ place, path }: SourceFile): boolean => place?.entry !== null || /\.xml$/i.test(path);

/** Bytes up to where they are damaged: what the reader made of them it says itself. */
async function* soundPart(source: SourceFile): AsyncGenerator<Uint8Array> {
  try {
    yield* source.open();
  } catch (error) {
    if (!(error instanceof SourceDamage)) throw error;
  }
}

/** @param scratchDir where larger files lie while they are read; made when needed */
export async function takeIn(source: SourceFile, scratchDir: string, name: string): Promise<TakenIn> {
  const { place, sizeBytes: claimed } = source;
  if (place !== undefined && claimed !== null && claimed > SMALL_BYTES && isReadInPlace(source)) {
    const content = { place, sizeBytes: claimed };
    return { file: { path: source.path, content }, original: () => soundPart(source), release: nothing };
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = source.open()[Symbol.asyncIterator]();
  for (;;) {
    const next = await stream.next();
    if (next.done === true) {
      const bytes = joined(pieces, length);
      return {
        file: { path: source.path, content: bytes },
        original: () => bytes,
        release: nothing,
      };
    }
    pieces.push(next.value);
    length += next.value.length;
    if (length > SMALL_BYTES) break;
  }

  await mkdir(scratchDir, { recursive: true, mode: 0o700 });
  const onDisk = join(scratchDir, name);
  let sizeBytes = 0;
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    for (const piece of pieces.splice(0)) {
      sizeBytes += piece.length;
      yield piece;
    }
    for (;;) {
      const next = await stream.next();
      if (next.done === true) return;
      sizeBytes += next.value.length;
      yield next.value;
    }
  };
  try {
    await pipeline(rest(), createWriteStream(onDisk, { mode: 0o600 }));
  } catch (error) {
    await rm(onDisk, { force: true });
    throw error;
  }
  return {
    file: { path: source.path, content: { onDisk, sizeBytes } },
    original: () => createReadStream(onDisk) as AsyncIterable<Uint8Array>,
    release: () => rm(onDisk, { force: true }),
  };
}
