/** Runs in a worker thread: the simulated studies of some variants. */
import { parentPort, workerData } from 'node:worker_threads';
import { type StudyRequest, studyVariant } from './policies-studies.ts';

// A worker's port is no window: there is no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(studyVariant(workerData as StudyRequest));
