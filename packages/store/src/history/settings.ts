/** What a runner told us once. Typed by a person, so on the disk before it is answered. */
import type { Settings, SettingsChange } from '../history-store.ts';
import { type Database, durably, type Work } from '../sqlite/open-database.ts';

/** Before anyone said anything. `GN` is training.md's family for "unsure". */
const UNSAID: Settings = { onset: null, family: 'GN', flags: 'unanswered', sample: false };

export async function settings(db: Database | Work, runnerId: string): Promise<Settings> {
  const row = await db
    .selectFrom('runner')
    .select('settings')
    .where('runner_id', '=', runnerId)
    .executeTakeFirst();
  return row === undefined ? UNSAID : { ...UNSAID, ...(JSON.parse(row.settings) as Partial<Settings>) };
}

/** Changes the parts given; the others stay. */
export const saveSettings = (db: Database, runnerId: string, change: SettingsChange): Promise<Settings> =>
  durably(db, async (tx) => {
    const kept = await settings(tx, runnerId);
    const merged: Settings = { ...kept, ...(typeof change === 'function' ? change(kept) : change) };
    const text = JSON.stringify(merged);
    await tx
      .insertInto('runner')
      .values({ runner_id: runnerId, settings: text })
      .onConflict((conflict) => conflict.column('runner_id').doUpdateSet({ settings: text }))
      .execute();
    return merged;
  });
