/**
 * Uploads between "received" and "read". An archive can be larger than memory, so it lies in the data folder as
 * a file: written, flushed, renamed, the folder flushed, and only then entered in the store. A file without an
 * entry was never acknowledged; it is swept away once nobody can still be writing it.
 */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { InboxFile } from '../history-store.ts';
import type { InboxTable } from '../schema/tables.ts';
import { type Database, durably } from '../sqlite/open-database.ts';
import { fromFileSystem } from '../store-error.ts';

/** Nobody writes one file for longer than this without a pause that would have ended it. Our choice. ms */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

export async function inboxAdd(
  db: Database,
  folder: string,
  runnerId: string,
  batchId: string,
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<InboxFile> {
  const id = randomUUID();
  const sizeBytes = await writeDurably(folder, id, bytes);
  const row = await durably(db, async (tx) => {
    const { last } = await tx
      .selectFrom('inbox')
      .select((eb) => eb.fn.coalesce(eb.fn.max('arrival'), eb.lit(-1)).as('last'))
      .where('runner_id', '=', runnerId)
      .executeTakeFirstOrThrow();
    const entry: InboxTable = {
      runner_id: runnerId,
      inbox_id: id,
      arrival: last + 1,
      batch_id: batchId,
      path,
      size_bytes: sizeBytes,
    };
    await tx.insertInto('inbox').values(entry).execute();
    return entry;
  });
  return inboxFile(folder, row);
}

export async function inboxPending(
  db: Database,
  folder: string,
  runnerId: string,
): Promise<readonly InboxFile[]> {
  const rows = await db
    .selectFrom('inbox')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .orderBy('arrival')
    .execute();
  return rows.map((row) => inboxFile(folder, row));
}

/** The entry goes first, with a flush that takes along every commit before it; only then the bytes. */
export async function inboxDone(db: Database, folder: string, runnerId: string, id: string): Promise<void> {
  const removed = await durably(db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('inbox')
      .where('runner_id', '=', runnerId)
      .where('inbox_id', '=', id)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  });
  if (removed) await rm(join(folder, id), { force: true });
}

/** Removes what was being received, or had been read, when a process ended. */
export async function sweep(db: Database, folder: string, nowMs: number): Promise<void> {
  const entries = await db.selectFrom('inbox').select('inbox_id').execute();
  const acknowledged = new Set(entries.map(({ inbox_id }) => inbox_id));
  for (const name of await readdir(folder)) {
    if (acknowledged.has(name)) continue;
    const file = join(folder, name);
    // Another process may remove it between the two calls.
    const written = await stat(file).catch(() => null);
    if (written !== null && nowMs - written.mtimeMs > ABANDONED_AFTER_MS) await rm(file, { force: true });
  }
}

async function writeDurably(
  folder: string,
  id: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<number> {
  const part = join(folder, `${id}.part`);
  let sizeBytes = 0;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
        await handle.writeFile(piece);
        sizeBytes += piece.length;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, join(folder, id));
    await syncFolder(folder);
    return sizeBytes;
  } catch (error) {
    await rm(part, { force: true });
    throw fromFileSystem(error, folder);
  }
}

/** Makes the new name itself survive a power cut. Windows cannot open a folder and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const inboxFile = (folder: string, row: InboxTable): InboxFile => ({
  id: row.inbox_id,
  batchId: row.batch_id,
  path: row.path,
  sizeBytes: row.size_bytes,
  file: join(folder, row.inbox_id),
});
