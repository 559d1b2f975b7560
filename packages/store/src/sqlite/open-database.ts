/** A connection to a SQLite file, set so that two processes and a `kill -9` do no harm. */
import { accessSync, type BigIntStats, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { type ControlledTransaction, Kysely, sql, type Transaction } from 'kysely';
import { fromFileSystem, fromSqlite, StoreError } from '../store-error.ts';
import { NodeSqliteDialect } from './dialect.ts';
import type { Tables } from '../schema/tables.ts';

/** SQLite itself waits for another process this long and holds everything up meanwhile; `dialect.ts` tries again. Our choice, ms. */
const BUSY_TIMEOUT_MS = 200;
/** Switching a new file to WAL is tried for so long, with pauses in which others are answered. Our choice, ms. */
const WAL_WITHIN_MS = 15_000;
const WAL_PAUSE_MS = 50;

/** Holds what questions over ten years read, and keeps an import in flat memory. Our choice. */
const CACHE_KB = 16_384;

/**
 * Pages of the log before it is written back, which waits for the disk: at SQLite's own 1,000 every 27th run of an
 * import would wait. 32 MB. Our choice.
 */
const LOG_PAGES = 8_000;

export type Database = Kysely<Tables>;
export type Work = Transaction<Tables> | ControlledTransaction<Tables>;

/** @param path a file, or `:memory:` */
export async function openDatabase(path: string): Promise<Database> {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(path, { timeout: 0 });
    await useWal(connection);
    connection.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
    // A commit then waits for the disk only in `durably`: killing the process loses nothing either way,
    // a power cut may lose what was committed last, never the soundness of the whole.
    connection.exec('pragma synchronous = normal');
    connection.exec(`pragma cache_size = ${-CACHE_KB}`);
    connection.exec(`pragma wal_autocheckpoint = ${LOG_PAGES}`);
  } catch (error) {
    connection?.close();
    throw notWritable(path) ?? fromSqlite(error, path);
  }
  const db: Database = new Kysely<Tables>({ dialect: new NodeSqliteDialect(connection, path) });
  const file = fileAt(path);
  if (file !== null) opened.set(db, { path, file });
  return db;
}

/** The file behind each connection, as it was when it was opened; none for one in memory. */
const opened = new WeakMap<Database, { readonly path: string; readonly file: BigIntStats }>();

const fileAt = (path: string): BigIntStats | null =>
  path === ':memory:' ? null : (statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null);

/** SQLite needs files beside the database, and says of a folder without that right only that it cannot open it. */
function notWritable(path: string): unknown {
  if (!existsSync(path)) return null;
  try {
    accessSync(dirname(path), constants.W_OK);
    accessSync(path, constants.W_OK);
    return null;
  } catch (error) {
    return fromFileSystem(error, path);
  }
}

/** A file that was deleted or replaced takes writes as before, and they are gone when the process ends. */
function checkStillThere(db: Database): void {
  const before = opened.get(db);
  if (before === undefined) return;
  const { path, file } = before;
  const now = fileAt(path);
  if (now?.ino !== file.ino || now.dev !== file.dev)
    throw new StoreError(
      'folder-unusable',
      `${path} was deleted or replaced while Kneewise was running, so nothing can be kept. Put it back, or start Kneewise again.`,
    );
}

/**
 * A transaction whose commit is on the disk when this returns, and with it all that was committed before.
 * @throws {StoreError} where the file is no longer where it was opened
 */
export async function durably<T>(db: Database, work: (tx: Work) => Promise<T>): Promise<T> {
  const result = await flushed(db, work);
  checkStillThere(db);
  return result;
}

const flushed = <T>(db: Database, work: (tx: Work) => Promise<T>): Promise<T> =>
  db.connection().execute(async (connection) => {
    await sql`pragma synchronous = full`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = normal`.execute(connection);
    }
  });

async function useWal(connection: DatabaseSync): Promise<void> {
  const until = performance.now() + WAL_WITHIN_MS;
  for (;;) {
    try {
      connection.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      const reason = fromSqlite(error, 'store');
      if (!(reason instanceof StoreError && reason.code === 'busy') || performance.now() > until) throw error;
      await setTimeout(WAL_PAUSE_MS);
    }
  }
}
