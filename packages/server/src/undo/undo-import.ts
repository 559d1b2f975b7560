/** Takes an import back. */
import type { Undone } from '@kneewise/store';
import type { House } from '../house.ts';

export type UndoneImport =
  | { readonly ok: true; readonly undone: Undone }
  | { readonly ok: false; readonly code: 'not-found' | 'import-under-way' };

/** Nothing else is stored meanwhile by this process. */
export const undoImport = (
  { store, runnerId, importer }: Pick<House, 'store' | 'runnerId' | 'importer'>,
  batchId: string,
): Promise<UndoneImport> =>
  importer.whileStill(async () => {
    const batch = await store.batch(runnerId, batchId);
    if (batch === null) return { ok: false, code: 'not-found' };
    if (batch.state === 'receiving' || batch.state === 'reading')
      return { ok: false, code: 'import-under-way' };
    const undone = await store.undoBatch(runnerId, batchId);
    return undone === null ? { ok: false, code: 'not-found' } : { ok: true, undone };
  });
