/** The rows of an import: what became of each file, in the order it was found out. */
import type { Refusal, Warning } from '@kneewise/formats';
import type { FileInBatch, Outcome } from '../history-store.ts';
import type { ImportFileTable } from '../schema/tables.ts';
import type { Work } from '../sqlite/open-database.ts';

export const outcomeOf = (
  row: Pick<ImportFileTable, 'path' | 'outcome' | 'activity_ids' | 'warnings' | 'refusal' | 'duplicate_of'>,
): Outcome => ({
  path: row.path,
  outcome: row.outcome,
  activityIds: JSON.parse(row.activity_ids) as string[],
  warnings: JSON.parse(row.warnings) as Warning[],
  refusal: row.refusal === null ? null : (JSON.parse(row.refusal) as Refusal),
  duplicateOf: row.duplicate_of,
});

/** What the same file of the same batch came to before, if it did. */
export async function rowOf(tx: Work, runnerId: string, file: FileInBatch): Promise<Outcome | null> {
  const row = await tx
    .selectFrom('import_file')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .where('batch_id', '=', file.batchId)
    .where('path', '=', file.path)
    .where('content_hash', '=', file.contentHash)
    .executeTakeFirst();
  return row === undefined ? null : outcomeOf(row);
}

/**
 * One row a file: a refused file that can be read after all changes its row.
 * @param contentHash null for what never became a source
 */
export async function writeRow(
  tx: Work,
  runnerId: string,
  batchId: string,
  contentHash: string | null,
  outcome: Outcome,
): Promise<void> {
  const columns = {
    outcome: outcome.outcome,
    activity_ids: JSON.stringify(outcome.activityIds),
    warnings: JSON.stringify(outcome.warnings),
    refusal: outcome.refusal === null ? null : JSON.stringify(outcome.refusal),
    duplicate_of: outcome.duplicateOf,
  };
  const { numUpdatedRows } = await tx
    .updateTable('import_file')
    .set(columns)
    .where('runner_id', '=', runnerId)
    .where('batch_id', '=', batchId)
    .where('path', '=', outcome.path)
    .where('content_hash', '=', contentHash)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  const { last } = await tx
    .selectFrom('import_file')
    .select((eb) => eb.fn.coalesce(eb.fn.max('row'), eb.lit(-1)).as('last'))
    .where('runner_id', '=', runnerId)
    .where('batch_id', '=', batchId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('import_file')
    .values({
      runner_id: runnerId,
      batch_id: batchId,
      row: last + 1,
      path: outcome.path,
      content_hash: contentHash,
      ...columns,
    })
    .execute();
}
