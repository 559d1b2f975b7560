/** Imports, remembered so that one cut short can be taken up again and one that is done can be looked at. */
import { randomUUID } from 'node:crypto';
import type { Refusal } from '@kneewise/formats';
import type { Batch, BatchRow, BatchState, Outcome } from '../history-store.ts';
import type { ImportBatchTable } from '../schema/tables.ts';
import type { Database } from '../sqlite/open-database.ts';
import { outcomeOf, writeRow } from './outcome-rows.ts';

/** So many activities are looked up at once; a page of an import is never larger. Our choice. */
const LARGEST_PAGE_ROWS = 1000;

export async function createBatch(
  db: Database,
  runnerId: string,
  { label, filesFound, nowMs }: { label: string; filesFound: number; nowMs: number },
): Promise<Batch> {
  const row: ImportBatchTable = {
    runner_id: runnerId,
    batch_id: randomUUID(),
    label,
    state: 'receiving',
    created_at_ms: Math.round(nowMs),
    files_found: filesFound,
  };
  await db.insertInto('import_batch').values(row).execute();
  return withCounts(db, runnerId, row);
}

/** @throws {RangeError} where there is no such batch */
export async function updateBatch(
  db: Database,
  runnerId: string,
  id: string,
  change: { readonly state?: BatchState; readonly filesFound?: number; readonly label?: string },
): Promise<Batch> {
  const columns = {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.filesFound === undefined ? {} : { files_found: change.filesFound }),
    ...(change.label === undefined ? {} : { label: change.label }),
  };
  if (Object.keys(columns).length > 0) {
    await db
      .updateTable('import_batch')
      .set(columns)
      .where('runner_id', '=', runnerId)
      .where('batch_id', '=', id)
      .execute();
  }
  const updated = await batch(db, runnerId, id);
  if (updated === null) throw new RangeError(`id must be of a batch of this runner, got ${id}`);
  return updated;
}

export async function batch(db: Database, runnerId: string, id: string): Promise<Batch | null> {
  const row = await db
    .selectFrom('import_batch')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .where('batch_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : withCounts(db, runnerId, row);
}

export async function unfinishedBatches(db: Database, runnerId: string): Promise<readonly Batch[]> {
  const rows = await db
    .selectFrom('import_batch')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .where('state', 'in', ['receiving', 'reading'])
    .orderBy('created_at_ms')
    .orderBy('batch_id')
    .execute();
  return Promise.all(rows.map((row) => withCounts(db, runnerId, row)));
}

export async function rowsFrom(
  db: Database,
  runnerId: string,
  id: string,
  from: number,
  limit: number,
): Promise<{ rows: readonly BatchRow[]; nextRow: number }> {
  const rows = await db
    .selectFrom('import_file')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .where('batch_id', '=', id)
    .where('row', '>=', from)
    .orderBy('row')
    .limit(Math.min(limit, LARGEST_PAGE_ROWS))
    .execute();
  const outcomes = rows.map(outcomeOf);
  const firsts = outcomes.flatMap(({ activityIds }) => activityIds.slice(0, 1));
  const activities = new Map<string, Omit<BatchRow, keyof Outcome>>();
  if (firsts.length > 0) {
    const found = await db
      .selectFrom('recording')
      .select(['activity_id', 'sport', 'distance_m', 'start_at_ms', 'utc_offset_min'])
      .where('runner_id', '=', runnerId)
      .where('used', '=', 1)
      .where('activity_id', 'in', firsts)
      .execute();
    for (const { activity_id, sport, distance_m, start_at_ms, utc_offset_min } of found) {
      activities.set(activity_id, {
        sport,
        distanceM: distance_m,
        startAtMs: start_at_ms,
        utcOffsetMin: utc_offset_min,
      });
    }
  }
  const nothing = { sport: null, distanceM: null, startAtMs: null, utcOffsetMin: null };
  return {
    rows: outcomes.map((outcome) =>
      Object.assign({}, outcome, activities.get(outcome.activityIds[0] ?? '') ?? nothing),
    ),
    nextRow: (rows.at(-1)?.row ?? from - 1) + 1,
  };
}

/** See `BatchStore.recordRefusal`. */
export const recordRefusal = (
  db: Database,
  runnerId: string,
  batchId: string,
  path: string,
  refusal: Refusal,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('import_file')
      .select('refusal')
      .where('runner_id', '=', runnerId)
      .where('batch_id', '=', batchId)
      .where('path', '=', path)
      .where('content_hash', 'is', null)
      .execute();
    const text = JSON.stringify(refusal);
    if (rows.some((row) => row.refusal === text)) return;
    await writeRow(tx, runnerId, batchId, null, {
      path,
      outcome: 'refused',
      activityIds: [],
      warnings: [],
      refusal,
      duplicateOf: null,
    });
  });

/** See `BatchStore.recordOthers`. */
export const recordOthers = (
  db: Database,
  runnerId: string,
  batchId: string,
  files: readonly { readonly path: string; readonly refusal: Refusal }[],
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const there = await tx
      .selectFrom('import_file')
      .select('path')
      .where('runner_id', '=', runnerId)
      .where('batch_id', '=', batchId)
      .where('content_hash', 'is', null)
      .where(
        'path',
        'in',
        files.map(({ path }) => path),
      )
      .execute();
    const known = new Set(there.map(({ path }) => path));
    const fresh = files.filter(({ path }) => !known.has(path));
    if (fresh.length === 0) return;
    const { last } = await tx
      .selectFrom('import_file')
      .select((eb) => eb.fn.coalesce(eb.fn.max('row'), eb.lit(-1)).as('last'))
      .where('runner_id', '=', runnerId)
      .where('batch_id', '=', batchId)
      .executeTakeFirstOrThrow();
    const nothing = { content_hash: null, activity_ids: '[]', warnings: '[]', duplicate_of: null };
    await tx
      .insertInto('import_file')
      .values(
        fresh.map(({ path, refusal }, i) =>
          Object.assign({}, nothing, {
            runner_id: runnerId,
            batch_id: batchId,
            row: last + 1 + i,
            path,
            outcome: 'other' as const,
            refusal: JSON.stringify(refusal),
          }),
        ),
      )
      .execute();
  });

export async function withCounts(db: Database, runnerId: string, row: ImportBatchTable): Promise<Batch> {
  const counts = await db
    .selectFrom('import_file')
    .select(['outcome', ({ fn }) => fn.countAll<number>().as('files')])
    .where('runner_id', '=', runnerId)
    .where('batch_id', '=', row.batch_id)
    .groupBy('outcome')
    .execute();
  const filesOf = (outcome: string): number => counts.find((count) => count.outcome === outcome)?.files ?? 0;
  return {
    id: row.batch_id,
    label: row.label,
    state: row.state,
    createdAtMs: row.created_at_ms,
    filesFound: row.files_found,
    filesDone: counts.reduce((sum, { files }) => sum + files, 0),
    added: filesOf('added'),
    duplicates: filesOf('duplicate'),
    others: filesOf('other'),
    refused: filesOf('refused'),
  };
}
