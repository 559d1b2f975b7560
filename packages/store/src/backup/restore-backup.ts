/**
 * Everything back from a backup. All of it is read, checked and brought to today's tables beside the history before
 * that is touched; then one transaction takes its place. Killed at any moment, the folder holds the old history whole
 * or the new one whole.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openZip, type OpenZip, SourceDamage } from '@kneewise/formats/open-zip';
import { SQLITE_TYPES } from '../schema/column-types.ts';
import { migrate } from '../schema/migrate.ts';
import { migrations } from '../schema/migrations.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { fromFileSystem, StoreError } from '../store-error.ts';
import {
  damaged,
  DATABASE_NAME,
  INBOX_PREFIX,
  type Manifest,
  MANIFEST_NAME,
  notABackup,
  parseManifest,
} from './manifest.ts';
import { overwrite, withConnection } from './snapshot.ts';

export interface Restored {
  readonly madeAtMs: number;
  /** Where a history that could not be opened was moved to; null where there was none such. */
  readonly movedAside: string | null;
}

/** A list of contents longer than this is none of ours. */
const LARGEST_MANIFEST_BYTES = 64 * 1024 * 1024;

/**
 * @param folder the data folder; made where it is new
 * @param replace a history that is there already may be replaced
 * @throws {StoreError} and nothing is changed: `not-a-backup`, `damaged-backup`, `newer-backup`, `not-empty`, `busy`, …
 */
export async function restoreBackup(
  folder: string,
  file: string,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<Restored> {
  const database = join(folder, DATABASE_NAME);
  const staging = join(folder, 'scratch', `restore-${randomUUID()}`);
  try {
    const zip = await openBackup(file);
    try {
      const manifest = await manifestOf(zip, file);
      if (!replace && (await holdsSomething(database)))
        throw new StoreError(
          'not-empty',
          `${folder} already holds a history, which restoring would replace. Say so with --replace, or name another folder with --data.`,
        );
      await mkdir(join(staging, 'inbox'), { recursive: true, mode: 0o700 });
      for (const { name, sha256, sizeBytes } of manifest.files)
        if ((await unpack(zip, file, name, join(staging, name))) !== `${sha256} ${sizeBytes}`)
          throw damaged(file);
      await bringUpToDate(join(staging, DATABASE_NAME), file);
      const movedAside = await takePlace(folder, staging, manifest);
      return { madeAtMs: manifest.madeAtMs, movedAside };
    } finally {
      await zip.close();
    }
  } catch (error) {
    throw fromFileSystem(error, folder);
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function openBackup(file: string): Promise<OpenZip> {
  let zip: OpenZip | null;
  try {
    zip = await openZip(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'it is no file';
    throw new StoreError('not-a-backup', `${file} cannot be opened (${code}).`, error);
  }
  if (zip === null) throw await noZip(file);
  if (!zip.entries.some(({ name }) => name === MANIFEST_NAME)) {
    await zip.close();
    throw notABackup(file);
  }
  return zip;
}

/** A zip that is cut short has lost its list of contents, but still begins as one of ours. */
async function noZip(file: string): Promise<StoreError> {
  const handle = await open(file, 'r');
  try {
    const start = Buffer.alloc(256);
    await handle.read(start, 0, start.length, 0);
    return start.includes('A backup of Kneewise') ? damaged(file) : notABackup(file);
  } finally {
    await handle.close();
  }
}

async function manifestOf(zip: OpenZip, file: string): Promise<Manifest> {
  const size = zip.entries.find(({ name }) => name === MANIFEST_NAME)?.sizeBytes ?? 0;
  if (size > LARGEST_MANIFEST_BYTES) throw notABackup(file);
  const pieces: Uint8Array[] = [];
  await reading(file, async () => {
    for await (const piece of zip.bytes(MANIFEST_NAME)) pieces.push(piece);
  });
  const manifest = parseManifest(
    Buffer.concat(pieces).toString('utf8'),
    file,
    Object.keys(migrations(SQLITE_TYPES)),
  );
  const there = new Set(zip.entries.map(({ name }) => name));
  if (!manifest.files.every(({ name }) => there.has(name))) throw damaged(file);
  return manifest;
}

/** What breaks while the backup itself is read is the backup's damage; what breaks on our disk is not. */
async function reading<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceDamage) throw damaged(file, error);
    throw error;
  }
}

/** @returns its SHA-256 and size */
async function unpack(zip: OpenZip, file: string, name: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(to, 'wx', 0o600);
  let sizeBytes = 0;
  try {
    await reading(file, async () => {
      for await (const piece of zip.bytes(name)) {
        hash.update(piece);
        sizeBytes += piece.length;
        await handle.writeFile(piece);
      }
    });
    await handle.sync();
  } finally {
    await handle.close();
  }
  return `${hash.digest('hex')} ${sizeBytes}`;
}

/** A backup of an older Kneewise is changed as its history would have been. */
async function bringUpToDate(database: string, file: string): Promise<void> {
  await withConnection(database, { readOnly: false }, async (connection) => {
    const found = connection.prepare('pragma quick_check').get()?.['quick_check'];
    if (found !== 'ok') throw damaged(file);
  });
  const db = await openDatabase(database);
  try {
    await migrate(db, SQLITE_TYPES, file);
  } finally {
    await db.destroy();
  }
}

/** Any row of any table; what cannot be read counts as something. */
async function holdsSomething(database: string): Promise<boolean> {
  if (!existsSync(database)) return false;
  try {
    return await withConnection(database, { readOnly: false }, async (connection) =>
      connection
        .prepare(
          `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`,
        )
        .all()
        .some(
          ({ name }) => connection.prepare(`select 1 from "${String(name)}" limit 1`).get() !== undefined,
        ),
    );
  } catch (error) {
    if (error instanceof StoreError && error.code === 'busy') throw error;
    return true;
  }
}

/** @returns where the old database was moved to, where it could not be written over */
async function takePlace(folder: string, staging: string, manifest: Manifest): Promise<string | null> {
  const database = join(folder, DATABASE_NAME);
  const staged = join(staging, DATABASE_NAME);
  const inbox = join(folder, 'inbox');
  await mkdir(inbox, { recursive: true, mode: 0o700 });
  const before = await waitingIn(database);
  // Without an entry in the database they mean nothing yet, and are swept away should this go no further.
  const brought = new Set<string>();
  for (const { name } of manifest.files) {
    if (!name.startsWith(INBOX_PREFIX)) continue;
    const id = name.slice(INBOX_PREFIX.length);
    await rename(join(staging, name), join(inbox, id));
    brought.add(id);
  }
  await syncFolder(inbox);
  const movedAside = await replaceDatabase(database, staged);
  await syncFolder(folder);
  for (const id of before) if (!brought.has(id)) await rm(join(inbox, id), { force: true });
  return movedAside;
}

async function replaceDatabase(database: string, staged: string): Promise<string | null> {
  if (!existsSync(database)) {
    await rename(staged, database);
    return null;
  }
  try {
    await overwrite(database, staged);
    return null;
  } catch (error) {
    const hopeless =
      error instanceof StoreError && (error.code === 'damaged' || error.code === 'not-a-store');
    if (!hopeless) throw error;
  }
  // Its log belongs to it and must not be taken for the new one's.
  const aside = `${database}.damaged-${randomUUID().slice(0, 8)}`;
  for (const end of ['-wal', '-shm', ''])
    if (existsSync(`${database}${end}`)) await rename(`${database}${end}`, `${aside}${end}`);
  await rename(staged, database);
  return aside;
}

async function waitingIn(database: string): Promise<string[]> {
  if (!existsSync(database)) return [];
  try {
    return await withConnection(database, { readOnly: false }, async (connection) =>
      connection
        .prepare('select inbox_id from inbox')
        .all()
        .map((row) => String(row['inbox_id'])),
    );
  } catch {
    return [];
  }
}

/** Makes new names survive a power cut. Windows cannot open a folder and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
