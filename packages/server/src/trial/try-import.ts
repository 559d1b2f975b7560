/** What an import would come to, without keeping anything: the real one, into a sketch of the history. */
import type { Found } from '@kneewise/formats';
import type { BatchRow, Store } from '@kneewise/store';
import { countOf, foundUnder } from '../imports/found-in.ts';
import { importFound, type ImportOptions } from '../imports/import-paths.ts';

export interface TrialResult {
  /** In the order found. */
  readonly rows: readonly BatchRow[];
  /** The simulated runner is in the store and would be erased to make room. */
  readonly sampleWouldGo: boolean;
  /** False where it was stopped before the end. */
  readonly complete: boolean;
}

const ROWS_AT_ONCE = 1_000;
/** Holds nothing: the sample would be erased first. */
const NOBODY = '';

/** @throws where the disk is full or the store fails; whatever is wrong with a file is its row */
export async function tryImport(
  store: Store,
  runnerId: string,
  found: { readonly again: () => AsyncIterable<Found>; readonly count?: number },
  options: Pick<ImportOptions, 'pool' | 'signal' | 'onProgress' | 'clock'> = {},
): Promise<TrialResult> {
  const { sample } = await store.settings(runnerId);
  const sketch = await store.sketch(sample ? NOBODY : runnerId);
  try {
    // Larger files lie beside the history while they are read, as in an import: /tmp may be memory.
    const beside: Store = { ...sketch, folder: store.folder };
    const { batch } = await importFound(beside, runnerId, found, { ...options, label: '' });
    const rows: BatchRow[] = [];
    for (let from = 0; ;) {
      const page = await sketch.rowsFrom(runnerId, batch.id, from, ROWS_AT_ONCE);
      rows.push(...page.rows);
      if (page.rows.length < ROWS_AT_ONCE) break;
      from = page.nextRow;
    }
    return { rows, sampleWouldGo: sample, complete: batch.state === 'done' };
  } finally {
    await sketch.close();
  }
}

export async function tryPaths(
  store: Store,
  runnerId: string,
  paths: readonly string[],
  options: Pick<ImportOptions, 'pool' | 'signal' | 'onProgress' | 'clock'> = {},
): Promise<TrialResult> {
  const again = (): AsyncIterable<Found> => foundUnder(paths);
  return tryImport(store, runnerId, { again, count: await countOf(again()) }, options);
}
