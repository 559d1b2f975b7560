/** What a runner said about the knee. Typed by a person, so on the disk before it is answered. */
import { randomUUID } from 'node:crypto';
import type { CheckIn } from '@kneewise/engine';
import type { CheckInTable } from '../schema/tables.ts';
import { type Database, durably, type Work } from '../sqlite/open-database.ts';

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

type About = Pick<CheckInTable, 'about_hash' | 'about_position'>;
const NO_RECORDING: About = { about_hash: null, about_position: null };

/** The recording a runner has before the eyes who says something about an activity. */
async function speakerOf(tx: Work, runnerId: string, activityId: string): Promise<About | null> {
  const speaker = await tx
    .selectFrom('recording')
    .innerJoin('source', (join) =>
      join
        .onRef('source.runner_id', '=', 'recording.runner_id')
        .onRef('source.source_id', '=', 'recording.source_id'),
    )
    .select(['source.content_hash as about_hash', 'recording.position as about_position'])
    .where('recording.runner_id', '=', runnerId)
    .where('recording.activity_id', '=', activityId)
    .where('recording.used', '=', 1)
    .executeTakeFirst();
  return speaker ?? null;
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
    about_hash: null,
    about_position: null,
  };
  await durably(db, async (tx) => {
    const about = checkIn.runId === null ? NO_RECORDING : await speakerOf(tx, runnerId, checkIn.runId);
    if (about === null)
      throw new RangeError(`runId must be one of the runner's activities, got ${checkIn.runId}`);
    await tx
      .insertInto('check_in')
      .values({ ...row, ...about })
      .execute();
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
