/** Strength sessions that were done. */
import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

export interface StrengthSessionTable {
  runner_id: string;
  /** Given by the page, so that one sent twice is kept once. */
  session_id: string;
  at_ms: number;
  /** The runner's local day, `YYYY-MM-DD`. */
  date: string;
  phase: string;
  day: string | null;
  rpe: number | null;
  /** JSON: exercises with their sets. */
  exercises: string;
}

export async function strengthTable(
  db: Kysely<unknown>,
  { text, whole, tableEnd }: ColumnTypes,
): Promise<void> {
  await db.schema
    .createTable('strength_session')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('session_id', text, (c) => c.notNull())
    .addColumn('at_ms', whole, (c) => c.notNull())
    .addColumn('date', text, (c) => c.notNull())
    .addColumn('phase', text, (c) => c.notNull())
    .addColumn('day', text)
    .addColumn('rpe', whole)
    .addColumn('exercises', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('strength_session_pk', ['runner_id', 'session_id'])
    .modifyEnd(tableEnd)
    .execute();
}
