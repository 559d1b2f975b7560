/**
 * Every activity file under some paths: files, folders (to any depth, in the order of their names), zips.
 * A file of another kind in a folder or zip is passed over without a word; named by itself it is refused.
 */
import { createReadStream, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOfName } from '../read/file-kind.ts';
import { refusal } from '../read/refuse.ts';
import { systemCode } from '../read/source-damage.ts';
import type { Found } from '../source.ts';
import { sharedRange } from './byte-range.ts';
import { sumRefusals } from './sum-refusals.ts';
import { newBudget, walkZip } from './walk-zip.ts';

/** A path to walk; `displayName` is what reports call it and what its kind is told by (an upload spooled to disk). */
export type WalkPath = string | { readonly path: string; readonly displayName: string };

/** Pieces a file is read in. Our choice. Bytes */
const PIECE_BYTES = 256 * 1024;

function unreadable(path: string, error: unknown): Found {
  const code = systemCode(error);
  if (code === null) throw error;
  const gone = code === 'ENOENT' || code === 'ENOTDIR';
  return {
    kind: 'refused',
    path,
    refusal: gone
      ? refusal('not-found', 'There is no such file or folder.')
      : refusal('unreadable', `It cannot be opened (${code}).`),
  };
}

/**
 * Finds the files one after another; nothing is read before it is asked for, nothing is unpacked to disk.
 * Files may be opened as often as wanted, also after the walk, for as long as they lie where they were.
 * Linked folders are followed once, so that a circle of links ends.
 */
export async function* walk(paths: readonly WalkPath[]): AsyncGenerator<Found> {
  for (const each of paths) {
    const path = typeof each === 'string' ? each : each.path;
    const name = typeof each === 'string' ? each : each.displayName;
    try {
      const found = await stat(path);
      if (found.isDirectory()) yield* walkFolder(path, name, new Set());
      else if (found.isFile() && kindOfName(name) !== null) yield* walkFile(path, name, found.size);
      else {
        const reason = 'It is neither FIT, TCX, GPX (or one of them as .gz), a zip of them, nor a folder.';
        yield { kind: 'refused', path: name, refusal: refusal('unknown-kind', reason) };
      }
    } catch (error) {
      yield unreadable(name, error);
    }
  }
}

async function* walkFolder(path: string, name: string, seen: Set<string>): AsyncGenerator<Found> {
  let entries: Dirent[];
  try {
    const { dev, ino } = await stat(path);
    const identity = `${dev}:${ino}`;
    if (seen.has(identity)) return;
    seen.add(identity);
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    yield unreadable(name, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const inside = join(path, entry.name);
    const insideName = join(name, entry.name);
    const wanted = kindOfName(entry.name) !== null && !entry.name.startsWith('._');
    if (entry.isDirectory()) yield* walkFolder(inside, insideName, seen);
    else if (entry.isSymbolicLink()) yield* walkLink(inside, insideName, wanted, seen);
    else if (entry.isFile() && wanted) yield* sizedFile(inside, insideName);
  }
}

async function* walkLink(
  path: string,
  name: string,
  wanted: boolean,
  seen: Set<string>,
): AsyncGenerator<Found> {
  try {
    const target = await stat(path);
    if (target.isDirectory()) yield* walkFolder(path, name, seen);
    else if (target.isFile() && wanted) yield* walkFile(path, name, target.size);
  } catch (error) {
    // A dangling link that is not named like an activity is no loss.
    if (wanted) yield unreadable(name, error);
  }
}

async function* sizedFile(path: string, name: string): AsyncGenerator<Found> {
  try {
    yield* walkFile(path, name, (await stat(path)).size);
  } catch (error) {
    yield unreadable(name, error);
  }
}

async function* walkFile(path: string, name: string, sizeBytes: number): AsyncGenerator<Found> {
  if (kindOfName(name) !== 'zip') {
    yield { kind: 'file', file: { path: name, sizeBytes, open: () => diskPieces(path) } };
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

async function* diskPieces(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Uint8Array>;
}
