/** What a watched folder held when it was imported, so that a restart imports nothing again. */
import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

export interface WatchedTable {
  runner_id: string;
  folder: string;
  path: string;
  mark: string;
}

export async function watchedTable(db: Kysely<unknown>, { text, tableEnd }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('watched')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('folder', text, (c) => c.notNull())
    .addColumn('path', text, (c) => c.notNull())
    .addColumn('mark', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('watched_pk', ['runner_id', 'folder', 'path'])
    .modifyEnd(tableEnd)
    .execute();
}
