/** A worker thread that reads and analyses files while the main thread stores what came of others. */
import { parentPort } from 'node:worker_threads';
import type { Track } from '@kneewise/engine';
import { readOne, type WhatItGave } from './read-one.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const port = parentPort;
if (port === null) throw new Error('import-worker.ts must be started as a worker');

const NO_TRACK: Track = { timeS: new Float64Array(0) };

/** Columns stay behind: whoever asked keeps them packed or does without. */
const withoutTracks = (gave: WhatItGave): WhatItGave => ({
  ...gave,
  activities: gave.activities.map((activity) => ({
    ...activity,
    recording: { ...activity.recording, track: NO_TRACK },
  })),
});

/** How often a large file's progress is told. Our choice. */
const TELL_EVERY_MS = 200;

/** Packed tracks change threads without a copy. */
const buffersOf = (gave: WhatItGave): ArrayBuffer[] =>
  gave.activities.flatMap(({ packed }) =>
    packed?.bytes.buffer instanceof ArrayBuffer ? [packed.bytes.buffer] : [],
  );

const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

async function answer({ job, file, wantTracks }: ToWorker): Promise<void> {
  try {
    let toldMs = performance.now();
    const onBytes = (bytesRead: number, workedOut: number): void => {
      const nowMs = performance.now();
      if (nowMs - toldMs < TELL_EVERY_MS) return;
      toldMs = nowMs;
      say({ job, bytesRead, workedOut });
    };
    // Packing takes longest, so it is done here.
    const read = await readOne(file, { packed: wantTracks, onBytes });
    const gave = wantTracks ? read : withoutTracks(read);
    say({ job, gave }, buffersOf(gave));
  } catch (error) {
    say({ job, failed: error instanceof Error ? error.message : String(error) });
  }
}

/** One after the other: what holds a thread up is then known, and two large tracks are never held at once. */
let last: Promise<void> = Promise.resolve();
port.on('message', (message: ToWorker) => {
  last = last.then(() => answer(message));
});
