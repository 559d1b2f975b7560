/**
 * A zip read from its beginning as it streams by, for one that lies packed inside another: its list of contents stands
 * at its end, and neither memory nor disk should hold all that comes before. Each entry is found by its own header;
 * one whose header states no length ends where its packed data ends.
 */
import { constants, crc32, inflateRawSync } from 'node:zlib';
import type { ByteQueue } from '../read/byte-queue.ts';
import { MOST_RATIO, RATIO_FROM_BYTES } from '../read/limits.ts';
import { SourceDamage, systemCode } from '../read/source-damage.ts';
import { inflated } from '../read/ungzip.ts';

/** APPNOTE.TXT 4.3 */
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const HEADER_BYTES = 30;
const ENCRYPTED = 1;
const LENGTH_FOLLOWS = 8;
const ZIP64_EXTRA = 1;
const IN_EXTRA = 0xff_ff_ff_ff;
const STORED = 0;
const DEFLATED = 8;
/** Packed bytes undone in one call; most entries are smaller. Our choice. */
const AT_ONCE_BYTES = [16 * 1024, 256 * 1024] as const;
const MOST_AT_ONCE_UNPACKED = 8 * 1024 * 1024;
const MARK_BYTES = 4;
const SUM_BYTES = 4;
const SHORT_BYTES = 4;
const LONG_BYTES = 8;

export interface PassingEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  /** Where its header begins in the zip. */
  readonly at: number;
  /** Where its header does not say them: null. */
  readonly packedBytes: number | null;
  readonly unpackedBytes: number | null;
  readonly crc32: number | null;
}

const positionOf = async (queue: ByteQueue): Promise<number> =>
  queue.readBytes - (await queue.peek(0)).length;

/** The header of the next entry; null where the entries end, or something else stands there. */
export async function nextEntry(queue: ByteQueue): Promise<PassingEntry | null> {
  const at = await positionOf(queue);
  const head = await queue.peek(HEADER_BYTES);
  if (head.length < HEADER_BYTES) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (view.getUint32(0, true) !== LOCAL) return null;
  const follows = (view.getUint16(6, true) & LENGTH_FOLLOWS) !== 0;
  const encrypted = (view.getUint16(6, true) & ENCRYPTED) !== 0;
  const [method, sum] = [view.getUint16(8, true), view.getUint32(14, true)];
  const [packed, unpacked] = [view.getUint32(18, true), view.getUint32(22, true)];
  const [nameLength, extraLength] = [view.getUint16(26, true), view.getUint16(28, true)];
  const length = HEADER_BYTES + nameLength + extraLength;
  const whole = (await queue.peek(length)).subarray(0, length);
  const name = Buffer.from(whole.subarray(HEADER_BYTES, HEADER_BYTES + nameLength)).toString('utf8');
  const long = zip64Of(whole.subarray(HEADER_BYTES + nameLength), packed === IN_EXTRA, unpacked === IN_EXTRA);
  queue.skip(length);
  return {
    name,
    encrypted,
    method,
    at,
    packedBytes: follows ? null : (long.packed ?? packed),
    unpackedBytes: follows ? null : (long.unpacked ?? unpacked),
    crc32: follows ? null : sum,
  };
}

/** The sizes that do not fit into a header; unpacked stands before packed. */
function zip64Of(
  extra: Uint8Array,
  wantsPacked: boolean,
  wantsUnpacked: boolean,
): { readonly packed?: number; readonly unpacked?: number } {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== ZIP64_EXTRA || at + 4 + length > extra.length) continue;
    const read = (index: number): number | undefined =>
      length >= (index + 1) * 8 ? Number(view.getBigUint64(at + 4 + index * 8, true)) : undefined;
    const unpacked = wantsUnpacked ? read(0) : undefined;
    const packed = wantsPacked ? read(wantsUnpacked ? 1 : 0) : undefined;
    return { ...(unpacked !== undefined && { unpacked }), ...(packed !== undefined && { packed }) };
  }
  return {};
}

/**
 * The content of the entry whose header was just read; once it is read to its end the next header may be.
 * @throws SourceDamage for damage, a bomb, or a packing that cannot be undone
 */
export async function* passingContent(queue: ByteQueue, entry: PassingEntry): AsyncGenerator<Uint8Array> {
  const from = await positionOf(queue);
  let size = 0;
  let sum = 0;
  for await (const piece of unpackedPieces(queue, entry)) {
    size += piece.length;
    // What was read ahead counts too: a bomb comes past it soon enough.
    if (size > RATIO_FROM_BYTES && size > MOST_RATIO * (queue.readBytes - from)) {
      const reason = `The zip entry unpacks to more than ${MOST_RATIO} times its size, as zip bombs do.`;
      throw new SourceDamage('zip-bomb', reason, entry.at, true);
    }
    sum = crc32(piece, sum);
    yield piece;
  }
  const packed = (await positionOf(queue)) - from;
  const stated = entry.crc32 ?? (await statedBehind(queue, packed, size));
  if (stated !== sum || size !== (entry.unpackedBytes ?? size)) {
    const reason = 'The zip entry is not what its checksum says: the archive is damaged.';
    throw new SourceDamage('damaged-zip', reason, entry.at);
  }
}

async function* unpackedPieces(queue: ByteQueue, entry: PassingEntry): AsyncGenerator<Uint8Array> {
  if (entry.method === STORED && entry.packedBytes !== null) yield* stored(queue, entry, entry.packedBytes);
  else if (entry.method === DEFLATED) yield* deflated(queue, entry);
  else {
    const what = entry.method === STORED ? 'stored without its length' : `packed by method ${entry.method}`;
    const reason = `The zip entry is ${what}, which cannot be undone in passing; unpack the outer zip first.`;
    throw new SourceDamage('unsupported-zip', reason, entry.at, true);
  }
}

const damaged = (entry: PassingEntry, detail: string): SourceDamage =>
  new SourceDamage('damaged-zip', `The zip entry is damaged: ${detail}.`, entry.at, true);

async function* stored(queue: ByteQueue, entry: PassingEntry, length: number): AsyncGenerator<Uint8Array> {
  for (let left = length; left > 0;) {
    const piece = await queue.next();
    if (piece === null) throw damaged(entry, 'the zip ends in the middle of it');
    const own = piece.subarray(0, left);
    if (own.length < piece.length) queue.giveBack(piece.subarray(own.length));
    left -= own.length;
    yield own;
  }
}

async function* deflated(queue: ByteQueue, entry: PassingEntry): AsyncGenerator<Uint8Array> {
  for (const window of AT_ONCE_BYTES) {
    const packed = (await queue.peek(window)).subarray(0, entry.packedBytes ?? Infinity);
    const whole = atOnce(packed);
    // All of it used may mean that more would come.
    if (whole === null || (whole.used === packed.length && whole.used !== entry.packedBytes)) continue;
    queue.skip(whole.used);
    if (whole.content.length > 0) yield whole.content;
    return;
  }
  try {
    yield* inflated(queue);
  } catch (error) {
    if (systemCode(error)?.startsWith('Z_') === true) throw damaged(entry, 'it cannot be unpacked');
    throw error;
  }
}

/** Content and how many packed bytes it took; null where it is too long for one call, or no packed data. */
function atOnce(packed: Uint8Array): { readonly content: Uint8Array; readonly used: number } | null {
  try {
    const options = {
      info: true,
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: MOST_AT_ONCE_UNPACKED,
    };
    // With `info` it also tells how far it read; its types do not know that.
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    return { content: buffer, used: engine.bytesWritten };
  } catch {
    return null;
  }
}

/** The checksum that stands behind an entry, with or without a mark, before sizes of four or eight bytes each. */
async function statedBehind(queue: ByteQueue, packed: number, size: number): Promise<number | null> {
  const bytes = await queue.peek(MARK_BYTES + SUM_BYTES + 2 * LONG_BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = (from: number, width: number): boolean => {
    if (from + SUM_BYTES + 2 * width > bytes.length) return false;
    const read = (at: number): number =>
      width === LONG_BYTES ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true);
    return read(from + SUM_BYTES) === packed && read(from + SUM_BYTES + width) === size;
  };
  const marked = bytes.length >= MARK_BYTES && view.getUint32(0, true) === DESCRIPTOR;
  for (const from of marked ? [MARK_BYTES, 0] : [0]) {
    // Long ones first: of an empty entry they begin as short ones do.
    for (const width of [LONG_BYTES, SHORT_BYTES]) {
      if (!fits(from, width)) continue;
      queue.skip(from + SUM_BYTES + 2 * width);
      return view.getUint32(from, true);
    }
  }
  return null;
}
