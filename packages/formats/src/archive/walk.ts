/**
 * Every activity file under some paths: files, folders (to any depth, in the order of their names), zips.
 * A file of another kind in a folder or zip is passed over without a word; named by itself it is refused.
 */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isList, kindOfName } from '../read/file-kind.ts';
import { refusal } from '../read/refuse.ts';
import { SourceDamage, systemCode } from '../read/source-damage.ts';
import type { Found } from '../source.ts';
import { sharedRange } from './byte-range.ts';
import { type DiskPath, inside, liesUnder, nameOf, openRegular, realPath } from './disk-path.ts';
import { type HealthXml, healthXml, worthReading, XML_HEAD_BYTES } from './health-export.ts';
import { sumRefusals } from './sum-refusals.ts';
import { newBudget } from './budget.ts';
import { walkZip } from './walk-zip.ts';

/** A path to walk; `displayName` is what reports call it and what its kind is told by (an upload spooled to disk). */
export type WalkPath = string | { readonly path: string; readonly displayName: string };

/** Pieces a file is read in. Our choice. Bytes */
const PIECE_BYTES = 256 * 1024;

function unreadable(path: string, error: unknown): Found {
  if (error instanceof SourceDamage)
    return { kind: 'refused', path, refusal: refusal(error.code, error.message, error.byteOffset) };
  const code = systemCode(error);
  if (code === null) throw error;
  const gone = code === 'ENOENT' || code === 'ENOTDIR';
  // What the command line cannot say in UTF-8 arrives with this sign in it.
  if (gone && path.includes('\uFFFD')) {
    const reason = 'Its name is not UTF-8, so it cannot be opened by its name; name the folder it lies in.';
    return { kind: 'refused', path, refusal: refusal('name-not-utf8', reason) };
  }
  return {
    kind: 'refused',
    path,
    refusal: gone
      ? refusal('not-found', 'There is no such file or folder.')
      : refusal('unreadable', `It cannot be opened (${code}).`),
  };
}

/** What the links inside a folder that was named are held against. */
interface Root {
  readonly realPath: Buffer;
  /** Folders that were walked: a circle of links ends here. */
  readonly seen: Set<string>;
}

/**
 * Finds the files one after another; nothing is read before it is asked for, nothing is unpacked to disk.
 * Files may be opened as often as wanted, also after the walk, for as long as they lie where they were.
 * A link in a folder is followed, and a linked folder once, where it leads to something in the folder that was
 * named; one that leads out of it is refused.
 */
export async function* walk(paths: readonly WalkPath[]): AsyncGenerator<Found> {
  for (const each of paths) {
    const path = typeof each === 'string' ? each : each.path;
    const name = typeof each === 'string' ? each : each.displayName;
    try {
      const found = await stat(path);
      if (found.isDirectory())
        yield* walkFolder(path, name, { realPath: await realPath(path), seen: new Set() });
      else if (found.isFile() && kindOfName(name) !== null) yield* walkFile(path, name, found.size);
      else {
        const reason =
          'It is neither FIT, TCX, GPX (or one of them as .gz), a list or export of Strava, Garmin or Apple Health, a zip of them, nor a folder.';
        yield { kind: 'refused', path: name, refusal: refusal('unknown-kind', reason) };
      }
    } catch (error) {
      yield unreadable(name, error);
    }
  }
}

async function* walkFolder(path: DiskPath, name: string, root: Root): AsyncGenerator<Found> {
  let entries: Dirent<Buffer>[];
  try {
    const { dev, ino } = await stat(path);
    const identity = `${dev}:${ino}`;
    if (root.seen.has(identity)) return;
    root.seen.add(identity);
    entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    yield unreadable(name, error);
    return;
  }
  const named = entries.map((entry) => ({
    entry,
    own: nameOf(entry.name),
    last: isList(nameOf(entry.name)),
  }));
  // Lists come after the files they speak of: what a file gave is then told by the file.
  named.sort((a, b) => Number(a.last) - Number(b.last) || (a.own < b.own ? -1 : a.own > b.own ? 1 : 0));
  const xml: HealthXml<{ within: DiskPath; withinName: string }>[] = [];
  for (const { entry, own } of named) {
    const within = inside(path, entry.name);
    const withinName = join(name, own);
    const kind = kindOfName(own);
    const wanted = kind !== null && !own.startsWith('._');
    if (entry.isDirectory()) yield* walkFolder(within, withinName, root);
    else if (wanted && kind === 'xml') {
      if (entry.isFile())
        xml.push({ folder: '', which: await xmlOnDisk(within), found: { within, withinName } });
    } else if (entry.isSymbolicLink()) yield* walkLink(within, withinName, wanted, root);
    else if (entry.isFile() && wanted) yield* sizedFile(within, withinName);
  }
  for (const { within, withinName } of worthReading(xml)) yield* sizedFile(within, withinName);
}

/** Of an XML in a folder; one that cannot be opened is passed over like any other XML. */
async function xmlOnDisk(path: DiskPath): Promise<'health' | 'clinical' | null> {
  try {
    const file = await openRegular(path);
    try {
      const head = new Uint8Array(XML_HEAD_BYTES);
      const { bytesRead } = await file.read(head, 0, XML_HEAD_BYTES, 0);
      return healthXml(head.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof SourceDamage || systemCode(error) !== null) return null;
    throw error;
  }
}

async function* walkLink(path: DiskPath, name: string, wanted: boolean, root: Root): AsyncGenerator<Found> {
  try {
    const target = await stat(path);
    const leads = target.isDirectory() || (target.isFile() && wanted);
    if (!leads) return;
    if (!liesUnder(await realPath(path), root.realPath)) {
      const reason =
        'The link leads out of the folder that was named and was not followed; name what it leads to.';
      yield { kind: 'refused', path: name, refusal: refusal('link-leads-out', reason) };
    } else if (target.isDirectory()) yield* walkFolder(path, name, root);
    else yield* walkFile(path, name, target.size);
  } catch (error) {
    // A dangling link that is not named like an activity is no loss.
    if (wanted) yield unreadable(name, error);
  }
}

async function* sizedFile(path: DiskPath, name: string): AsyncGenerator<Found> {
  try {
    yield* walkFile(path, name, (await stat(path)).size);
  } catch (error) {
    yield unreadable(name, error);
  }
}

async function* walkFile(path: DiskPath, name: string, sizeBytes: number): AsyncGenerator<Found> {
  if (kindOfName(name) !== 'zip') {
    const place = { disk: path, from: 0, to: sizeBytes, entry: null };
    yield { kind: 'file', file: { path: name, sizeBytes, open: () => diskPieces(path), place } };
    return;
  }
  const reopen = sharedRange(path);
  const range = await reopen();
  try {
    yield* sumRefusals(walkZip(range, name, 1, newBudget(), reopen), name);
  } finally {
    await range.close();
  }
}

async function* diskPieces(path: DiskPath): AsyncGenerator<Uint8Array> {
  const file = await openRegular(path);
  yield* file.createReadStream({ highWaterMark: PIECE_BYTES }) as AsyncIterable<Uint8Array>;
}
