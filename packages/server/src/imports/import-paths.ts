/** Imports files and folders of this machine, as the terminal does. */
import { rm } from 'node:fs/promises';
import type { Found } from '@kneewise/formats';
import type { Batch, Outcome, Store } from '@kneewise/store';
import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import { countOf, foundUnder } from './found-in.ts';
import { importInOrder, type Step } from './import-in-order.ts';
import { batchLeaseName, takeLease } from './lease.ts';
import { makeRoomForOwnRuns } from './make-room.ts';
import { readingPool, type ReadingPool } from './reading-pool.ts';
import { newScratchDir } from './scratch.ts';

export interface ImportProgress {
  /** What this file came to. */
  readonly outcome: Outcome;
  readonly filesDone: number;
  readonly filesFound: number;
}

export interface ImportOptions {
  readonly label?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Told now and then which share of the work on a large file is done, 0–1; `filesDone` are those before it. */
  readonly onShare?: (
    progress: Omit<ImportProgress, 'outcome'> & { readonly path: string; readonly share: number },
  ) => void;
  /** Stops between two files; what was stored stays. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** Threads to read with; without it, its own for as long as it takes. */
  readonly pool?: ReadingPool;
}

export interface ImportResult {
  readonly batch: Batch;
  /** In the order found. */
  readonly outcomes: readonly Outcome[];
  /** The simulated runner was in the store and was erased to make room. */
  readonly sampleErased: boolean;
}

/** @throws where the disk is full or the store fails; whatever is wrong with a file is its outcome */
export async function importPaths(
  store: Store,
  runnerId: string,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  const sampleErased = await makeRoomForOwnRuns(store, runnerId);
  const label = options.label ?? paths.join(', ');
  const found = { again: () => foundUnder(paths) };
  const result = await importFound(store, runnerId, found, { ...options, label });
  return { ...result, sampleErased };
}

/** @param found everything to import; where `count` is not known it is asked twice, first to count it */
export async function importFound(
  store: Store,
  runnerId: string,
  found: { readonly again: () => AsyncIterable<Found>; readonly count?: number },
  options: ImportOptions & { readonly label: string },
): Promise<Omit<ImportResult, 'sampleErased'>> {
  const { clock = systemClock, onProgress, onShare, signal } = options;
  // Opening a large archive takes a while: what is found so far is told.
  const counted = (filesFound: number): void => onShare?.({ path: '', share: 0, filesDone: 0, filesFound });
  const filesFound = found.count ?? (await countOf(found.again(), counted));
  const created = await store.createBatch(runnerId, {
    label: options.label,
    filesFound,
    nowMs: clock.nowMs(),
  });
  const batchId = created.id;
  const lease = store.folder === ':memory:' ? null : await takeLease(store.folder, batchLeaseName(batchId));
  await store.updateBatch(runnerId, batchId, { state: 'reading' });

  const pool = options.pool ?? readingPool();
  const scratchDir = newScratchDir(store.folder);
  const outcomes: Outcome[] = [];
  const steps = async function* (): AsyncGenerator<Step> {
    for await (const one of found.again()) yield { kind: 'found', batchId, found: one };
  };
  let through = false;
  try {
    const onOutcome = (_: string, outcome: Outcome): void => {
      outcomes.push(outcome);
      onProgress?.({
        outcome,
        filesDone: outcomes.length,
        filesFound: Math.max(filesFound, outcomes.length),
      });
    };
    const ofShare = (_: string, path: string, share: number): void =>
      onShare?.({ path, share, filesDone: outcomes.length, filesFound });
    await importInOrder(
      {
        store,
        runnerId,
        pool,
        scratchDir,
        onOutcome,
        ...(onShare !== undefined && { onShare: ofShare }),
        ...(signal !== undefined && { signal }),
      },
      steps(),
    );
    through = signal?.aborted !== true;
  } finally {
    if (options.pool === undefined) await pool.close();
    await rm(scratchDir, { recursive: true, force: true });
    await store.updateBatch(runnerId, batchId, {
      state: through ? 'done' : 'stopped',
      filesFound: through ? outcomes.length : Math.max(filesFound, outcomes.length),
    });
    await lease?.release();
  }
  return { batch: (await store.batch(runnerId, batchId)) ?? created, outcomes };
}
