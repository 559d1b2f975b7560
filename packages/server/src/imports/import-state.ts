/** How far an import is, for a page that looks again and again. */
import type { z } from '@hono/zod-openapi';
import type { Batch, BatchRow } from '@kneewise/store';
import type { ImportList, ImportState, OutcomeRow } from '../api.ts';
import type { House } from '../house.ts';

/** Rows of one answer: a page draws them as they come. Our choice. */
const MOST_ROWS = 500;

type Listed = z.infer<typeof ImportList>['imports'][number];

function listed({ importer }: House, batch: Batch): Listed {
  const underWay = batch.state === 'receiving' || batch.state === 'reading';
  const { id, label, createdAtMs, state, filesFound, filesDone, added, duplicates, others, refused } = batch;
  return {
    id,
    label,
    createdAtMs,
    state,
    filesFound,
    filesDone,
    added,
    duplicates,
    others,
    refused,
    unread: state === 'stopped' ? Math.max(0, filesFound - filesDone) : 0,
    ...(underWay ? importer.paceOf(batch) : { filesPerS: null, secondsLeft: null }),
    share: underWay ? importer.shareOf(batch.id) : 0,
    problem: underWay ? importer.problem() : null,
  };
}

/** @param from rows from this one on, 0-based. null where there is no such import */
export async function importState(
  house: House,
  id: string,
  from: number,
): Promise<z.infer<typeof ImportState> | null> {
  const { store, runnerId } = house;
  // Rows first: a batch that is done then has no row that was not asked for.
  const batch = await store.batch(runnerId, id);
  if (batch === null) return null;
  const { rows, nextRow } = await store.rowsFrom(runnerId, id, from, MOST_ROWS);
  return {
    ...listed(house, batch),
    rows: rows.map(asSent),
    nextRow,
  };
}

const asSent = (row: BatchRow): z.infer<typeof OutcomeRow> =>
  Object.assign({}, row, { activityIds: [...row.activityIds], warnings: [...row.warnings] });

/** So many are listed; a runner who syncs every day has a hundred in a quarter. Our choice. */
const MOST_IMPORTS = 100;

/** Newest first; those under way are among them, however long ago they began. The simulated runner imported nothing. */
export async function importList(house: House): Promise<z.infer<typeof ImportList>> {
  const { store, runnerId } = house;
  const [settings, unfinished, latest] = await Promise.all([
    store.settings(runnerId),
    store.unfinishedBatches(runnerId),
    store.batches(runnerId, MOST_IMPORTS),
  ]);
  if (settings.sample) return { imports: [] };
  const all = new Map([...unfinished, ...latest].map((batch) => [batch.id, batch]));
  return {
    imports: [...all.values()]
      .sort((a, b) => b.createdAtMs - a.createdAtMs)
      .map((batch) => listed(house, batch)),
  };
}
