/**
 * After an import was undone: what rows of other imports say about files that are still here. An earlier import's
 * outcome stands; in a later one the file that was a duplicate of what is gone is now the one that brought the run.
 */
import { activitiesOf } from '../history/follow-moved.ts';
import type { ImportFileTable } from '../schema/tables.ts';
import type { Work } from '../sqlite/open-database.ts';

const RUNNING = 'running';

/** @param undoneAtMs when the undone import was begun */
export async function restateRows(
  tx: Work,
  runnerId: string,
  sourceIds: readonly string[],
  undoneAtMs: number,
): Promise<void> {
  for (const sourceId of sourceIds) await restate(tx, runnerId, sourceId, undoneAtMs);
}

type Row = Pick<ImportFileTable, 'batch_id' | 'row' | 'path' | 'outcome' | 'activity_ids' | 'duplicate_of'>;

async function restate(tx: Work, runnerId: string, sourceId: string, undoneAtMs: number): Promise<void> {
  const source = await tx
    .selectFrom('source')
    .select(['content_hash', 'arrival', 'path', 'outcome'])
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  const rows = await tx
    .selectFrom('import_file')
    .innerJoin('import_batch', (join) =>
      join
        .onRef('import_batch.runner_id', '=', 'import_file.runner_id')
        .onRef('import_batch.batch_id', '=', 'import_file.batch_id'),
    )
    .select([
      'import_file.batch_id',
      'import_file.row',
      'import_file.path',
      'import_file.outcome',
      'import_file.activity_ids',
      'import_file.duplicate_of',
      'import_batch.created_at_ms',
    ])
    .where('import_file.runner_id', '=', runnerId)
    .where('import_file.content_hash', '=', source.content_hash)
    .orderBy('import_batch.created_at_ms')
    .orderBy('import_file.batch_id')
    .orderBy('import_file.row')
    .execute();
  // A row without a batch (tests, older stores) is nobody's to restate.
  const [bringing, ...others] = rows;
  if (bringing === undefined) return;
  const activities = await activitiesOf(tx, runnerId, sourceId);
  const activityIds = JSON.stringify(activities);
  const write = async (row: Row, change: Partial<Row>): Promise<void> => {
    const changed = { activity_ids: activityIds, ...change };
    if (Object.entries(changed).every(([column, value]) => row[column as keyof Row] === value)) return;
    await tx
      .updateTable('import_file')
      .set(changed)
      .where('runner_id', '=', runnerId)
      .where('batch_id', '=', row.batch_id)
      .where('row', '=', row.row)
      .execute();
  };
  if (source.outcome !== 'refused') {
    const restated: Partial<Pick<Row, 'outcome' | 'duplicate_of'>> =
      bringing.created_at_ms < undoneAtMs ? {} : await outcomeNow(tx, runnerId, source.arrival, activities);
    await write(bringing, restated);
    for (const row of others) {
      if (row.outcome === 'refused') continue;
      await write(row, row.outcome === 'duplicate' ? { duplicate_of: bringing.path } : {});
    }
    await tx
      .updateTable('source')
      .set({ path: bringing.path, ...(restated.outcome === undefined ? {} : { outcome: restated.outcome }) })
      .where('runner_id', '=', runnerId)
      .where('source_id', '=', sourceId)
      .execute();
  } else if (source.path !== bringing.path)
    await tx
      .updateTable('source')
      .set({ path: bringing.path })
      .where('runner_id', '=', runnerId)
      .where('source_id', '=', sourceId)
      .execute();
}

async function outcomeNow(
  tx: Work,
  runnerId: string,
  arrival: number,
  activities: readonly string[],
): Promise<Pick<Row, 'outcome' | 'duplicate_of'>> {
  let isNewRun = false;
  let isNew = false;
  let first: { arrival: number; path: string } | null = null;
  for (const activityId of activities) {
    const members = await tx
      .selectFrom('recording')
      .innerJoin('source', (join) =>
        join
          .onRef('source.runner_id', '=', 'recording.runner_id')
          .onRef('source.source_id', '=', 'recording.source_id'),
      )
      .select(['recording.source_id', 'recording.sport', 'source.arrival', 'source.path'])
      .where('recording.runner_id', '=', runnerId)
      .where('recording.activity_id', '=', activityId)
      .execute();
    const earlier = members.filter((member) => member.arrival < arrival);
    const isRun = ({ sport }: { sport: string }): boolean => sport === RUNNING;
    isNewRun ||= members.some(isRun) && !earlier.some(isRun);
    isNew ||= earlier.length === 0;
    for (const member of earlier)
      if (first === null || member.arrival < first.arrival)
        first = { arrival: member.arrival, path: member.path };
  }
  const outcome = isNewRun ? 'added' : isNew ? 'other' : 'duplicate';
  return { outcome, duplicate_of: outcome === 'duplicate' ? (first?.path ?? null) : null };
}
