/** Zips for tests, honest and hostile: each field of the directory can be made to lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Packed by deflate unless this is true. */
  readonly stored?: boolean;
  /** What the directory says instead of the truth. */
  readonly claimedBytes?: number;
  readonly encrypted?: boolean;
  readonly method?: number;
  /** Index of an earlier part whose local entry this one points at. */
  readonly sharesEntryOf?: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x800;

export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  const placed: { at: number; packed: Buffer; data: Buffer }[] = [];
  let at = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const name = Buffer.from(part.name);
    const packed = part.stored === true ? data : deflateRawSync(data);
    const shared = part.sharesEntryOf === undefined ? undefined : placed[part.sharesEntryOf];
    const place = shared ?? { at, packed, data };
    placed.push(place);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES | (part.encrypted === true ? 1 : 0), 2);
    common.writeUInt16LE(part.method ?? (part.stored === true ? 0 : 8), 4);
    common.writeUInt32LE(crc32(place.data), 10);
    common.writeUInt32LE(place.packed.length, 14);
    common.writeUInt32LE(part.claimedBytes ?? place.data.length, 18);
    common.writeUInt16LE(name.length, 22);
    if (shared === undefined) {
      const mark = Buffer.alloc(4);
      mark.writeUInt32LE(LOCAL);
      locals.push(mark, common, name, packed);
      at += 30 + name.length + packed.length;
    }
    const head = Buffer.alloc(6);
    head.writeUInt32LE(CENTRAL);
    head.writeUInt16LE(20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place.at, 10);
    centrals.push(head, common, tail, name);
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
