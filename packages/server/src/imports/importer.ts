/**
 * The import that goes on behind the pages: files arrive in the store's inbox, and one after the other they are
 * read and stored. What the inbox acknowledged is never lost: after a kill the next start takes it up again.
 */
import { rm } from 'node:fs/promises';
import type { Batch, InboxFile, Store } from '@kneewise/store';
import type { Clock } from '../clock.ts';
import { countOf, foundIn } from './found-in.ts';
import { importInOrder, type Step } from './import-in-order.ts';
import { type ImportProblem, inWords } from './import-problem.ts';
import { batchLeaseName, type Lease, takeLease } from './lease.ts';
import { type Pace, paceKeeper } from './pace.ts';
import { readingPool, type ReadingPool } from './reading-pool.ts';
import { recountAfterRestart } from './recount.ts';
import { newScratchDir } from './scratch.ts';

/** How often an idle importer looks whether another process put something into the inbox. */
const LOOK_EVERY_MS = 2_000;
/** An import that got no file for so long was abandoned: its page was closed, or its program ended. Our choice. */
export const RECEIVING_WITHIN_MS = 15 * 60_000;
/** After a restart a page that is open sends its next file within this. Our choice. */
const GOES_ON_WITHIN_MS = 30_000;
/** After a full disk or a failing store, try again after so long. */
const TRY_AGAIN_MS = 15_000;

export interface Importer {
  readonly pool: ReadingPool;
  /** Takes up what an earlier process left; resolved, it is reading and waits for more. */
  start(): Promise<void>;
  /** This process receives that batch, so nobody may take it for one left behind. */
  receives(batchId: string): void;
  /** A file of it is coming in; call what this returns once it is here, or broke off. */
  hears(batchId: string): () => void;
  /** Something new lies in the inbox, or a batch ended. */
  wake(): void;
  /** Runs `work` while nothing is being imported by this process. */
  whileStill<T>(work: () => Promise<T>): Promise<T>;
  /** Drops what a batch has not read yet; what was stored stays. */
  stop(batchId: string): Promise<void>;
  paceOf(batch: Batch): Pace;
  /** Of the work on the large file that is being read for it, 0–1; 0 where there is none. */
  shareOf(batchId: string): number;
  problem(): ImportProblem | null;
  close(): Promise<void>;
}

export interface ImporterOptions {
  readonly store: Store;
  readonly runnerId: string;
  readonly clock: Clock;
  /** Threads to read with; without it, its own until it closes. */
  readonly pool?: ReadingPool;
  /** Milliseconds since some moment; a machine that slept or whose clock was set does not count them. */
  readonly elapsedMs?: () => number;
  /** Told what stopped the import, with the error itself. */
  readonly onProblem: (problem: ImportProblem, error: unknown) => void;
}

const isUnderWay = ({ state }: Batch): boolean => state === 'receiving' || state === 'reading';

export function newImporter(options: ImporterOptions): Importer {
  const { store, runnerId, clock, onProblem, pool = readingPool() } = options;
  const elapsedMs = options.elapsedMs ?? (() => performance.now());
  const pace = paceKeeper();
  const shared = store.folder !== ':memory:';
  /** Inbox files on their way in this round. */
  const underWay = new Set<string>();
  /** Inbox files whose content stands in their batch's `filesFound`. */
  const counted = new Set<string>();
  /** Batches this process receives, each with the files coming in now and when the last one came. */
  const ours = new Map<string, { coming: number; lastMs: number }>();
  /** By batch: paths an earlier process was through with. */
  const doneBefore = new Map<string, ReadonlySet<string>>();
  /** By batch: how far the large file is that is being read for it. */
  const shares = new Map<string, number>();
  let lease: Lease | null = null;
  let tookOver = false;
  let closed = false;
  let trouble: ImportProblem | null = null;
  let abort = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let still: Promise<unknown> = Promise.resolve();
  let wakeUp: (() => void) | null = null;
  let woken = false;

  async function finishIfThrough(batchId: string): Promise<void> {
    const batch = await store.batch(runnerId, batchId);
    if (batch?.state !== 'reading') return;
    if ((await store.inboxPending(runnerId)).some((file) => file.batchId === batchId)) return;
    // A batch of paths is read by the process that holds its lease; where that is gone, it was cut short.
    const own = shared ? await takeLease(store.folder, batchLeaseName(batchId)) : null;
    if (shared && own === null) return;
    const cutShort = own?.takenOver === true;
    await store.updateBatch(runnerId, batchId, {
      state: cutShort ? 'stopped' : 'done',
      filesFound: cutShort ? Math.max(batch.filesFound, batch.filesDone) : batch.filesDone,
    });
    await own?.release();
    pace.forget(batchId);
    doneBefore.delete(batchId);
    ours.delete(batchId);
  }

  /** Nobody else imports here: what is unfinished was left by a process that is gone. */
  async function takeOver(): Promise<void> {
    const pending = await store.inboxPending(runnerId);
    for (const batch of await store.unfinishedBatches(runnerId)) {
      if (ours.has(batch.id)) continue;
      doneBefore.set(batch.id, await recountAfterRestart(store, runnerId, batch, pending));
      // The page that sends may still be open and go on; it is waited for, but not for long.
      if (batch.state === 'receiving')
        ours.set(batch.id, { coming: 0, lastMs: elapsedMs() - RECEIVING_WITHIN_MS + GOES_ON_WITHIN_MS });
      await finishIfThrough(batch.id);
    }
    for (const file of pending) counted.add(file.id);
  }

  /** Ends what this process receives and nobody will end. */
  async function endAbandoned(): Promise<void> {
    for (const [batchId, { coming, lastMs }] of ours) {
      if (coming > 0 || elapsedMs() - lastMs <= RECEIVING_WITHIN_MS) continue;
      ours.delete(batchId);
      if ((await store.batch(runnerId, batchId))?.state === 'receiving')
        await store.updateBatch(runnerId, batchId, { state: 'reading' });
    }
  }

  async function count(received: InboxFile): Promise<void> {
    if (counted.has(received.id)) return;
    counted.add(received.id);
    const found = await countOf(foundIn(received));
    const batch = found === 1 ? null : await store.batch(runnerId, received.batchId);
    if (batch !== null)
      await store.updateBatch(runnerId, batch.id, { filesFound: Math.max(0, batch.filesFound + found - 1) });
  }

  async function* stepsOf(signal: AbortSignal): AsyncGenerator<Step> {
    for (;;) {
      const waiting = (await store.inboxPending(runnerId)).filter(({ id }) => !underWay.has(id));
      if (waiting.length === 0) return;
      for (const received of waiting) {
        if (signal.aborted) return;
        underWay.add(received.id);
        await count(received);
        const { batchId } = received;
        for await (const found of foundIn(received)) {
          const path = found.kind === 'file' ? found.file.path : found.path;
          if (doneBefore.get(batchId)?.has(path) !== true) yield { kind: 'found', batchId, found };
        }
        yield {
          kind: 'then',
          act: async () => {
            await store.inboxDone(runnerId, received.id);
            underWay.delete(received.id);
            await finishIfThrough(batchId);
          },
        };
      }
    }
  }

  async function round(signal: AbortSignal): Promise<void> {
    const scratchDir = newScratchDir(store.folder);
    try {
      const onShare = (batchId: string, _: string, share: number): unknown => shares.set(batchId, share);
      const onOutcome = (batchId: string): unknown => shares.delete(batchId);
      const way = { store, runnerId, pool, scratchDir, signal, onShare, onOutcome };
      await importInOrder(way, stepsOf(signal));
      if (!signal.aborted)
        for (const batch of await store.unfinishedBatches(runnerId)) await finishIfThrough(batch.id);
    } finally {
      underWay.clear();
      await rm(scratchDir, { recursive: true, force: true });
    }
  }

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (woken || closed) return resolve();
      const timer = setTimeout(resolve, ms);
      timer.unref();
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      return undefined;
    });

  /** Whether it is this process that imports; the first time it is, it takes over. */
  async function mayImport(): Promise<boolean> {
    if (shared) lease ??= await takeLease(store.folder);
    if (shared && lease === null) return false;
    if (!tookOver) await takeOver();
    tookOver = true;
    return true;
  }

  async function work(): Promise<void> {
    // `close` ends it, from outside this loop.
    // oxlint-disable-next-line no-unmodified-loop-condition
    while (!closed) {
      await still;
      woken = false;
      let pauseMs = LOOK_EVERY_MS;
      try {
        await endAbandoned();
        if (await mayImport()) {
          const { signal } = abort;
          const current = round(signal);
          running = current.catch(() => undefined);
          await current;
          trouble = null;
        }
      } catch (error) {
        // Closing takes the threads and the store away under what is on its way; it is taken up next time.
        if (closed) return;
        trouble = inWords(error);
        onProblem(trouble, error);
        pauseMs = TRY_AGAIN_MS;
      }
      await sleep(pauseMs);
    }
  }

  let atWork: Promise<void> | null = null;
  const wake = (): void => {
    woken = true;
    wakeUp?.();
  };

  async function goOnAfter(pause: Promise<unknown>): Promise<void> {
    await pause.catch(() => undefined);
    abort = new AbortController();
    wake();
  }

  const importer: Importer = {
    pool,
    async start() {
      await mayImport();
      atWork ??= work();
    },
    receives(batchId) {
      ours.set(batchId, { coming: 0, lastMs: elapsedMs() });
    },
    hears(batchId) {
      const batch = ours.get(batchId) ?? { coming: 0, lastMs: 0 };
      ours.set(batchId, batch);
      batch.coming++;
      return () => {
        batch.coming--;
        batch.lastMs = elapsedMs();
      };
    },
    wake,
    whileStill(act) {
      const before = still;
      const result = (async () => {
        await before.catch(() => undefined);
        abort.abort();
        await running;
        return act();
      })();
      still = goOnAfter(result);
      return result;
    },
    async stop(batchId) {
      await importer.whileStill(async () => {
        const batch = await store.batch(runnerId, batchId);
        if (batch === null || !isUnderWay(batch)) return;
        const pending = (await store.inboxPending(runnerId)).filter((file) => file.batchId === batchId);
        // What was received and is dropped unread stays in the count.
        if (pending.length === 0) await store.updateBatch(runnerId, batchId, { filesFound: batch.filesDone });
        else await recountAfterRestart(store, runnerId, { ...batch, state: 'reading' }, pending);
        await store.updateBatch(runnerId, batchId, { state: 'stopped' });
        for (const file of pending) await store.inboxDone(runnerId, file.id);
      });
    },
    paceOf(batch) {
      const done = batch.filesDone + importer.shareOf(batch.id);
      return pace.note(batch.id, clock.nowMs(), done, batch.filesFound - done);
    },
    shareOf: (batchId) => shares.get(batchId) ?? 0,
    problem: () => trouble,
    async close() {
      closed = true;
      abort.abort();
      wake();
      await running;
      await atWork;
      if (options.pool === undefined) await pool.close();
      await lease?.release();
    },
  };
  return importer;
}
