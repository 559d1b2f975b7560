/** The activity files of a zip that lies packed inside another, in the order they stand in it. */
import type { Found, SourceFile } from '../source.ts';
import { type ByteQueue, byteQueue } from '../read/byte-queue.ts';
import { kindOfName } from '../read/file-kind.ts';
import { LARGEST_HEALTH_BYTES, LARGEST_INNER_ZIP_BYTES, LARGEST_XML_BYTES } from '../read/limits.ts';
import { refusal } from '../read/refuse.ts';
import { SourceDamage } from '../read/source-damage.ts';
import type { Refusal } from '../read-result.ts';
import { type Budget, isAppleDouble, isUnsafePath } from './budget.ts';
import { type ByteRange, memoryRange } from './byte-range.ts';
import { healthXml } from './health-export.ts';
import { tooManyEntries } from './zip-directory.ts';
import { nextEntry, type PassingEntry, passingContent } from './zip-in-passing.ts';

/** Entries up to this size are handed out from memory; of a larger one the zip is read again up to it. Our choice. */
const HELD_BYTES = 8 * 1024 * 1024;

const refused = (path: string, why: Refusal): Found => ({ kind: 'refused', path, refusal: why });

/**
 * @param again gives the bytes of the zip from its beginning, as often as wanted
 * @param name of the zip, as reports have it
 * @param walkInner looks into a zip inside it
 */
export async function* walkPassing(
  again: () => AsyncIterable<Uint8Array>,
  name: string,
  budget: Budget,
  walkInner: (zip: ByteRange, name: string) => AsyncGenerator<Found>,
): AsyncGenerator<Found> {
  const queue = byteQueue(again());
  try {
    for (let entry = await nextEntry(queue); entry !== null; entry = await nextEntry(queue)) {
      if (--budget.leftEntries < 0) {
        yield refused(name, tooManyEntries());
        return;
      }
      const path = `${name}!/${entry.name}`;
      const kind = isAppleDouble(entry.name) ? null : kindOfName(entry.name);
      const why = kind === null ? null : objection(entry);
      if (why !== null) yield refused(path, why);
      if (kind === null || why !== null) {
        if (!(await passOver(queue, entry))) return;
        continue;
      }
      const most = kind === 'xml' ? LARGEST_HEALTH_BYTES : LARGEST_XML_BYTES;
      const held: Uint8Array[] = [];
      let size = 0;
      let head: Uint8Array | null = null;
      const holds = kind === 'zip' ? LARGEST_INNER_ZIP_BYTES : HELD_BYTES;
      for await (const piece of passingContent(queue, entry)) {
        head ??= piece;
        size += piece.length;
        budget.leftBytes -= piece.length;
        if (size <= holds) held.push(piece);
        else held.length = 0;
        if (budget.leftBytes < 0 || size > most) {
          yield refused(
            path,
            refusal('too-large', `The entry unpacks to more than may be read (${size} bytes).`, entry.at),
          );
          return;
        }
      }
      if (kind === 'zip') {
        if (size > holds)
          yield refused(
            path,
            refusal(
              'too-large',
              `The inner zip takes more than ${holds} bytes; unpack the outer one first.`,
              entry.at,
            ),
          );
        else {
          yield* walkInner(memoryRange(Buffer.concat(held)), path);
        }
        continue;
      }
      if (kind === 'xml' && (head === null || healthXml(head) === null)) continue;
      yield { kind: 'file', file: fileOf(again, entry, path, size, size <= HELD_BYTES ? held : null) };
    }
  } catch (error) {
    if (!(error instanceof SourceDamage)) throw error;
    yield refused(
      name,
      refusal(error.code, `${error.message} What stood before it was looked at.`, error.byteOffset),
    );
  } finally {
    await queue.close();
  }
}

function objection(entry: PassingEntry): Refusal | null {
  if (isUnsafePath(entry.name))
    return refusal('unsafe-path', 'The entry’s path leads out of the archive; it was not opened.', entry.at);
  if (entry.encrypted)
    return refusal(
      'encrypted',
      'The entry is encrypted; unpack the archive with its password first.',
      entry.at,
    );
  return null;
}

/** Leaves an entry unread. @returns false where nobody can say where it ends */
async function passOver(queue: ByteQueue, entry: PassingEntry): Promise<boolean> {
  if (entry.packedBytes === null) {
    if (entry.encrypted) return false;
    for await (const _ of passingContent(queue, entry));
    return true;
  }
  for (let left = entry.packedBytes; left > 0;) {
    const piece = await queue.next();
    if (piece === null) return false;
    if (piece.length > left) queue.giveBack(piece.subarray(left));
    left -= piece.length;
  }
  return true;
}

function fileOf(
  again: () => AsyncIterable<Uint8Array>,
  entry: PassingEntry,
  path: string,
  sizeBytes: number,
  held: readonly Uint8Array[] | null,
): SourceFile {
  return {
    path,
    sizeBytes,
    async *open() {
      if (held !== null) {
        yield* held;
        return;
      }
      const queue = byteQueue(again());
      try {
        if (!(await passOver(queue, { ...entry, packedBytes: entry.at, encrypted: false }))) return;
        const same = await nextEntry(queue);
        if (same !== null) yield* passingContent(queue, same);
      } finally {
        await queue.close();
      }
    },
  };
}
