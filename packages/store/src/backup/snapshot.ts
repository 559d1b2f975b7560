/** The database as it is at one moment, as a file of its own, while others read and write it. */
import { existsSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { fromSqlite, StoreError } from '../store-error.ts';

/** All pages in one step: what is written meanwhile waits in the log, and nothing has to begin anew. */
const ALL_PAGES = 2 ** 31 - 1;
/** Another process may hold the database for one file's time. Our choice. ms */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 50;

/** @throws {StoreError} where there is none, or it cannot be read */
export async function snapshot(database: string, into: string): Promise<void> {
  if (!existsSync(database))
    throw new StoreError('folder-unusable', `There is no history here: ${database} does not exist.`);
  await withConnection(database, { readOnly: true }, (source) => copyPages(source, into, database));
}

/**
 * The pages of `from` in place of those of `database`, in one transaction: whoever has it open sees one or the other,
 * and a process that is killed meanwhile leaves the old ones.
 */
export async function overwrite(database: string, from: string): Promise<void> {
  await withConnection(from, { readOnly: false }, async (source) => {
    await unlocked(database);
    await copyPages(source, database, database);
  });
  await withConnection(database, { readOnly: false }, async (target) => {
    target.exec('pragma synchronous = full; pragma wal_checkpoint(truncate)');
  });
}

async function copyPages(source: DatabaseSync, into: string, place: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await backup(source, into, { rate: ALL_PAGES });
      return;
    } catch (error) {
      // Where the target is locked, Node reports an error that SQLite says is none.
      const locked = error instanceof Error && 'errcode' in error && error.errcode === 0;
      if (!locked || performance.now() > until) throw locked ? busy(place, error) : fromSqlite(error, place);
      await setTimeout(PAUSE_MS);
    }
  }
}

/** Waits until nobody writes. */
async function unlocked(database: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await withConnection(database, { readOnly: false }, async (target) => {
        target.exec('begin immediate; rollback');
      });
      return;
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'busy') || performance.now() > until) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

const busy = (place: string, cause: unknown): StoreError =>
  new StoreError(
    'busy',
    `Another program has kept ${place} busy for too long. Try again in a moment.`,
    cause,
  );

export async function withConnection<T>(
  path: string,
  options: { readonly readOnly: boolean },
  work: (connection: DatabaseSync) => Promise<T>,
): Promise<T> {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(path, { ...options, timeout: 0 });
    return await work(connection);
  } catch (error) {
    throw fromSqlite(error, path);
  } finally {
    connection?.close();
  }
}
