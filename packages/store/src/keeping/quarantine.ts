/** Refused files: their bytes are kept, so that they can be looked at, read again by a later reader, or removed. */
import type { Refusal } from '@kneewise/formats';
import { readerName } from '../history/add-source.ts';
import type { Quarantined } from '../keeping-store.ts';
import { byKey } from './portions.ts';
import { type Database, durably } from '../sqlite/open-database.ts';

/** By path. */
export async function quarantine(db: Database, runnerId: string): Promise<readonly Quarantined[]> {
  const sources = await db
    .selectFrom('source')
    .select(['source_id', 'path', 'size_bytes', 'content_hash', 'refusal', 'refused_by'])
    .where('runner_id', '=', runnerId)
    .where('refusal', 'is not', null)
    .orderBy('path')
    .orderBy('arrival')
    .execute();
  const met = await db
    .selectFrom('import_file')
    .innerJoin('import_batch', (join) =>
      join
        .onRef('import_batch.runner_id', '=', 'import_file.runner_id')
        .onRef('import_batch.batch_id', '=', 'import_file.batch_id'),
    )
    .innerJoin('source', (join) =>
      join
        .onRef('source.runner_id', '=', 'import_file.runner_id')
        .onRef('source.content_hash', '=', 'import_file.content_hash'),
    )
    .select([
      'source.source_id',
      'import_file.batch_id as batchId',
      'import_file.path',
      'import_batch.created_at_ms as atMs',
    ])
    .where('import_file.runner_id', '=', runnerId)
    .where('source.refusal', 'is not', null)
    .orderBy('import_batch.created_at_ms')
    .orderBy('import_file.row')
    .execute();
  const metBySource = byKey(met, ({ source_id }) => source_id);
  return sources.map((source) => ({
    id: source.source_id,
    path: source.path,
    sizeBytes: source.size_bytes,
    contentHash: source.content_hash,
    refusal: JSON.parse(source.refusal ?? 'null') as Refusal,
    met: (metBySource.get(source.source_id) ?? []).map(({ batchId, path, atMs }) => ({
      batchId,
      path,
      atMs,
    })),
    readerChanged: source.refused_by !== readerName,
  }));
}

/** Its rows go too, and their imports count them no longer. @returns whether it was there and refused */
export const removeQuarantined = (db: Database, runnerId: string, sourceId: string): Promise<boolean> =>
  durably(db, async (tx) => {
    const source = await tx
      .selectFrom('source')
      .select('content_hash')
      .where('runner_id', '=', runnerId)
      .where('source_id', '=', sourceId)
      .where('refusal', 'is not', null)
      .executeTakeFirst();
    if (source === undefined) return false;
    const rows = await tx
      .selectFrom('import_file')
      .select(['batch_id', 'row'])
      .where('runner_id', '=', runnerId)
      .where('content_hash', '=', source.content_hash)
      .execute();
    for (const { batch_id, row } of rows) {
      await tx
        .deleteFrom('import_file')
        .where('runner_id', '=', runnerId)
        .where('batch_id', '=', batch_id)
        .where('row', '=', row)
        .execute();
      await tx
        .updateTable('import_batch')
        .set((eb) => ({ files_found: eb.fn<number>('max', [eb.lit(0), eb('files_found', '-', 1)]) }))
        .where('runner_id', '=', runnerId)
        .where('batch_id', '=', batch_id)
        .execute();
    }
    for (const table of ['source_name', 'original_chunk', 'source'] as const)
      await tx
        .deleteFrom(table)
        .where('runner_id', '=', runnerId)
        .where('source_id', '=', sourceId)
        .execute();
    return true;
  });
