/** A worker thread that reads and analyses files while the main thread stores what came of others. */
import { parentPort } from 'node:worker_threads';
import type { Track } from '@kneewise/engine';
import { packTrack } from '@kneewise/store/pack-track';
import { readOne, type WhatItGave } from './read-one.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const port = parentPort;
if (port === null) throw new Error('import-worker.ts must be started as a worker');

const NO_TRACK: Track = { timeS: new Float64Array(0) };

/** Columns stay behind: whoever asked keeps them packed or does without. Packing takes longest, so it is done here. */
const asAsked = (gave: WhatItGave, wantTracks: boolean): WhatItGave => ({
  ...gave,
  activities: gave.activities.map((activity) => {
    const { recording, channels, samples } = activity;
    const packed = wantTracks ? { bytes: packTrack(recording.track), channels, samples } : null;
    return Object.assign(activity, {
      recording: { ...recording, track: NO_TRACK },
      ...(packed === null ? {} : { packed }),
    });
  }),
});

/** Packed tracks change threads without a copy. */
const buffersOf = (gave: WhatItGave): ArrayBuffer[] =>
  gave.activities.flatMap(({ packed }) =>
    packed?.bytes.buffer instanceof ArrayBuffer ? [packed.bytes.buffer] : [],
  );

const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

async function answer({ job, file, wantTracks }: ToWorker): Promise<void> {
  try {
    const gave = asAsked(await readOne(file), wantTracks);
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
