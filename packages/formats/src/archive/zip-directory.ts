/** The entries of a zip, by yauzl, from its central directory; nothing is unpacked here. */
import { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import {
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type Entry,
  type ZipFile,
} from 'yauzl';
import type { Refusal } from '../read-result.ts';
import { MOST_ENTRIES } from '../read/limits.ts';
import { refusal } from '../read/refuse.ts';
import type { ByteRange } from './byte-range.ts';

export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  /** Sizes as the directory claims them. */
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where its local header begins. */
  readonly headerAt: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Why the list may be short: a damaged directory, too many entries. */
  readonly refusal: Refusal | null;
}

class RangeReader extends RandomAccessReader {
  readonly #range: ByteRange;
  constructor(range: ByteRange) {
    super();
    this.#range = range;
  }
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const fill = async (): Promise<void> => {
      buffer.set(await this.#range.read(position, position + length), offset);
    };
    callbackify(fill)(callback);
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.#range.read(start, end)]);
  }
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const damaged = (detail: string, at: number): Refusal =>
  refusal('damaged-zip', `The zip's list of contents cannot be read at byte ${at}: ${detail}`, at);

const entryOf = (entry: Entry): ZipEntry => ({
  name: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false),
  encrypted: entry.isEncrypted(),
  method: entry.compressionMethod,
  crc32: entry.crc32,
  packedBytes: entry.compressedSize,
  unpackedBytes: entry.uncompressedSize,
  headerAt: entry.relativeOffsetOfLocalHeader,
});

/**
 * @returns the entries that were readable, in the order of the directory
 */
export async function zipDirectory(range: ByteRange): Promise<ZipDirectory> {
  let zip: ZipFile;
  try {
    zip = await fromRandomAccessReaderPromise(new RangeReader(range), range.size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
  } catch (error) {
    return { entries: [], refusal: damaged(message(error), Math.max(0, range.size - 22)) };
  }
  const entries: ZipEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= MOST_ENTRIES) {
        const reason = `The zip lists more than ${MOST_ENTRIES} entries; the rest was not looked at.`;
        return { entries, refusal: refusal('too-large', reason) };
      }
      entries.push(entryOf(entry));
    }
    return { entries, refusal: null };
  } catch (error) {
    return { entries, refusal: damaged(message(error), Number(zip.readEntryCursor)) };
  }
}

/** Entries that share bytes with another: the same packed bytes counted many times is how the densest bombs work. */
export function overlapping(entries: readonly ZipEntry[]): ReadonlySet<ZipEntry> {
  /** A local header takes 30 bytes besides the name. */
  const HEADER_BYTES = 30;
  const byPlace = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  const found = new Set<ZipEntry>();
  let reach: { readonly entry: ZipEntry; readonly end: number } | null = null;
  for (const entry of byPlace) {
    if (reach !== null && entry.headerAt < reach.end) found.add(entry).add(reach.entry);
    const end = entry.headerAt + HEADER_BYTES + entry.packedBytes;
    if (reach === null || end > reach.end) reach = { entry, end };
  }
  return found;
}
