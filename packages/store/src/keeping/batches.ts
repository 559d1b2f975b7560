import type { Batch } from '../history-store.ts';
import { withCounts } from '../imports/batches.ts';
import type { Database } from '../sqlite/open-database.ts';

/** Newest first. */
export async function batches(db: Database, runnerId: string, limit: number): Promise<readonly Batch[]> {
  const rows = await db
    .selectFrom('import_batch')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .orderBy('created_at_ms', 'desc')
    .orderBy('batch_id')
    .limit(limit)
    .execute();
  return Promise.all(rows.map((row) => withCounts(db, runnerId, row)));
}
