/** Reads refused files again, from the bytes that were kept: a later reader may know what to make of them. */
import { rm } from 'node:fs/promises';
import type { Refusal } from '@kneewise/formats';
import type { Quarantined, Store } from '@kneewise/store';
import { readFound } from '../imports/read-found.ts';
import { readingPool, type ReadingPool } from '../imports/reading-pool.ts';
import { newScratchDir } from '../imports/scratch.ts';

export interface Retried {
  readonly path: string;
  /** null: it could be read. */
  readonly refusal: Refusal | null;
}

/**
 * Each file's row in the import that met it says from then on what it came to.
 * @param ids of quarantined files; left out, all of them
 * @throws where the disk is full or the store fails
 */
export async function retryQuarantined(
  store: Store,
  runnerId: string,
  ids?: readonly string[],
  options: { readonly pool?: ReadingPool; readonly onDone?: (done: Retried) => void } = {},
): Promise<readonly Retried[]> {
  const wanted = ids === undefined ? null : new Set(ids);
  const files = (await store.quarantine(runnerId)).filter(({ id }) => wanted?.has(id) ?? true);
  if (files.length === 0) return [];
  const pool = options.pool ?? readingPool();
  const scratchDir = newScratchDir(store.folder);
  const retried: Retried[] = [];
  try {
    for (const [number, file] of files.entries()) {
      const refusal = await retry(store, runnerId, file, { pool, scratchDir, wantTracks: true }, number);
      const done = { path: file.path, refusal };
      retried.push(done);
      options.onDone?.(done);
    }
  } finally {
    if (options.pool === undefined) await pool.close();
    await rm(scratchDir, { recursive: true, force: true });
  }
  return retried;
}

async function retry(
  store: Store,
  runnerId: string,
  file: Quarantined,
  way: { pool: ReadingPool; scratchDir: string; wantTracks: boolean },
  number: number,
): Promise<Refusal | null> {
  const { id, path, met } = file;
  const [first, ...others] = met;
  const open = async function* (): AsyncGenerator<Uint8Array> {
    const original = await store.original(runnerId, id);
    if (original !== null) yield* original.bytes;
  };
  const read = await readFound({ path, sizeBytes: file.sizeBytes, open }, way, String(number));
  try {
    const { contentHash, activities, refusal } = read.gave;
    if (first === undefined || (contentHash === '' && refusal !== null)) return refusal;
    const outcome = await store.addSource(runnerId, {
      batchId: first.batchId,
      path: first.path,
      contentHash,
      original: read.original(),
      activities,
      refusal,
    });
    if (outcome.refusal !== null) return outcome.refusal;
    // Other imports that met it had it refused too; there it is now a duplicate.
    for (const { batchId, path: name } of others)
      await store.seenBefore(runnerId, { batchId, path: name, contentHash });
    // Packed content that could be unpacked farther than before is another content: the old one is done with.
    if (contentHash !== file.contentHash) await store.removeQuarantined(runnerId, id);
    return null;
  } finally {
    await read.release();
  }
}
