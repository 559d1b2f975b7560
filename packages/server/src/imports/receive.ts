/** Files on their way in: begin, receive each, end. What `receiveFile` answered survives a kill and a power cut. */
import type { Batch, InboxFile } from '@kneewise/store';
import type { House } from '../house.ts';
import { makeRoomForOwnRuns } from './make-room.ts';

/** The most one file may hold. Our choice: ten years of an Apple Health archive are under 4 GiB. */
export const LARGEST_FILE_BYTES = 8 * 1024 ** 3;
export const LONGEST_PATH = 1_000;

export async function beginImport(
  { store, runnerId, clock, importer }: House,
  label: string,
  files: number,
): Promise<{ batch: Batch; sampleErased: boolean }> {
  const sampleErased = await importer.whileStill(() => makeRoomForOwnRuns(store, runnerId));
  const batch = await store.createBatch(runnerId, { label, filesFound: files, nowMs: clock.nowMs() });
  importer.receives(batch.id);
  return { batch, sampleErased };
}

export type Received =
  | { readonly ok: true; readonly file: InboxFile }
  | { readonly ok: false; readonly code: 'not-found' | 'import-closed' | 'too-large' };

class TooLarge extends Error {}

async function* upTo(most: number, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const piece of pieces) {
    sizeBytes += piece.length;
    if (sizeBytes > most) throw new TooLarge();
    yield piece;
  }
}

/** As the sender names it; it never becomes a path on this disk. Letters that would act on a terminal are left out. */
export const shownPath = (path: string): string => path.replaceAll(/\p{Cc}/gu, '').replaceAll('\\', '/');

/** @param mostBytes refuses a file as soon as it turns out to be larger */
export async function receiveFile(
  { store, runnerId, importer }: House,
  batchId: string,
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  mostBytes = LARGEST_FILE_BYTES,
): Promise<Received> {
  const batch = await store.batch(runnerId, batchId);
  if (batch === null) return { ok: false, code: 'not-found' };
  if (batch.state !== 'receiving') return { ok: false, code: 'import-closed' };
  const isHere = importer.hears(batchId);
  try {
    const file = await store.inboxAdd(runnerId, batchId, shownPath(path), upTo(mostBytes, bytes));
    importer.wake();
    return { ok: true, file };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, code: 'too-large' };
    throw error;
  } finally {
    isHere();
  }
}

/** No more files come. Ending twice is ending once. */
export async function endImport(
  { store, runnerId, importer }: House,
  batchId: string,
): Promise<Batch | null> {
  const batch = await store.batch(runnerId, batchId);
  if (batch === null || batch.state !== 'receiving') return batch;
  const ended = await store.updateBatch(runnerId, batchId, { state: 'reading' });
  importer.wake();
  return ended;
}
