/** Knee checks: the one under way and those finished. Typed by a person, so on the disk before it is answered. */
import type { KneeCheck } from '../knee-check.ts';
import type { KneeCheckTable } from '../schema/tables.ts';
import { type Database, durably } from '../sqlite/open-database.ts';

/** Newest first: the one under way, where there is one, then the finished. */
export async function kneeChecks(db: Database, runnerId: string): Promise<readonly KneeCheck[]> {
  const rows = await db
    .selectFrom('knee_check')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .orderBy('finished_at_ms', (order) => order.desc().nullsFirst())
    .orderBy('begun_at_ms', 'desc')
    .orderBy('check_id')
    .execute();
  return rows.map(checkOf);
}

/** @returns what is kept now, or null where another change came first, or another check is under way */
export const saveKneeCheck = (db: Database, runnerId: string, check: KneeCheck): Promise<KneeCheck | null> =>
  durably(db, async (tx) => {
    const row = rowOf(runnerId, { ...check, revision: check.revision + 1 });
    if (check.revision > 0) {
      const { numUpdatedRows } = await tx
        .updateTable('knee_check')
        .set(row)
        .where('runner_id', '=', runnerId)
        .where('check_id', '=', check.id)
        .where('revision', '=', check.revision)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n ? checkOf(row) : null;
    }
    const underWay = await tx
      .selectFrom('knee_check')
      .select('check_id')
      .where('runner_id', '=', runnerId)
      .where('finished_at_ms', 'is', null)
      .executeTakeFirst();
    if (underWay !== undefined) return null;
    await tx.insertInto('knee_check').values(row).execute();
    return checkOf(row);
  });

/** @returns whether it was there as it was read */
export const removeKneeCheck = (
  db: Database,
  runnerId: string,
  id: string,
  revision: number,
): Promise<boolean> =>
  durably(db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('knee_check')
      .where('runner_id', '=', runnerId)
      .where('check_id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  });

type Kept = Omit<KneeCheck, 'id' | 'revision' | 'begunAtMs' | 'finishedAtMs'>;

function rowOf(runnerId: string, check: KneeCheck): KneeCheckTable {
  const { id, revision, begunAtMs, finishedAtMs, ...kept } = check;
  return {
    runner_id: runnerId,
    check_id: id,
    revision,
    begun_at_ms: Math.round(begunAtMs),
    finished_at_ms: finishedAtMs === null ? null : Math.round(finishedAtMs),
    kept: JSON.stringify(kept satisfies Kept),
  };
}

const checkOf = (row: KneeCheckTable): KneeCheck => ({
  ...(JSON.parse(row.kept) as Kept),
  id: row.check_id,
  revision: row.revision,
  begunAtMs: row.begun_at_ms,
  finishedAtMs: row.finished_at_ms,
});
