/** A zip of stored entries, written piece by piece: an archive to import, as large as one likes, in flat memory. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** APPNOTE.TXT 4.3: signatures, the version that can extract, and 1 January 1980 as DOS date. */
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const DOS_DATE = 0x21;
/** General purpose bit 11: names are UTF-8. */
const NAMES_ARE_UTF8 = 0x0800;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
const MOST_ENTRIES = 65_535;

export interface Entry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** @throws RangeError for more entries than a zip without its 64-bit extension can hold */
export function writeZip(
  file: string,
  entries: Iterable<Entry>,
): { readonly entries: number; readonly bytes: number } {
  const fd = openSync(file, 'w');
  const directory: Buffer[] = [];
  let at = 0;
  const put = (bytes: Uint8Array): void => {
    at += writeSync(fd, bytes);
  };
  try {
    for (const { path, bytes } of entries) {
      const name = Buffer.from(path, 'utf8');
      const sum = crc32(bytes);
      const local = Buffer.alloc(LOCAL_LENGTH);
      local.writeUInt32LE(LOCAL_HEADER, 0);
      describe(local, 4, sum, bytes.length, name.length);
      const central = Buffer.alloc(CENTRAL_LENGTH);
      central.writeUInt32LE(CENTRAL_HEADER, 0);
      central.writeUInt16LE(VERSION, 4);
      describe(central, 6, sum, bytes.length, name.length);
      central.writeUInt32LE(at, 42);
      directory.push(central, name);
      put(local);
      put(name);
      put(bytes);
    }
    const count = directory.length / 2;
    if (count > MOST_ENTRIES) throw new RangeError(`entries must be at most ${MOST_ENTRIES}, got ${count}`);
    const directoryAt = at;
    directory.forEach(put);
    const end = Buffer.alloc(END_LENGTH);
    end.writeUInt32LE(END_OF_DIRECTORY, 0);
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(at - directoryAt, 12);
    end.writeUInt32LE(directoryAt, 16);
    put(end);
    return { entries: count, bytes: at };
  } finally {
    closeSync(fd);
  }
}

/** The fields that local and central header share, in their common order. */
function describe(header: Buffer, at: number, sum: number, size: number, nameLength: number): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(NAMES_ARE_UTF8, at + 2);
  header.writeUInt16LE(0, at + 4);
  header.writeUInt32LE(DOS_DATE << 16, at + 6);
  header.writeUInt32LE(sum, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}
