/**
 * A zip as a stream of bytes, entry after entry, in flat memory and of any size. Sizes and checksum of an entry
 * follow its bytes (a data descriptor), so nothing has to be known beforehand; whatever passes 4 GiB or 65,535
 * entries is told in the 64-bit records. PKWARE APPNOTE.TXT 6.3.10, 4.3.
 */
import { Buffer } from 'node:buffer';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

export interface ZipPart {
  /** With `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** Packed by deflate, else as it is: what is packed already gains nothing. */
  readonly pack: boolean;
  /** Local time it was made; left out: 1 January 1980. */
  readonly madeAt?: Date;
}

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL_HEADER = 0x02014b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END = 0x06054b50;
/** The 64-bit extra field. */
const EXTRA_64 = 0x0001;
/** Version that can extract 64-bit records: 4.5. Made by: Unix, so that modes are read as such. */
const VERSION = 45;
const MADE_BY = (3 << 8) | VERSION;
/** Bit 3: sizes follow the bytes. Bit 11: names are UTF-8. */
const FLAGS = 0x0808;
const STORED = 0;
const DEFLATED = 8;
/** `-rw-r--r--` in the upper half. */
const REGULAR_FILE = 0o100644 * 0x10000;
const SEE_64 = 0xffffffff;
const SEE_64_SHORT = 0xffff;

interface Written {
  readonly name: Buffer;
  readonly method: number;
  readonly dos: { readonly time: number; readonly date: number };
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Two-second steps from 1980 on (4.4.6). */
function dosTime(made: Date | undefined): { time: number; date: number } {
  if (made === undefined || made.getFullYear() < 1980) return { time: 0, date: 0x21 };
  return {
    time: (made.getHours() << 11) | (made.getMinutes() << 5) | (made.getSeconds() >> 1),
    date: ((made.getFullYear() - 1980) << 9) | ((made.getMonth() + 1) << 5) | made.getDate(),
  };
}

function localHeader({ name, method, dos }: Pick<Written, 'name' | 'method' | 'dos'>): Buffer {
  // An empty 64-bit field tells a reader that the descriptor's sizes take 8 bytes each.
  const header = Buffer.alloc(30 + name.length + 20);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(dos.time, 10);
  header.writeUInt16LE(dos.date, 12);
  header.writeUInt32LE(SEE_64, 18);
  header.writeUInt32LE(SEE_64, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(20, 28);
  name.copy(header, 30);
  header.writeUInt16LE(EXTRA_64, 30 + name.length);
  header.writeUInt16LE(16, 32 + name.length);
  return header;
}

function descriptor({ crc, packed, size }: Pick<Written, 'crc' | 'packed' | 'size'>): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32LE(DESCRIPTOR, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeBigUInt64LE(BigInt(packed), 8);
  bytes.writeBigUInt64LE(BigInt(size), 16);
  return bytes;
}

function centralHeader({ name, method, dos, crc, packed, size, at }: Written): Buffer {
  const header = Buffer.alloc(46 + name.length + 28);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(MADE_BY, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(dos.time, 12);
  header.writeUInt16LE(dos.date, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(SEE_64, 20);
  header.writeUInt32LE(SEE_64, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(28, 30);
  header.writeUInt32LE(REGULAR_FILE, 38);
  header.writeUInt32LE(SEE_64, 42);
  name.copy(header, 46);
  const extra = 46 + name.length;
  header.writeUInt16LE(EXTRA_64, extra);
  header.writeUInt16LE(24, extra + 2);
  header.writeBigUInt64LE(BigInt(size), extra + 4);
  header.writeBigUInt64LE(BigInt(packed), extra + 12);
  header.writeBigUInt64LE(BigInt(at), extra + 20);
  return header;
}

function endOf(entries: number, directoryAt: number, endAt: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(END_64, 0);
  end.writeBigUInt64LE(BigInt(56 - 12), 4);
  end.writeUInt16LE(MADE_BY, 12);
  end.writeUInt16LE(VERSION, 14);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(endAt - directoryAt), 40);
  end.writeBigUInt64LE(BigInt(directoryAt), 48);
  end.writeUInt32LE(LOCATOR_64, 56);
  end.writeBigUInt64LE(BigInt(endAt), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(END, 76);
  end.writeUInt16LE(SEE_64_SHORT, 84);
  end.writeUInt16LE(SEE_64_SHORT, 86);
  end.writeUInt32LE(SEE_64, 88);
  end.writeUInt32LE(SEE_64, 92);
  return end;
}

const piecesOf = async function* (bytes: ZipPart['bytes']): AsyncGenerator<Uint8Array> {
  if (bytes instanceof Uint8Array) yield bytes;
  else yield* bytes;
};

/** Resolves once it takes more, or will take no more. */
const drained = (deflate: DeflateRaw): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      deflate.off('drain', done).off('close', done);
      resolve();
    };
    deflate.on('drain', done).on('close', done);
  });

/** Each piece is passed on before the next is asked for. */
async function* deflated(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw();
  let broke: unknown = null;
  const feed = (async () => {
    try {
      for await (const piece of pieces) {
        if (deflate.destroyed) return;
        if (!deflate.write(piece)) await drained(deflate);
      }
      deflate.end();
    } catch (error) {
      broke = error;
      deflate.destroy();
    }
  })();
  try {
    yield* deflate as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw broke ?? error;
  } finally {
    deflate.destroy();
    await feed;
  }
  // oxlint-disable-next-line no-unnecessary-condition
  if (broke !== null) throw broke;
}

/** @throws whatever reading a part throws; what was given until then is no zip */
export async function* zipBytes(
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  const out = <T extends Uint8Array>(bytes: T): T => {
    at += bytes.length;
    return bytes;
  };
  for await (const part of parts) {
    const began = {
      name: Buffer.from(part.name, 'utf8'),
      method: part.pack ? DEFLATED : STORED,
      dos: dosTime(part.madeAt),
      at,
    };
    yield out(localHeader(began));
    let crc = 0;
    let size = 0;
    let packed = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of piecesOf(part.bytes)) {
        crc = crc32(piece, crc);
        size += piece.length;
        yield piece;
      }
    };
    for await (const piece of part.pack ? deflated(counted()) : counted()) {
      packed += piece.length;
      yield out(piece);
    }
    const entry = { ...began, crc, size, packed };
    written.push(entry);
    yield out(descriptor(entry));
  }
  const directoryAt = at;
  for (const entry of written) yield out(centralHeader(entry));
  yield endOf(written.length, directoryAt, at);
}

/** How many bytes `zipBytes` gives for parts that are stored as they are. */
export const storedZipLength = (parts: readonly { readonly name: string; readonly size: number }[]): number =>
  parts.reduce(
    (sum, { name, size }) => {
      const nameBytes = Buffer.byteLength(name, 'utf8');
      return sum + 30 + nameBytes + 20 + size + 24 + 46 + nameBytes + 28;
    },
    56 + 20 + 22,
  );
