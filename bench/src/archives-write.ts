/** Archives as large as one likes, written in flat memory: an Apple Health export, a Garmin export of nested zips. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

/** APPNOTE.TXT 4.3: lengths and sums stand behind the data, as a writer that streams has them. */
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LENGTH_FOLLOWS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;

export interface StreamedEntry {
  readonly path: string;
  /** Its content, piece by piece. */
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** The bytes of a zip of deflated entries, as they come about. Below 4 GiB and 65,536 entries. */
export async function* zipBytes(
  entries: Iterable<StreamedEntry> | AsyncIterable<StreamedEntry>,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  let count = 0;
  for await (const { path, pieces } of entries) {
    const name = Buffer.from(path, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    local.writeUInt16LE(VERSION, 4);
    local.writeUInt16LE(LENGTH_FOLLOWS, 6);
    local.writeUInt16LE(DEFLATED, 8);
    local.writeUInt16LE(name.length, 26);
    const from = at;
    yield local;
    yield name;
    const sums = { sum: 0, size: 0, packed: 0 };
    yield* deflated(pieces, sums);
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(DESCRIPTOR, 0);
    for (const [i, value] of [sums.sum, sums.packed, sums.size].entries())
      descriptor.writeUInt32LE(value, 4 + 4 * i);
    yield descriptor;
    at += local.length + name.length + sums.packed + descriptor.length;
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(VERSION, 6);
    central.writeUInt16LE(LENGTH_FOLLOWS, 8);
    central.writeUInt16LE(DEFLATED, 10);
    for (const [i, value] of [sums.sum, sums.packed, sums.size].entries())
      central.writeUInt32LE(value, 16 + 4 * i);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(from, 42);
    directory.push(central, name);
    count++;
  }
  const list = Buffer.concat(directory);
  yield list;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  yield end;
}

async function* deflated(
  pieces: StreamedEntry['pieces'],
  sums: { sum: number; size: number; packed: number },
): AsyncGenerator<Uint8Array> {
  if (Array.isArray(pieces) && pieces.length === 1) {
    const only = pieces[0] as Uint8Array;
    const packed = deflateRawSync(only, { level: 1 });
    Object.assign(sums, { sum: crc32(only), size: only.length, packed: packed.length });
    yield packed;
    return;
  }
  const deflate = createDeflateRaw({ level: 1 });
  const feed = (async () => {
    for await (const piece of pieces) {
      sums.sum = crc32(piece, sums.sum);
      sums.size += piece.length;
      if (!deflate.write(piece)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
  })();
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    sums.packed += piece.length;
    yield piece;
  }
  await feed;
}

/** @returns how many bytes were written */
export async function writeFileOf(path: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const fd = openSync(path, 'w');
  let bytes = 0;
  try {
    for await (const piece of pieces) bytes += writeSync(fd, piece);
  } finally {
    closeSync(fd);
  }
  return bytes;
}
