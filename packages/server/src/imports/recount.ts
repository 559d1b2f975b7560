/** How many files an import that was cut short has to do, after a restart. */
import type { Batch, InboxFile, Store } from '@kneewise/store';
import { countOf, foundIn } from './found-in.ts';

const ROWS_AT_ONCE = 1_000;

/**
 * Sets `filesFound` to what is done plus what still lies in the inbox.
 * @returns paths in what still lies there that were done before: they need no second reading
 */
export async function recountAfterRestart(
  store: Store,
  runnerId: string,
  batch: Batch,
  pending: readonly InboxFile[],
): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  const own = pending.filter((file) => file.batchId === batch.id);
  if (own.length === 0) return done;
  let toRead = 0;
  for (const file of own) toRead += await countOf(foundIn(file));
  // Rows of a file that is read again were counted among those done.
  const within = (path: string): boolean =>
    own.some((file) => path === file.path || path.startsWith(`${file.path}!/`));
  for (let from = 0; ;) {
    const { rows, nextRow } = await store.rowsFrom(runnerId, batch.id, from, ROWS_AT_ONCE);
    for (const { path } of rows) if (within(path)) done.add(path);
    if (rows.length < ROWS_AT_ONCE) break;
    from = nextRow;
  }
  // While files may still come, what the sender announced stands.
  const known = batch.filesDone - done.size + toRead;
  await store.updateBatch(runnerId, batch.id, {
    filesFound: batch.state === 'receiving' ? Math.max(batch.filesFound, known) : known,
  });
  return done;
}
