/** One file that holds everything, made while the app goes on. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fromFileSystem } from '../store-error.ts';
import { storedZipLength, zipBytes, type ZipPart } from '../zip/zip-bytes.ts';
import {
  DATABASE_NAME,
  INBOX_PREFIX,
  MANIFEST_NAME,
  newManifest,
  readme,
  README_NAME,
  type BackedUpFile,
} from './manifest.ts';
import { snapshot, withConnection } from './snapshot.ts';

export interface Backup {
  readonly sizeBytes: number;
  /** A name for the file, with its day. */
  readonly name: string;
  /** May be asked for once. */
  bytes(): AsyncIterable<Uint8Array>;
  /** Removes what waited on disk for it. */
  discard(): Promise<void>;
}

/** An upload can be read to its end, and be gone, between two looks; more often than this it is another fault. */
const MOST_TRIES = 5;

/**
 * @param folder the data folder
 * @param stagingIn a folder with room for all of it
 * @throws {StoreError} where there is no history, or no room
 */
export async function makeBackup(folder: string, stagingIn: string, now: Date): Promise<Backup> {
  const staging = join(stagingIn, `backup-${randomUUID()}`);
  const discard = (): Promise<void> => rm(staging, { recursive: true, force: true });
  try {
    await mkdir(join(staging, 'inbox'), { recursive: true, mode: 0o700 });
    const { steps, waiting } = await stage(folder, staging);
    const names = [DATABASE_NAME, ...waiting.map((id) => `${INBOX_PREFIX}${id}`)];
    const files: BackedUpFile[] = [];
    for (const name of names) files.push(await describe(staging, name));
    const manifest = newManifest({ madeAtMs: now.getTime(), steps, files });
    const texts = [
      { name: README_NAME, bytes: Buffer.from(readme(now.toISOString().slice(0, 16).replace('T', ' '))) },
      { name: MANIFEST_NAME, bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) },
    ];
    const parts: ZipPart[] = [
      ...texts.map(({ name, bytes }) => ({ name, bytes, pack: false, madeAt: now })),
      ...names.map((name) => ({
        name,
        bytes: createFileBytes(join(staging, name)),
        pack: false,
        madeAt: now,
      })),
    ];
    return {
      sizeBytes: storedZipLength([
        ...texts.map(({ name, bytes }) => ({ name, size: bytes.length })),
        ...files.map(({ name, sizeBytes }) => ({ name, size: sizeBytes })),
      ]),
      name: `kneewise-backup-${localDay(now)}.zip`,
      bytes: () => zipBytes(parts),
      discard,
    };
  } catch (error) {
    await discard();
    throw fromFileSystem(error, stagingIn);
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const localDay = (at: Date): string =>
  `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;

/** Opened when its turn comes. */
async function* createFileBytes(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>;
}

/** Puts the database and every upload it speaks of side by side. */
async function stage(folder: string, staging: string): Promise<{ steps: string[]; waiting: string[] }> {
  const inbox = join(folder, 'inbox');
  const staged = join(staging, DATABASE_NAME);
  const taken = new Set<string>();
  const take = async (name: string): Promise<boolean> => {
    if (taken.has(name)) return true;
    if (!(await linkOrCopy(join(inbox, name), join(staging, 'inbox', name)))) return false;
    taken.add(name);
    return true;
  };
  for (let tries = 1; ; tries++) {
    // Taken before the snapshot: what is read to its end meanwhile is gone from the inbox, but not from here.
    for (const name of await readdir(inbox).catch(() => [])) if (!name.endsWith('.part')) await take(name);
    await rm(staged, { force: true });
    await snapshot(join(folder, DATABASE_NAME), staged);
    await chmod(staged, 0o600);
    const { steps, waiting } = await withConnection(staged, { readOnly: false }, async (database) => {
      const all = (query: string): string[] =>
        database
          .prepare(query)
          .all()
          .map((row) => String(row['one']));
      return {
        steps: all('select name as one from kysely_migration order by name'),
        waiting: all('select inbox_id as one from inbox order by inbox_id'),
      };
    });
    let complete = true;
    for (const name of waiting) complete = (await take(name)) && complete;
    if (complete || tries === MOST_TRIES)
      return { steps, waiting: waiting.filter((name) => taken.has(name)) };
  }
}

/** @returns false where it is gone */
async function linkOrCopy(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch {
    // Another disk, or one that knows no links.
  }
  try {
    await copyFile(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function describe(staging: string, name: string): Promise<BackedUpFile> {
  const path = join(staging, name);
  const hash = createHash('sha256');
  for await (const piece of createFileBytes(path)) hash.update(piece);
  return { name, sizeBytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
