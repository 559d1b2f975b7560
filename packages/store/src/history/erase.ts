/** Everything of a runner, gone: rows, files, and what deleted rows leave behind in the database's pages. */
import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { inboxPending } from '../imports/inbox.ts';
import { TABLE_NAMES } from '../schema/tables.ts';
import type { Database } from '../sqlite/open-database.ts';
import { StoreError } from '../store-error.ts';

export async function erase(db: Database, inboxFolder: string, runnerId: string): Promise<void> {
  const waiting = await inboxPending(db, inboxFolder, runnerId);
  await eraseRows(db, runnerId);
  for (const { file } of waiting) await rm(file, { force: true });
  await giveBackSpace(db);
}

/** Deleted rows are overwritten with zeros, whatever becomes of the pages: pain is nobody else's business. */
export const eraseRows = (db: Database, runnerId: string): Promise<void> =>
  db.connection().execute(async (connection) => {
    await sql`pragma secure_delete = on`.execute(connection);
    await sql`pragma synchronous = full`.execute(connection);
    try {
      await connection.transaction().execute(async (tx) => {
        for (const table of TABLE_NAMES) {
          await tx.deleteFrom(table).where('runner_id', '=', runnerId).execute();
        }
      });
    } finally {
      await sql`pragma synchronous = normal`.execute(connection);
      await sql`pragma secure_delete = off`.execute(connection);
    }
  });

/** The write-ahead log still holds old pages: it is emptied, and the file shrunk, unless others are at work. */
const giveBackSpace = (db: Database): Promise<void> =>
  db.connection().execute(async (connection) => {
    try {
      await sql`vacuum`.execute(connection);
      await sql`pragma wal_checkpoint(truncate)`.execute(connection);
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'busy')) throw error;
    }
  });
