/**
 * Takes an import back: files that only it brought go, with their recordings, tracks and bytes. Activities that
 * another file tells of stay and speak through that one. What the runner said is never taken back: an answer stays
 * with the recording it was about, else with its activity, else without a run, and finds back to its recording
 * should that come again.
 */
import type { Undone } from '../keeping-store.ts';
import { LISTING_TABLE_NAMES } from '../schema/listing-tables.ts';
import { batch as readBatch } from '../imports/batches.ts';
import { type Database, durably, type Work } from '../sqlite/open-database.ts';
import { type Grouped, regroupAround, withinReach } from '../history/regroup.ts';
import { richerFirst } from '../history/same-run.ts';
import { leadAnswersHome } from './answers-home.ts';
import { namesOnlyHere, sourcesOf } from './of-batch.ts';
import { byKey, inPortions } from './portions.ts';
import { restateRows } from './restate-rows.ts';

/** @throws {RangeError} while the import is under way */
export async function undoBatch(db: Database, runnerId: string, batchId: string): Promise<Undone | null> {
  const counts = await durably(db, async (tx) => {
    const found = await tx
      .selectFrom('import_batch')
      .select(['state', 'created_at_ms'])
      .where('runner_id', '=', runnerId)
      .where('batch_id', '=', batchId)
      .executeTakeFirst();
    if (found === undefined) return null;
    if (found.state === 'receiving' || found.state === 'reading')
      throw new RangeError(`batch must be over, got one that is ${found.state}`);
    return takeBack(tx, runnerId, batchId, found.created_at_ms);
  });
  const batch = counts === null ? null : await readBatch(db, runnerId, batchId);
  return counts === null || batch === null ? null : { ...counts, batch };
}

async function takeBack(
  tx: Work,
  runnerId: string,
  batchId: string,
  createdAtMs: number,
): Promise<Omit<Undone, 'batch'>> {
  const { gone, shared } = await sourcesOf(tx, runnerId, batchId);
  const lostNames = await namesOnlyHere(tx, runnerId, batchId, shared);
  const around = await aroundSources(tx, runnerId, gone, [...lostNames.keys()]);
  await deleteSources(tx, runnerId, gone);
  for (const [sourceId, names] of lostNames) await forgetNames(tx, runnerId, sourceId, names);
  await tx
    .deleteFrom('import_file')
    .where('runner_id', '=', runnerId)
    .where('batch_id', '=', batchId)
    .execute();
  await regroupRest(tx, runnerId, around.rest);
  await tx
    .updateTable('import_batch')
    .set({ state: 'undone' })
    .where('runner_id', '=', runnerId)
    .where('batch_id', '=', batchId)
    .execute();
  const touched = new Set([...shared, ...around.rest.map(({ sourceId }) => sourceId)]);
  await restateRows(tx, runnerId, [...touched], createdAtMs);
  const answersWithoutRun = await leadAnswersHome(tx, runnerId, around.activityIds);
  const kept = await stillThere(tx, runnerId, around.goneActivityIds);
  return {
    filesGone: gone.length,
    activitiesGone: around.goneActivityIds.length - kept,
    activitiesKept: kept,
    answersWithoutRun,
  };
}

async function forgetNames(
  tx: Work,
  runnerId: string,
  sourceId: string,
  names: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('source_name')
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', sourceId)
    .where('file_key', 'in', names)
    .execute();
}

interface Around {
  /** Recordings linked to those that go, without those. */
  readonly rest: readonly Grouped[];
  /** Activities of any of them. */
  readonly activityIds: readonly string[];
  /** Activities that a recording which goes belongs to. */
  readonly goneActivityIds: readonly string[];
}

/** What may group anew once these sources are gone, and others known by fewer names. */
async function aroundSources(
  tx: Work,
  runnerId: string,
  gone: readonly string[],
  renamed: readonly string[],
): Promise<Around> {
  const starts = new Set<number>();
  const goneActivityIds = new Set<string>();
  const isGone = new Set(gone);
  for (const portion of inPortions([...gone, ...renamed])) {
    const rows = await tx
      .selectFrom('recording')
      .select(['source_id', 'start_at_ms', 'activity_id'])
      .where('runner_id', '=', runnerId)
      .where('source_id', 'in', portion)
      .execute();
    for (const row of rows) {
      starts.add(row.start_at_ms);
      if (isGone.has(row.source_id)) goneActivityIds.add(row.activity_id);
    }
  }
  const rest = new Map<string, Grouped>();
  const activityIds = new Set(goneActivityIds);
  for (const start of starts)
    for (const member of await withinReach(tx, runnerId, start)) {
      activityIds.add(member.activityId);
      if (!isGone.has(member.sourceId)) rest.set(`${member.sourceId} ${member.position}`, member);
    }
  return { rest: [...rest.values()], activityIds: [...activityIds], goneActivityIds: [...goneActivityIds] };
}

/** Children before parents. */
const OF_A_SOURCE = [...LISTING_TABLE_NAMES, 'track', 'recording', 'original_chunk', 'source'] as const;

async function deleteSources(tx: Work, runnerId: string, gone: readonly string[]): Promise<void> {
  for (const portion of inPortions(gone))
    for (const table of OF_A_SOURCE)
      await tx
        .deleteFrom(table)
        .where('runner_id', '=', runnerId)
        .where('source_id', 'in', portion)
        .execute();
}

async function regroupRest(tx: Work, runnerId: string, rest: readonly Grouped[]): Promise<void> {
  // Where the one that spoke is gone the richest left speaks, so that the activity keeps its id.
  for (const members of byKey(rest, ({ activityId }) => activityId).values()) {
    const [richest] = members.toSorted(richerFirst);
    if (richest === undefined || members.some(({ used }) => used)) continue;
    await tx
      .updateTable('recording')
      .set({ used: 1 })
      .where('runner_id', '=', runnerId)
      .where('source_id', '=', richest.sourceId)
      .where('position', '=', richest.position)
      .execute();
  }
  for (const start of new Set(rest.map(({ startAtMs }) => startAtMs)))
    await regroupAround(tx, runnerId, start);
}

async function stillThere(tx: Work, runnerId: string, activityIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const portion of inPortions(activityIds)) {
    const found = await tx
      .selectFrom('recording')
      .select('activity_id')
      .distinct()
      .where('runner_id', '=', runnerId)
      .where('activity_id', 'in', portion)
      .execute();
    count += found.length;
  }
  return count;
}
