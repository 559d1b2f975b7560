/** Made-up files for tests of the store: small, valid, each as different as its seed. */
import { createHash } from 'node:crypto';
import { known, missing, type Recording, type RunAnalysis, type Track } from '@kneewise/engine';
import type { NewActivity, NewSource } from '../history-store.ts';

export const RUNNER = 'runner-1';
export const SUNDAY_MS = Date.UTC(2026, 2, 1, 8);

/** `samples` seconds at 3 m/s; `gpsOnly` leaves the sensors out. */
export function steadyTrack(samples: number, { gpsOnly = false } = {}): Track {
  const column = (f: (i: number) => number): Float64Array =>
    Float64Array.from({ length: samples }, (_, i) => f(i));
  return {
    timeS: column((i) => i),
    distanceM: column((i) => 3 * i),
    latDeg: column((i) => 48 + i / 1e5),
    lonDeg: column((i) => 11 + i / 1e5),
    ...(gpsOnly
      ? {}
      : { cadenceSpm: column((i) => 166 + (i % 5)), heartRateBpm: column((i) => 140 + (i % 3)) }),
  };
}

export const analysis: RunAnalysis = {
  engineVersion: 1,
  meanSpeedMps: known(3),
  cadenceSpm: known(168),
  ascentM: missing({ reason: 'not-recorded', what: 'altitude' }),
  descentM: missing({ reason: 'not-recorded', what: 'altitude' }),
  kneeLoad: known({
    peakForceBw: 4.5,
    impulsePerStepBws: 0.41,
    impulsePerKmBws: 220,
    impulseRunBws: 2222,
    damagePerKm: { value: 1, exponent: 4 },
    sdRatio: 0.2,
    form: 'speed-cadence',
  }),
  cadenceBins: [
    { speedMps: 3, cadenceSpm: 168, gradeRatio: null },
    { speedMps: 3.25, cadenceSpm: 170, gradeRatio: 0.0625 },
  ],
};

export function recordingWith(change: Partial<Recording> = {}): Recording {
  const elapsedS = change.elapsedS ?? 1800;
  return {
    startAtMs: SUNDAY_MS,
    utcOffsetMin: 60,
    sport: 'running',
    subSport: null,
    name: null,
    device: 'Test Watch 1',
    distanceM: known(3 * elapsedS),
    movingS: known(elapsedS),
    elapsedS,
    ascentM: missing({ reason: 'not-recorded', what: 'ascent' }),
    descentM: missing({ reason: 'not-recorded', what: 'descent' }),
    pauses: [],
    track: steadyTrack(60),
    ...change,
  };
}

export const activityWith = (change: Partial<Recording> = {}): NewActivity => {
  const recording = recordingWith(change);
  return { recording, warnings: [], analysis: recording.sport === 'running' ? analysis : null };
};

/** @param content stands for the file's bytes; equal content is the same file */
export function sourceWith(content: string, change: Partial<NewSource> = {}): NewSource {
  const original = new TextEncoder().encode(content);
  return {
    batchId: 'batch-1',
    path: `${content}.fit`,
    contentHash: createHash('sha256').update(original).digest('hex'),
    original,
    activities: change.refusal === undefined || change.refusal === null ? [activityWith()] : [],
    refusal: null,
    ...change,
  };
}

export async function allBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(piece.slice());
  return Buffer.concat(found);
}
