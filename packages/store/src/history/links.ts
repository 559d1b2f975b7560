/** From the entries of lists to the files they name, and back. */
import type { Work } from '../sqlite/open-database.ts';
import type { Grouped } from './regroup.ts';
import { LINKED_WITHIN_MS } from './same-run.ts';

/** When recordings start that are linked by name to one of these, within the day that a link may span. */
export async function linkedStarts(
  tx: Work,
  runnerId: string,
  recordings: readonly Grouped[],
): Promise<number[]> {
  const starts = new Set<number>();
  for (const { startAtMs, sourceId, listed, refersTo } of recordings) {
    const found = listed
      ? refersTo === null
        ? []
        : await fileStarts(tx, runnerId, refersTo)
      : await listStarts(tx, runnerId, sourceId);
    for (const start of found) if (Math.abs(start - startAtMs) <= LINKED_WITHIN_MS) starts.add(start);
  }
  return [...starts];
}

/** Starts of what the file of that name holds. */
async function fileStarts(tx: Work, runnerId: string, key: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('source_name')
    .innerJoin('recording', (join) =>
      join
        .onRef('recording.runner_id', '=', 'source_name.runner_id')
        .onRef('recording.source_id', '=', 'source_name.source_id'),
    )
    .select('recording.start_at_ms')
    .where('source_name.runner_id', '=', runnerId)
    .where('source_name.file_key', '=', key)
    .execute();
  return rows.map(({ start_at_ms }) => start_at_ms);
}

/** Starts of the lists' entries that name this source. */
async function listStarts(tx: Work, runnerId: string, sourceId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('source_name')
    .innerJoin('listing', (join) =>
      join
        .onRef('listing.runner_id', '=', 'source_name.runner_id')
        .onRef('listing.refers_to', '=', 'source_name.file_key'),
    )
    .innerJoin('recording', (join) =>
      join
        .onRef('recording.runner_id', '=', 'listing.runner_id')
        .onRef('recording.source_id', '=', 'listing.source_id')
        .onRef('recording.position', '=', 'listing.position'),
    )
    .select('recording.start_at_ms')
    .where('source_name.runner_id', '=', runnerId)
    .where('source_name.source_id', '=', sourceId)
    .execute();
  return rows.map(({ start_at_ms }) => start_at_ms);
}

/** The same recordings with the names of their files, where a list is among them that names one. */
export async function withNames(
  tx: Work,
  runnerId: string,
  recordings: readonly Grouped[],
): Promise<Grouped[]> {
  if (!recordings.some(({ refersTo }) => refersTo !== null)) return [...recordings];
  const files = new Set(recordings.filter(({ listed }) => !listed).map(({ sourceId }) => sourceId));
  if (files.size === 0) return [...recordings];
  const rows = await tx
    .selectFrom('source_name')
    .select(['source_id', 'file_key'])
    .where('runner_id', '=', runnerId)
    .where('source_id', 'in', [...files])
    .execute();
  return recordings.map((recording) => ({
    ...recording,
    names: recording.listed
      ? []
      : rows.filter(({ source_id }) => source_id === recording.sourceId).map(({ file_key }) => file_key),
  }));
}

/** A file came by this name. @returns whether that was not known */
export async function keepName(tx: Work, runnerId: string, sourceId: string, key: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('source_name')
    .values({ runner_id: runnerId, source_id: sourceId, file_key: key })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
