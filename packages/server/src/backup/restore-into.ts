/** A backup in the place of a history, whoever may be using it. */
import { type Restored, restoreBackup, StoreError } from '@kneewise/store';
import { mkdir } from 'node:fs/promises';
import type { House } from '../house.ts';
import { takeLease } from '../imports/lease.ts';

/** For the terminal: no Kneewise may be at work in the folder, as it would go on with what it remembers. */
export async function restoreInto(
  folder: string,
  file: string,
  options: { readonly replace?: boolean },
): Promise<Restored> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lease = await takeLease(folder);
  if (lease === null)
    throw new StoreError(
      'busy',
      `A Kneewise is running with ${folder}. End it first, or restore in its Settings.`,
    );
  try {
    return await restoreBackup(folder, file, options);
  } finally {
    await lease.release();
  }
}

/** For the app, which goes on: nothing is imported meanwhile, and nobody sends to imports of back then any more. */
export const restoreHere = (
  { store, runnerId, importer }: Pick<House, 'store' | 'runnerId' | 'importer'>,
  file: string,
  options: { readonly replace?: boolean },
): Promise<Restored> =>
  importer.whileStill(async () => {
    const restored = await restoreBackup(store.folder, file, options);
    for (const { id, state } of await store.unfinishedBatches(runnerId))
      if (state === 'receiving') await store.updateBatch(runnerId, id, { state: 'reading' });
    return restored;
  });
