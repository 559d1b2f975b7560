/** Everything of a runner, gone: rows, files, and what deleted rows leave behind in the database's pages. */
import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { TABLE_NAMES } from '../schema/tables.ts';
import type { Database } from '../sqlite/open-database.ts';
import { inboxPending } from '../imports/inbox.ts';
import { StoreError } from '../store-error.ts';

export async function erase(db: Database, inboxFolder: string, runnerId: string): Promise<void> {
  const waiting = await inboxPending(db, inboxFolder, runnerId);
  await db.connection().execute(async (connection) => {
    // Deleted rows are overwritten with zeros: pain is nobody else's business.
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
  for (const { file } of waiting) await rm(file, { force: true });
  await giveBackSpace(db);
}

/** The write-ahead log still holds old pages; emptying it and shrinking the file has to wait for other readers. */
async function giveBackSpace(db: Database): Promise<void> {
  try {
    await sql`vacuum`.execute(db);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  } catch (error) {
    // They will do it when they close: the rows are gone for everyone already.
    if (!(error instanceof StoreError && error.code === 'busy')) throw error;
  }
}
