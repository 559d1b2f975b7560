/** What a runner said about the knee. Typed by a person, so on the disk before it is answered. */
import { randomUUID } from 'node:crypto';
import type { CheckIn } from '@kneewise/engine';
import type { CheckInTable } from '../schema/tables.ts';
import { type Database, durably } from '../sqlite/open-database.ts';

const WORST_PAIN = 10;

/** @throws {RangeError} where it is not a whole number from 0 to 10 */
export function checkPain(pain: number): void {
  if (!Number.isInteger(pain) || pain < 0 || pain > WORST_PAIN)
    throw new RangeError(`pain must be a whole number from 0 to ${WORST_PAIN}, got ${pain}`);
}

/** Oldest first. */
export async function checkIns(db: Database, runnerId: string): Promise<readonly CheckIn[]> {
  const rows = await db
    .selectFrom('check_in')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .orderBy('at_ms')
    .orderBy('check_in_id')
    .execute();
  return rows.map(checkInOf);
}

/** @throws {RangeError} for a pain that is not 0–10 whole, a time that is no number, or a run that is not here */
export async function addCheckIn(
  db: Database,
  runnerId: string,
  checkIn: Omit<CheckIn, 'id'>,
): Promise<CheckIn> {
  checkPain(checkIn.pain);
  if (!Number.isFinite(checkIn.atMs)) throw new RangeError(`atMs must be a number, got ${checkIn.atMs}`);
  const row: CheckInTable = {
    runner_id: runnerId,
    check_in_id: randomUUID(),
    activity_id: checkIn.runId,
    side: checkIn.side,
    moment: checkIn.when,
    at_ms: Math.round(checkIn.atMs),
    utc_offset_min: Math.round(checkIn.utcOffsetMin),
    pain: checkIn.pain,
    onset_m: checkIn.onsetM,
    stop_sign: checkIn.stopSign === null ? null : Number(checkIn.stopSign),
    painkiller: checkIn.painkiller === null ? null : Number(checkIn.painkiller),
    eased: checkIn.eased === undefined || checkIn.eased === null ? null : Number(checkIn.eased),
  };
  await durably(db, async (tx) => {
    if (checkIn.runId !== null) {
      const activity = await tx
        .selectFrom('recording')
        .select('activity_id')
        .where('runner_id', '=', runnerId)
        .where('activity_id', '=', checkIn.runId)
        .executeTakeFirst();
      if (activity === undefined) {
        throw new RangeError(`runId must be one of the runner's activities, got ${checkIn.runId}`);
      }
    }
    await tx.insertInto('check_in').values(row).execute();
  });
  return checkInOf(row);
}

/** @returns whether it was there */
export const removeCheckIn = (db: Database, runnerId: string, id: string): Promise<boolean> =>
  durably(db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('check_in')
      .where('runner_id', '=', runnerId)
      .where('check_in_id', '=', id)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  });

const checkInOf = (row: CheckInTable): CheckIn => ({
  id: row.check_in_id,
  runId: row.activity_id,
  side: row.side,
  when: row.moment,
  atMs: row.at_ms,
  utcOffsetMin: row.utc_offset_min,
  pain: row.pain,
  onsetM: row.onset_m,
  stopSign: row.stop_sign === null ? null : row.stop_sign === 1,
  painkiller: row.painkiller === null ? null : row.painkiller === 1,
  eased: row.eased === null ? null : row.eased === 1,
});
