/** Runs in a worker thread: one simulated study. */
import { parentPort, workerData } from 'node:worker_threads';
import { answer, type Request } from './studies.ts';

// A worker's port is no window: there is no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(answer(workerData as Request));
