/** A worker thread that reads and analyses files while the main thread stores what came of others. */
import { parentPort } from 'node:worker_threads';
import { CHANNELS, type Track } from '@kneewise/engine';
import { readOne, type WhatItGave } from './read-one.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const port = parentPort;
if (port === null) throw new Error('import-worker.ts must be started as a worker');

const NO_TRACK: Track = { timeS: new Float64Array(0) };

const withoutTracks = (gave: WhatItGave): WhatItGave => ({
  ...gave,
  activities: gave.activities.map((activity) => ({
    ...activity,
    recording: { ...activity.recording, track: NO_TRACK },
  })),
});

/** The buffers of all columns, each once: they change threads without a copy. */
function columnBuffers(gave: WhatItGave): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { recording } of gave.activities)
    for (const channel of ['timeS', ...CHANNELS] as const) {
      const column = recording.track[channel];
      if (column !== undefined && column.buffer instanceof ArrayBuffer) buffers.add(column.buffer);
    }
  return [...buffers];
}

const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

async function answer({ job, file, wantTracks }: ToWorker): Promise<void> {
  try {
    const gave = await readOne(file);
    if (wantTracks) say({ job, gave }, columnBuffers(gave));
    else say({ job, gave: withoutTracks(gave) });
  } catch (error) {
    say({ job, failed: error instanceof Error ? error.message : String(error) });
  }
}

port.on('message', (message: ToWorker) => void answer(message));
