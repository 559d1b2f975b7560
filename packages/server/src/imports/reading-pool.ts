/** Threads that read files, and the main thread's side of talking to them. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileToRead, WhatItGave } from './read-one.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** More threads than this only wait for the one that stores. Our choice. */
const MOST_WORKERS = 4;

export interface ReadingOptions {
  readonly wantTracks: boolean;
  /** Told now and then, while a large file is read, how many of its bytes have been. */
  readonly onBytes?: (bytesRead: number, workedOut: number) => void;
}

export interface ReadingPool {
  readonly size: number;
  /**
   * What is wrong with the file is a refusal; so is `took-too-long`.
   * @throws where the reader itself fails, or its thread ends
   */
  read(file: FileToRead, options: ReadingOptions): Promise<WhatItGave>;
  close(): Promise<void>;
}

interface Job {
  readonly number: number;
  readonly file: FileToRead;
  readonly wantTracks: boolean;
  readonly onBytes: ReadingOptions['onBytes'] | undefined;
  readonly resolve: (gave: WhatItGave) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** In the order posted, which is the order they are read in: the first one is being read. */
  readonly jobs: Job[];
}

/** How long one file may take. */
export interface TimeLimit {
  readonly msPerFile: number;
  readonly msPerByte: number;
}

/** Two minutes, and a second more for each MiB: fifty times what the slowest sound file takes. Our choice. */
const TIME_LIMIT: TimeLimit = { msPerFile: 120_000, msPerByte: 1_000 / 1024 ** 2 };

const sizeOf = ({ content }: FileToRead): number =>
  content instanceof Uint8Array ? content.length : content.sizeBytes;

const tookTooLong = (afterMs: number): WhatItGave => ({
  contentHash: '',
  activities: [],
  refusal: {
    code: 'took-too-long',
    reason: `Reading it was given up after ${Math.ceil(afterMs / 1_000)} s; it may be damaged. Export it again.`,
    byteOffset: null,
  },
});

/**
 * Room for what a thread has just made, MB. Columns lie outside of it and the rest is soon forgotten: the platform's
 * own choice of 48 takes 100 MB more with two threads and saves no time. Measured
 */
const YOUNG_MB = 8;

const CLOSED = 'the reading pool is closed';

const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js', import.meta.url);

/**
 * Threads start as files come and stay until `close`. One that a file holds up for too long is ended and replaced:
 * that file is refused, those behind it are read by another.
 */
export function readingPool(
  size: number = Math.min(MOST_WORKERS, availableParallelism()),
  limit: TimeLimit = TIME_LIMIT,
): ReadingPool {
  const threads: Thread[] = [];
  const timers = new Map<Thread, NodeJS.Timeout>();
  let nextJob = 0;
  let closed = false;

  /** Gives the file that is being read its time. */
  function watch(thread: Thread): void {
    clearTimeout(timers.get(thread));
    timers.delete(thread);
    const [current] = thread.jobs;
    if (current === undefined) return;
    const withinMs = limit.msPerFile + limit.msPerByte * sizeOf(current.file);
    const timer = setTimeout(() => {
      // An answer may lie here unread where this thread was busy itself.
      setImmediate(() => {
        if (thread.jobs[0] !== current) return;
        thread.jobs.shift();
        current.resolve(tookTooLong(withinMs));
        drop(thread);
        void thread.worker.terminate();
      });
    }, withinMs);
    timer.unref();
    timers.set(thread, timer);
  }

  /** Takes a thread out; what waited behind its file is read by another. */
  function drop(thread: Thread, error?: Error): void {
    const at = threads.indexOf(thread);
    if (at < 0) return;
    threads.splice(at, 1);
    clearTimeout(timers.get(thread));
    timers.delete(thread);
    const jobs = thread.jobs.splice(0);
    if (error !== undefined) jobs.shift()?.reject(error);
    for (const job of jobs)
      if (closed) job.reject(error ?? new Error(CLOSED));
      else post(job);
  }

  function startThread(): Thread {
    const worker = new Worker(workerUrl(), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    const thread: Thread = { worker, jobs: [] };
    worker.on('message', (message: FromWorker) => {
      if (thread.jobs[0]?.number !== message.job) return;
      if ('bytesRead' in message) {
        thread.jobs[0].onBytes?.(message.bytesRead, message.workedOut);
        return;
      }
      const job = thread.jobs.shift();
      // An idle thread must not keep a finished command alive.
      if (thread.jobs.length === 0) worker.unref();
      watch(thread);
      if ('failed' in message) job?.reject(new Error(message.failed));
      else job?.resolve(message.gave);
    });
    worker.on('error', (error) => drop(thread, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => drop(thread, new Error(`the reading thread ended with code ${code}`)));
    threads.push(thread);
    return thread;
  }

  function leastBusy(): Thread {
    const idlest = threads.reduce<Thread | null>(
      (best, thread) => (best === null || thread.jobs.length < best.jobs.length ? thread : best),
      null,
    );
    return idlest === null || (idlest.jobs.length > 0 && threads.length < size) ? startThread() : idlest;
  }

  function post(job: Job): void {
    const thread = leastBusy();
    thread.jobs.push(job);
    thread.worker.ref();
    const { number, file, wantTracks } = job;
    // A thread has no origin; the rule is for windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    thread.worker.postMessage({ job: number, file, wantTracks } satisfies ToWorker);
    if (thread.jobs.length === 1) watch(thread);
  }

  return {
    size,
    read(file, { wantTracks, onBytes }) {
      if (closed) return Promise.reject(new Error(CLOSED));
      return new Promise((resolve, reject) => {
        post({ number: nextJob++, file, wantTracks, onBytes, resolve, reject });
      });
    },
    async close() {
      closed = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
