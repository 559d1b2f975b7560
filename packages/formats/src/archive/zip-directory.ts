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

/** Read at once from a directory. Our choice. */
const BLOCK_BYTES = 64 * 1024;

const CUT_SHORT = 'it goes on where the file has already ended';

class RangeReader extends RandomAccessReader {
  readonly #range: ByteRange;
  /** The bytes read last, and where they begin: entries follow one another, and one call to the disk an entry is slow. */
  #block: Uint8Array = new Uint8Array(0);
  #blockAt = 0;
  constructor(range: ByteRange) {
    super();
    this.#range = range;
  }
  async #bytes(from: number, to: number): Promise<Uint8Array> {
    if (!(from >= 0 && to <= this.#range.size)) throw new Error(CUT_SHORT);
    if (from < this.#blockAt || to > this.#blockAt + this.#block.length) {
      const upTo = Math.max(to, Math.min(this.#range.size, from + BLOCK_BYTES));
      this.#block = await this.#range.read(from, upTo);
      this.#blockAt = from;
    }
    return this.#block.subarray(from - this.#blockAt, to - this.#blockAt);
  }
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const fill = async (): Promise<void> => {
      buffer.set(await this.#bytes(position, position + length), offset);
    };
    callbackify(fill)(callback);
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.#range.read(start, end)]);
  }
}

/** yauzl's words, which are about its own fields, in ours. */
const WORDS: readonly (readonly [of: RegExp, ours: string])[] = [
  [/directory record signature not found/i, 'it is not there; the file is cut short, or no zip'],
  [/^Invalid comment length/, 'other bytes follow the end of the zip'],
  [/file header signature/, 'where an entry should begin stands something else'],
  [/^multi-disk/, 'it is one part of an archive of several'],
  [/strong encryption/, 'it is encrypted'],
  [/zip64|extra field/, 'the size of an entry is not stated as it should be'],
  [/unexpected EOF/, CUT_SHORT],
];

function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return WORDS.find(([of]) => of.test(message))?.[1] ?? message;
}

/** @param kept entries that stand before the damage */
function damaged(error: unknown, at: number, kept: number): Refusal {
  const entries =
    kept === 1 ? '1 entry that stands before it was' : `${kept} entries that stand before it were`;
  return refusal(
    'damaged-zip',
    `The zip's list of contents cannot be read at byte ${at}: ${inWords(error)}.` +
      (kept === 0 ? ' Nothing in it was opened.' : ` The ${entries} looked at; others may be missing.`),
    at,
  );
}

export const tooManyEntries = (): Refusal =>
  refusal(
    'too-large',
    `The zip and the zips inside it list more than ${MOST_ENTRIES.toLocaleString('en')} entries; the rest was not looked at.`,
  );

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
 * @param most entries that may still be listed
 * @returns the entries that were readable, in the order of the directory
 */
export async function zipDirectory(range: ByteRange, most = MOST_ENTRIES): Promise<ZipDirectory> {
  let zip: ZipFile;
  try {
    zip = await fromRandomAccessReaderPromise(new RangeReader(range), range.size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
  } catch (error) {
    return { entries: [], refusal: damaged(error, Math.max(0, range.size - 22), 0) };
  }
  const entries: ZipEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= most) return { entries, refusal: tooManyEntries() };
      entries.push(entryOf(entry));
    }
    return { entries, refusal: null };
  } catch (error) {
    return { entries, refusal: damaged(error, Number(zip.readEntryCursor), entries.length) };
  }
}

/** Whether entries share bytes: the same packed bytes counted many times is how the densest bombs work. */
export function overlaps(entries: readonly ZipEntry[]): boolean {
  /** A local header takes 30 bytes besides the name. */
  const HEADER_BYTES = 30;
  const byPlace = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  let reachedTo = 0;
  for (const { headerAt, packedBytes } of byPlace) {
    if (headerAt < reachedTo) return true;
    reachedTo = headerAt + HEADER_BYTES + packedBytes;
  }
  return false;
}
