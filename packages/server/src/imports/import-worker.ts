/** A worker thread that reads and analyses files while the main thread stores what came of others. */
import { parentPort } from 'node:worker_threads';
import { CHANNELS, type Track } from '@kneewise/engine';
import { packTrack } from '@kneewise/store';
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

/** Packing takes longest of all that storing does, so it is done here. */
const packed = (gave: WhatItGave): WhatItGave => ({
  ...gave,
  activities: gave.activities.map((activity) =>
    Object.assign(activity, { packedTrack: packTrack(activity.recording.track) }),
  ),
});

/** The buffers of all columns and packed tracks, each once: they change threads without a copy. */
function buffersOf(gave: WhatItGave): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { recording, packedTrack } of gave.activities) {
    // What zlib made may lie in a pool that it shares with others; that is copied instead.
    if (
      packedTrack?.buffer instanceof ArrayBuffer &&
      packedTrack.byteLength === packedTrack.buffer.byteLength
    )
      buffers.add(packedTrack.buffer);
    for (const channel of ['timeS', ...CHANNELS] as const) {
      const column = recording.track[channel];
      if (column !== undefined && column.buffer instanceof ArrayBuffer) buffers.add(column.buffer);
    }
  }
  return [...buffers];
}

const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

async function answer({ job, file, wantTracks }: ToWorker): Promise<void> {
  try {
    const gave = await readOne(file);
    if (wantTracks) {
      const whole = packed(gave);
      say({ job, gave: whole }, buffersOf(whole));
    } else say({ job, gave: withoutTracks(gave) });
  } catch (error) {
    say({ job, failed: error instanceof Error ? error.message : String(error) });
  }
}

port.on('message', (message: ToWorker) => void answer(message));
