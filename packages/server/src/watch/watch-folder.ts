/**
 * Imports what appears in a folder, once it is complete: a file that looks the same in two looks some seconds apart.
 * Looked at again and again rather than told by the system: that works on network disks and cards too.
 */
import { join } from 'node:path';
import { type Outcome, type Store, StoreError } from '@kneewise/store';
import { importPaths } from '../imports/import-paths.ts';
import { isDiskFull } from '../http/problem.ts';
import { readingPool, type ReadingPool } from '../imports/reading-pool.ts';
import { type Look, lookAt } from './look-at-folder.ts';

export type WatchEvent =
  | { readonly kind: 'watching'; readonly known: number }
  /** They change still, or have only just come. */
  | { readonly kind: 'waiting'; readonly files: number }
  | { readonly kind: 'importing'; readonly files: number }
  | { readonly kind: 'imported'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'back' }
  /** Something failed that may pass: it is tried again. */
  | { readonly kind: 'trouble'; readonly text: string };

export interface WatchOptions {
  readonly store: Store;
  readonly runnerId: string;
  /** Absolute. */
  readonly folder: string;
  readonly onEvent: (event: WatchEvent) => void;
  /** Ends it between two files. */
  readonly signal: AbortSignal;
  /** A file is complete when two looks that far apart find it the same, ms. */
  readonly settleMs?: number;
  readonly pool?: ReadingPool;
}

/** Copying to a slow card stalls for less than this. Our choice. */
const SETTLE_MS = 3_000;
/** A look may take at most this share of the time: a folder of a hundred thousand files is looked at more seldom. Our choice. */
const LOOKING_SHARE = 0.1;
/** After a full disk or a failing store. Our choice. */
const TRY_AGAIN_MS = 15_000;

/** @throws {StoreError} `folder-unusable` where the folder is not there at the start */
export async function watchFolder(options: WatchOptions): Promise<void> {
  const { store, runnerId, folder, onEvent, signal, settleMs = SETTLE_MS } = options;
  if ((await lookAt(folder)) === null)
    throw new StoreError('folder-unusable', `There is no folder ${folder} to watch.`);
  const done = new Map((await store.watched(runnerId, folder)).map(({ path, mark }) => [path, mark]));
  const pool = options.pool ?? readingPool();
  onEvent({ kind: 'watching', known: done.size });
  let before: Look = new Map();
  let isGone = false;
  let toldWaiting = 0;
  try {
    while (!signal.aborted) {
      const began = performance.now();
      const now = await lookAt(folder);
      const tookMs = performance.now() - began;
      let pauseMs = Math.max(settleMs, tookMs / LOOKING_SHARE);
      if ((now === null) !== isGone) onEvent({ kind: now === null ? 'gone' : 'back' });
      isGone = now === null;
      const fresh = [...(now ?? [])].filter(([path, mark]) => done.get(path) !== mark);
      const ready = fresh.filter(([path, mark]) => before.get(path) === mark);
      const waiting = fresh.length - ready.length;
      if (waiting > 0 && waiting !== toldWaiting) onEvent({ kind: 'waiting', files: waiting });
      toldWaiting = waiting;
      before = now ?? new Map<string, string>();
      // A folder that is being copied comes as a whole: lists of an archive speak of files beside them.
      if (ready.length > 0 && waiting === 0)
        try {
          await bring(ready);
        } catch (error) {
          onEvent({ kind: 'trouble', text: inWords(error) });
          pauseMs = Math.max(pauseMs, TRY_AGAIN_MS);
        }
      await pause(pauseMs, signal);
    }
  } finally {
    if (options.pool === undefined) await pool.close();
  }

  async function bring(ready: readonly (readonly [path: string, mark: string])[]): Promise<void> {
    onEvent({ kind: 'importing', files: ready.length });
    const paths = ready.map(([path]) => join(folder, path));
    const { outcomes, batch } = await importPaths(store, runnerId, paths, { label: folder, signal, pool });
    onEvent({ kind: 'imported', outcomes });
    // Cut short, only files that are surely through are noted; an archive is when all of it is.
    const through = new Set(outcomes.map(({ path }) => path));
    const noted = ready.filter(([path]) => batch.state === 'done' || through.has(join(folder, path)));
    await store.noteWatched(
      runnerId,
      folder,
      noted.map(([path, mark]) => ({ path, mark })),
    );
    for (const [path, mark] of noted) done.set(path, mark);
  }
}

function inWords(error: unknown): string {
  if (isDiskFull(error)) return 'The disk is full. Make room; it is tried again by itself.';
  if (error instanceof StoreError) return `${error.message} It is tried again by itself.`;
  throw error;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    return undefined;
  });
