/** Threads that read files, and the main thread's side of talking to them. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileToRead, WhatItGave } from './read-one.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** More threads than this only wait for the one that stores. Our choice. */
const MOST_WORKERS = 4;

export interface ReadingPool {
  readonly size: number;
  /** @throws where the reader itself fails, or its thread ends; whatever is wrong with the file is a refusal */
  read(file: FileToRead, options: { readonly wantTracks: boolean }): Promise<WhatItGave>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (gave: WhatItGave) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** By job. */
  readonly waiting: Map<number, Waiting>;
}

const workerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js', import.meta.url);

/** Threads start as files come and stay until `close`. */
export function readingPool(size: number = Math.min(MOST_WORKERS, availableParallelism())): ReadingPool {
  const threads: Thread[] = [];
  let nextJob = 0;
  let closed = false;

  function startThread(): Thread {
    const worker = new Worker(workerUrl());
    const thread: Thread = { worker, waiting: new Map() };
    const end = (error: Error): void => {
      const at = threads.indexOf(thread);
      if (at >= 0) threads.splice(at, 1);
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
    };
    worker.on('message', (message: FromWorker) => {
      const waiting = thread.waiting.get(message.job);
      thread.waiting.delete(message.job);
      // An idle thread must not keep a finished command alive.
      if (thread.waiting.size === 0) worker.unref();
      if ('failed' in message) waiting?.reject(new Error(message.failed));
      else waiting?.resolve(message.gave);
    });
    worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => end(new Error(`the reading thread ended with code ${code}`)));
    threads.push(thread);
    return thread;
  }

  function leastBusy(): Thread {
    const idlest = threads.reduce<Thread | null>(
      (best, thread) => (best === null || thread.waiting.size < best.waiting.size ? thread : best),
      null,
    );
    return idlest === null || (idlest.waiting.size > 0 && threads.length < size) ? startThread() : idlest;
  }

  return {
    size,
    read(file, { wantTracks }) {
      if (closed) return Promise.reject(new Error('the reading pool is closed'));
      const { worker, waiting } = leastBusy();
      const job = nextJob++;
      return new Promise((resolve, reject) => {
        waiting.set(job, { resolve, reject });
        worker.ref();
        // A thread has no origin; the rule is for windows.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage({ job, file, wantTracks } satisfies ToWorker);
      });
    },
    async close() {
      closed = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
