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
  /** As a writer that streams has it: lengths and sum stand behind the data, 4 or 8 bytes each. */
  readonly lengthFollows?: 'marked' | 'unmarked' | 'long';
  /** Index of an earlier part whose local entry this one points at. */
  readonly sharesEntryOf?: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x800;

const LENGTH_FOLLOWS = 8;
const DESCRIPTOR = 0x08074b50;

function describedBehind(how: ZipPart['lengthFollows'], data: Buffer, packed: Buffer): Buffer {
  if (how === undefined) return Buffer.alloc(0);
  const width = how === 'long' ? 8 : 4;
  const from = how === 'unmarked' ? 0 : 4;
  const behind = Buffer.alloc(from + 4 + 2 * width);
  if (from > 0) behind.writeUInt32LE(DESCRIPTOR, 0);
  behind.writeUInt32LE(crc32(data), from);
  behind.writeUIntLE(packed.length, from + 4, 4);
  behind.writeUIntLE(data.length, from + 4 + width, 4);
  return behind;
}

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
      const local = Buffer.from(common);
      const behind = describedBehind(part.lengthFollows, data, packed);
      if (part.lengthFollows !== undefined) {
        local.fill(0, 10, 22);
        local.writeUInt16LE(local.readUInt16LE(2) | LENGTH_FOLLOWS, 2);
      }
      locals.push(mark, local, name, packed, behind);
      at += 30 + name.length + packed.length + behind.length;
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
