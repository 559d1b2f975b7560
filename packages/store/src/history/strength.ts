/** Strength sessions of a runner. Typed by a person, so on the disk before it is answered. */
import type { StrengthSessionTable } from '../schema/strength-table.ts';
import { type Database, durably } from '../sqlite/open-database.ts';
import type { KeptSession, StrengthStore } from '../strength-store.ts';

const sessionOf = (row: StrengthSessionTable): KeptSession => ({
  id: row.session_id,
  atMs: row.at_ms,
  date: row.date,
  phase: row.phase as KeptSession['phase'],
  day: row.day as KeptSession['day'],
  rpe: row.rpe,
  exercises: JSON.parse(row.exercises) as KeptSession['exercises'],
});

/** @throws {RangeError} (`addStrengthSession`) for a time that is no number */
export const strengthOf = (db: Database): StrengthStore => ({
  strengthSessions: async (runnerId) => {
    const rows = db.selectFrom('strength_session').selectAll().where('runner_id', '=', runnerId);
    return (await rows.orderBy('date').orderBy('at_ms').orderBy('session_id').execute()).map(sessionOf);
  },
  addStrengthSession: (runnerId, { id, atMs, date, phase, day, rpe, exercises }) => {
    if (!Number.isFinite(atMs)) throw new RangeError(`atMs must be a number, got ${atMs}`);
    const row: StrengthSessionTable = {
      runner_id: runnerId,
      session_id: id,
      at_ms: Math.round(atMs),
      date,
      phase,
      day,
      rpe,
      exercises: JSON.stringify(exercises),
    };
    return durably(db, async (tx) => {
      await tx
        .insertInto('strength_session')
        .values(row)
        .onConflict((conflict) => conflict.columns(['runner_id', 'session_id']).doNothing())
        .execute();
      const kept = await tx
        .selectFrom('strength_session')
        .selectAll()
        .where('runner_id', '=', runnerId)
        .where('session_id', '=', id)
        .executeTakeFirstOrThrow();
      return sessionOf(kept);
    });
  },
  removeStrengthSession: (runnerId, id) =>
    durably(db, async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('strength_session')
        .where('runner_id', '=', runnerId)
        .where('session_id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    }),
});
