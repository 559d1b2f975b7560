/** The activity files of one zip, zips inside it included; nothing is written to disk. */
import type { Found, SourceFile } from '../source.ts';
import { isList, kindOfName } from '../read/file-kind.ts';
import {
  DEEPEST_ZIP,
  LARGEST_ARCHIVE_BYTES,
  LARGEST_HEALTH_BYTES,
  LARGEST_HELD_ZIP_BYTES,
  LARGEST_XML_BYTES,
  MOST_RATIO,
  RATIO_FROM_BYTES,
} from '../read/limits.ts';
import { refusal } from '../read/refuse.ts';
import { SourceDamage } from '../read/source-damage.ts';
import type { Refusal } from '../read-result.ts';
import { type ByteRange, memoryRange, partOf } from './byte-range.ts';
import { type HealthXml, healthXml, worthReading } from './health-export.ts';
import { type Budget, isAppleDouble, isUnsafePath } from './budget.ts';
import { walkPassing } from './walk-passing.ts';
import { overlaps, tooManyEntries, zipDirectory, type ZipEntry } from './zip-directory.ts';
import { dataOf, zipEntryBytes } from './zip-entry-bytes.ts';

const byName = (a: ZipEntry, b: ZipEntry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Lists and exports come after the files they speak of: what a file gave is then told by the file. */
const isLast = ({ name }: ZipEntry): boolean => isList(name) || kindOfName(name) === 'xml';
const listsLast = (a: ZipEntry, b: ZipEntry): number => Number(isLast(a)) - Number(isLast(b)) || byName(a, b);

/** Why an entry may not be opened at all, or null. */
function objection(entry: ZipEntry, budget: Budget): Refusal | null {
  const at = entry.headerAt;
  if (entry.encrypted) {
    return refusal('encrypted', 'The entry is encrypted; unpack the archive with its password first.', at);
  }
  if (entry.unpackedBytes > RATIO_FROM_BYTES && entry.unpackedBytes > MOST_RATIO * entry.packedBytes) {
    const ratio = Math.round(entry.unpackedBytes / Math.max(1, entry.packedBytes));
    return refusal('zip-bomb', `The entry claims to unpack to ${ratio} times its size, as zip bombs do.`, at);
  }
  const most = kindOfName(entry.name) === 'xml' ? LARGEST_HEALTH_BYTES : LARGEST_XML_BYTES;
  if (entry.unpackedBytes > most) {
    return refusal('too-large', `The entry unpacks to more than ${most} bytes, the most that is read.`, at);
  }
  if (entry.unpackedBytes > budget.leftBytes) {
    return refusal(
      'too-large',
      `The archive unpacks to more than ${LARGEST_ARCHIVE_BYTES} bytes altogether.`,
      at,
    );
  }
  return null;
}

/**
 * @param name of the archive, as reports have it; entries are `name!/path/inside`
 * @param depth 1 for an archive that lies in a folder
 * @param reopen gives the archive again once `range` is closed
 */
export async function* walkZip(
  range: ByteRange,
  name: string,
  depth: number,
  budget: Budget,
  reopen: () => Promise<ByteRange>,
): AsyncGenerator<Found> {
  const directory = await zipDirectory(range, budget.leftEntries);
  budget.leftEntries -= directory.entries.length;
  if (overlaps(directory.entries)) {
    const reason = 'Entries of the zip share their bytes, as zip bombs do; nothing of it was opened.';
    yield { kind: 'refused', path: name, refusal: refusal('zip-bomb', reason) };
    return;
  }
  const xml: HealthXml<ZipEntry>[] = [];
  for (const entry of [...directory.entries].sort(listsLast)) {
    const path = `${name}!/${entry.name}`;
    if (isUnsafePath(entry.name)) {
      const reason = 'The entry’s path leads out of the archive; it was not opened.';
      yield { kind: 'refused', path, refusal: refusal('unsafe-path', reason, entry.headerAt) };
      continue;
    }
    const kind = kindOfName(entry.name);
    if (kind === null || isAppleDouble(entry.name)) continue;
    const why = objection(entry, budget);
    if (why !== null) {
      yield { kind: 'refused', path, refusal: why };
      continue;
    }
    if (kind === 'xml') {
      const folder = entry.name.slice(0, entry.name.lastIndexOf('/') + 1);
      xml.push({ folder, which: await xmlInZip(range, entry), found: entry });
      continue;
    }
    budget.leftBytes -= entry.unpackedBytes;
    if (kind === 'zip') yield* innerZip(range, entry, path, depth, budget, reopen);
    else yield { kind: 'file', file: entryFile(range, entry, path, reopen) };
  }
  for (const entry of worthReading(xml)) {
    budget.leftBytes -= entry.unpackedBytes;
    yield { kind: 'file', file: entryFile(range, entry, `${name}!/${entry.name}`, reopen) };
  }
  if (directory.refusal !== null) yield { kind: 'refused', path: name, refusal: directory.refusal };
}

/** Of an XML in a zip; one that is damaged from its first byte is passed over like any other XML. */
async function xmlInZip(range: ByteRange, entry: ZipEntry): Promise<'health' | 'clinical' | null> {
  try {
    for await (const piece of zipEntryBytes(range, entry)) return healthXml(piece);
  } catch (error) {
    if (!(error instanceof SourceDamage)) throw error;
  }
  return null;
}

const entryFile = (
  { stretch }: ByteRange,
  entry: ZipEntry,
  path: string,
  reopen: () => Promise<ByteRange>,
): SourceFile => ({
  path,
  sizeBytes: entry.unpackedBytes,
  ...(stretch !== undefined && { place: { ...stretch, entry } }),
  async *open() {
    const range = await reopen();
    try {
      yield* zipEntryBytes(range, entry);
    } finally {
      await range.close();
    }
  },
});

async function* innerZip(
  range: ByteRange,
  entry: ZipEntry,
  path: string,
  depth: number,
  budget: Budget,
  reopen: () => Promise<ByteRange>,
): AsyncGenerator<Found> {
  const refused = (why: Refusal): Found => ({ kind: 'refused', path, refusal: why });
  if (depth >= DEEPEST_ZIP) {
    yield refused(
      refusal('too-deep', `Zips lie more than ${DEEPEST_ZIP} deep in one another.`, entry.headerAt),
    );
    return;
  }
  if (budget.leftEntries <= 0) {
    yield refused(tooManyEntries());
    return;
  }
  try {
    if (entry.method === 0) {
      const { from, to } = await dataOf(range, entry);
      const again = async (): Promise<ByteRange> => {
        const whole = await reopen();
        return { ...partOf(whole, from, to), close: () => whole.close() };
      };
      yield* walkZip(partOf(range, from, to), path, depth + 1, budget, again);
      return;
    }
    if (entry.unpackedBytes > LARGEST_HELD_ZIP_BYTES) {
      const again = async function* (): AsyncGenerator<Uint8Array> {
        const whole = await reopen();
        try {
          yield* zipEntryBytes(whole, entry);
        } finally {
          await whole.close();
        }
      };
      yield* walkPassing(again, path, budget, (inner, within) =>
        walkZip(inner, within, depth + 2, budget, () => Promise.resolve(inner)),
      );
      return;
    }
    const pieces: Uint8Array[] = [];
    for await (const piece of zipEntryBytes(range, entry)) pieces.push(piece);
    const inner = memoryRange(Buffer.concat(pieces));
    yield* walkZip(inner, path, depth + 1, budget, () => Promise.resolve(inner));
  } catch (error) {
    if (!(error instanceof SourceDamage)) throw error;
    yield refused(refusal(error.code, error.message, error.byteOffset));
  }
}
