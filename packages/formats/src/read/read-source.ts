/**
 * One file as found to what it holds: unpacked, told apart by its first bytes, read, and hashed on the way.
 * TCX and GPX stream, so a large one takes no more memory than its columns; FIT is read whole.
 */
import { createHash } from 'node:crypto';
import { readFit } from '../fit/read-fit.ts';
import { garminSummaries } from '../garmin/summaries.ts';
import type { ReadResult } from '../read-result.ts';
import type { SourceFile } from '../source.ts';
import { asItIs, type Settle } from './activity-reader.ts';
import { kindOfBytes, kindOfName } from './file-kind.ts';
import { KEEP_ORIGINAL_BYTES, LARGEST_FIT_BYTES, LARGEST_HEALTH_BYTES, LARGEST_XML_BYTES } from './limits.ts';
import { refuse, withWarning } from './refuse.ts';
import { asDamage, SourceDamage } from './source-damage.ts';
import { isGzip, ungzip, ungzipAtOnce } from './ungzip.ts';
import { stravaActivities } from '../strava/activities-table.ts';
import { stravaShoes } from '../strava/shoes-table.ts';
import { xmlActivities } from './xml-activities.ts';

export interface ReadSource {
  readonly result: ReadResult;
  /**
   * SHA-256 of the unpacked content, hex. Of a file that was refused before its end (`too-large`, `zip-bomb`,
   * a damaged archive) it covers what was read.
   */
  readonly contentHash: string;
  /** The bytes exactly as found, for files up to 8 MiB; open larger ones again. */
  readonly originalBytes?: Uint8Array;
}

/** Enough to tell the kinds apart, spaces before an XML declaration included. */
const HEAD_BYTES = 512;

/** Reads content piece by piece; the kind is settled by the first of them. */
function contentReader(path: string, settle: Settle = asItIs) {
  // The folder a file lies in says nothing of its sport.
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const hash = createHash('sha256');
  let head: Uint8Array = new Uint8Array(0);
  let sink: { write(bytes: Uint8Array): void; end(): ReadResult } | null = null;

  function settleKind(): void {
    sink = sinkFor(head, name, settle);
    sink.write(head);
    head = new Uint8Array(0);
  }
  return {
    write(bytes: Uint8Array): void {
      hash.update(bytes);
      if (sink !== null) sink.write(bytes);
      else {
        head = head.length === 0 ? bytes : Buffer.concat([head, bytes]);
        if (head.length >= HEAD_BYTES) settleKind();
      }
    },
    end(): ReadSource {
      if (sink === null) settleKind();
      return {
        result: sink?.end() ?? refuse('empty-file', 'The file is empty.', 0),
        contentHash: hash.digest('hex'),
      };
    },
  };
}

/** Goes on taking bytes, for the hash alone. */
const none = (result: ReadResult) => ({ write: () => undefined, end: () => result });

function sinkFor(
  head: Uint8Array,
  name: string,
  settle: Settle,
): { write(bytes: Uint8Array): void; end(): ReadResult } {
  if (head.length === 0) return none(refuse('empty-file', 'The file is empty: 0 bytes.', 0));
  const promised = kindOfName(name);
  const content = kindOfBytes(head);
  if (content === 'zip') {
    return none(refuse('is-a-zip', 'The file is a zip archive; give its name the ending .zip.', 0));
  }
  if (content === 'xml') {
    const xml = xmlActivities(name, settle);
    return { write: (bytes) => void xml.write(bytes), end: () => xml.end() };
  }
  // A FIT file with a damaged header lacks its mark: its decoder says what is wrong.
  if (content === 'fit' || promised === 'fit') return fitSink(name);
  if (content !== 'zip' && promised !== null) {
    if (promised === 'strava-activities') return stravaActivities();
    if (promised === 'strava-shoes') return stravaShoes();
    if (promised === 'garmin-activities') return garminSummaries();
  }
  if (promised === 'tcx' || promised === 'gpx') {
    return none(
      refuse('not-xml', `The file is named ${promised.toUpperCase()} but does not begin as XML.`, 0),
    );
  }
  return none(
    refuse(
      'unknown-kind',
      'The file is neither FIT, TCX nor GPX, nor a list or export of Strava, Garmin or Apple Health.',
      0,
    ),
  );
}

function fitSink(name: string) {
  let pieces: Uint8Array[] = [];
  let size = 0;
  return {
    write(bytes: Uint8Array): void {
      size += bytes.length;
      if (size > LARGEST_FIT_BYTES) {
        pieces = [];
        const reason = `The file holds more than ${LARGEST_FIT_BYTES} bytes, more than any FIT recording.`;
        throw new SourceDamage('too-large', reason, LARGEST_FIT_BYTES, true);
      }
      pieces.push(bytes);
    },
    end: () => {
      const whole = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces, size);
      return readFit(whole, name);
    },
  };
}

/** Reads bytes that are at hand, packed or not. For small files; `readSource` streams. */
export function readBytes(bytes: Uint8Array, name: string): ReadResult {
  const unpacked = isGzip(bytes) ? ungzipAtOnce(bytes) : bytes;
  if (unpacked === null)
    return refuse('damaged-gzip', 'The gzip stream is damaged, or too large for one piece.');
  const reader = contentReader(name);
  reader.write(unpacked);
  return reader.end().result;
}

/** What the bytes' own trouble makes of what was read before it. */
function afterDamage(damage: SourceDamage, read: ReadSource): ReadSource {
  if (damage.fatal || !read.result.ok) {
    return { ...read, result: refuse(damage.code, damage.message, damage.byteOffset) };
  }
  return { ...read, result: withWarning(read.result, { code: damage.code, text: damage.message }) };
}

/**
 * Reads one file. Never rejects for what the file holds: damage is a warning where something sound came before it,
 * else a refusal.
 */
export async function readSource(file: SourceFile, settle: Settle = asItIs): Promise<ReadSource> {
  const kept: Uint8Array[] = [];
  let keptBytes = 0;
  let damage: SourceDamage | null = null;
  const pieces = file.open()[Symbol.asyncIterator]();
  /** The file's next piece, or null at its end. */
  async function next(): Promise<Uint8Array | null> {
    try {
      const { done, value } = await pieces.next();
      return done === true ? null : value;
    } catch (error) {
      damage = asDamage(error);
      return null;
    }
  }

  let ended = false;
  while (keptBytes <= KEEP_ORIGINAL_BYTES) {
    const piece = await next();
    if (piece === null) {
      ended = true;
      break;
    }
    kept.push(piece);
    keptBytes += piece.length;
  }
  const reader = contentReader(file.path, settle);
  const most = kindOfName(file.path) === 'xml' ? LARGEST_HEALTH_BYTES : LARGEST_XML_BYTES;
  if (ended) {
    const originalBytes =
      kept.length === 1 && kept[0] !== undefined ? kept[0] : Buffer.concat(kept, keptBytes);
    const unpacked = isGzip(originalBytes) ? ungzipAtOnce(originalBytes) : originalBytes;
    if (unpacked !== null) {
      reader.write(unpacked);
      const read = reader.end();
      return { ...(damage === null ? read : afterDamage(damage, read)), originalBytes };
    }
    return { ...(await readStream(inPieces(originalBytes), reader, damage, most)), originalBytes };
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    try {
      yield* kept.splice(0);
      for (let piece = await next(); piece !== null; piece = await next()) yield piece;
      if (damage !== null) throw damage;
    } finally {
      await pieces.return?.();
    }
  }
  return readStream(rest(), reader, null, most);
}

/** Small pieces, so that what has been unpacked can be held against what has been read. Our choice. Bytes */
const PACKED_PIECE_BYTES = 32 * 1024;

// eslint-disable-next-line typescript/require-await
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PACKED_PIECE_BYTES)
    yield bytes.subarray(at, at + PACKED_PIECE_BYTES);
}

async function readStream(
  raw: AsyncGenerator<Uint8Array>,
  reader: ReturnType<typeof contentReader>,
  earlier: SourceDamage | null,
  most: number,
): Promise<ReadSource> {
  let damage = earlier;
  try {
    for await (const piece of limited(await unpackedIfGzip(raw, most), most)) reader.write(piece);
  } catch (error) {
    damage ??= asDamage(error);
  }
  const read = reader.end();
  return damage === null ? read : afterDamage(damage, read);
}

async function unpackedIfGzip(
  raw: AsyncGenerator<Uint8Array>,
  most: number,
): Promise<AsyncIterable<Uint8Array>> {
  let head: Uint8Array = new Uint8Array(0);
  let ended = false;
  while (head.length < 2 && !ended) {
    const { done, value } = await raw.next();
    if (done === true) ended = true;
    else head = head.length === 0 ? value : Buffer.concat([head, value]);
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    try {
      yield head;
      if (!ended) yield* raw;
    } finally {
      await raw.return(undefined);
    }
  }
  return isGzip(head) ? ungzip(again(), most) : again();
}

async function* limited(pieces: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > limit) {
      throw new SourceDamage(
        'too-large',
        `The file holds more than ${limit} bytes, the most that is read.`,
        limit,
        true,
      );
    }
    yield piece;
  }
}
