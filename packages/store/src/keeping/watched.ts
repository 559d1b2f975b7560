/** Files of watched folders that were imported, each with what it looked like then. */
import type { WatchedFile } from '../keeping-store.ts';
import type { Database } from '../sqlite/open-database.ts';

export async function watched(
  db: Database,
  runnerId: string,
  folder: string,
): Promise<readonly WatchedFile[]> {
  return db
    .selectFrom('watched')
    .select(['path', 'mark'])
    .where('runner_id', '=', runnerId)
    .where('folder', '=', folder)
    .orderBy('path')
    .execute();
}

export const noteWatched = (
  db: Database,
  runnerId: string,
  folder: string,
  files: readonly WatchedFile[],
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const { path, mark } of files)
      await tx
        .insertInto('watched')
        .values({ runner_id: runnerId, folder, path, mark })
        .onConflict((conflict) => conflict.columns(['runner_id', 'folder', 'path']).doUpdateSet({ mark }))
        .execute();
  });
