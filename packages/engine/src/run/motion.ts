/**
 * A track made ready for sums: time without pauses, how long each sample stands for, speed at each sample,
 * and which samples are running.
 *
 * Recorders write once a second or only when something changes, leave gaps under bridges, and do not always say
 * that they paused. So a sample stands until the next one, but not for long, unless the distance shows that the
 * runner ran on.
 */
import type { Interval, Track } from '../track.ts';
import { RUNNING_FROM_SPM } from '../cadence/running-cadence.ts';
import { CADENCE_RANGE_SPM, SPEED_RANGE_MPS } from '../knee-load/ranges.ts';

/** A sample stands for no longer than this, s. Our choice: recorders that skip write at least every 10 s. */
export const LONGEST_HOLD_S = 10;
/** …unless the distance shows running through the gap; then up to this, s. Our choice. */
export const LONGEST_GAP_S = 60;
/** Half the stretch over which speed is taken from distance, s. Our choice: smooths positions, keeps strides. */
export const SPEED_HALF_WINDOW_S = 5;
/** Running, where no cadence says so, begins here, m/s. Our choice; people change gait near 2 m/s. */
export const RUNNING_FROM_MPS = 1.8;

export interface Motion {
  /** Seconds since the start, pauses taken out; never falls. */
  readonly movingS: Float64Array;
  /** Seconds a sample stands for. */
  readonly spanS: Float64Array;
  /** m/s; NaN where nothing tells. Null: neither speed nor distance was recorded. */
  readonly speedMps: Float64Array | null;
  /** 1 where the sample is running that the knee-load model covers, else 0. */
  readonly running: Uint8Array;
}

/** Seconds of moving time at each sample: time since the start less the pauses before it. */
export function movingTimeS(timeS: Float64Array, pauses: readonly Interval[]): Float64Array {
  const ordered = pauses.filter((pause) => pause.toS > pause.fromS).toSorted((a, b) => a.fromS - b.fromS);
  const first = timeS[0] ?? 0;
  let next = 0;
  let paused = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const movingS = new Float64Array(timeS.length);
  for (let i = 0; i < timeS.length; i += 1) {
    const t = timeS[i] ?? Number.NaN;
    for (let pause = ordered[next]; pause !== undefined && pause.toS <= t; pause = ordered[next]) {
      const from = Math.max(pause.fromS, pausedUntil, first);
      paused += Math.max(0, pause.toS - from);
      pausedUntil = Math.max(pausedUntil, pause.toS);
      next += 1;
    }
    const inside = ordered[next];
    const since = inside === undefined ? Infinity : Math.max(inside.fromS, pausedUntil, first);
    movingS[i] = t - first - paused - Math.max(0, t - since);
  }
  return movingS;
}

/** Speed from distance over the samples within ±`SPEED_HALF_WINDOW_S` of moving time, at least one either side. */
export function speedFromDistance(distanceM: Float64Array, movingS: Float64Array): Float64Array {
  const n = distanceM.length;
  const speed = new Float64Array(n).fill(Number.NaN);
  // Only samples that have a distance take part.
  const at = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i += 1) {
    if (!Number.isFinite(distanceM[i])) continue;
    at[count] = i;
    count += 1;
  }
  let from = 0;
  let to = 0;
  for (let k = 0; k < count; k += 1) {
    const i = at[k] ?? 0;
    const now = movingS[i] ?? 0;
    while ((movingS[at[from] ?? 0] ?? 0) < now - SPEED_HALF_WINDOW_S) from += 1;
    while (to + 1 < count && (movingS[at[to + 1] ?? 0] ?? 0) <= now + SPEED_HALF_WINDOW_S) to += 1;
    const a = at[Math.min(from, Math.max(0, k - 1))] ?? i;
    const b = at[Math.max(to, Math.min(count - 1, k + 1))] ?? i;
    const seconds = (movingS[b] ?? 0) - (movingS[a] ?? 0);
    const metres = (distanceM[b] ?? 0) - (distanceM[a] ?? 0);
    if (seconds > 0 && metres >= 0) speed[i] = metres / seconds;
  }
  return speed;
}

const speedOf = (track: Track, movingS: Float64Array): Float64Array | null => {
  const derived = track.distanceM === undefined ? null : speedFromDistance(track.distanceM, movingS);
  if (track.speedMps === undefined) return derived;
  if (derived === null) return track.speedMps;
  const speed = track.speedMps.slice();
  for (let i = 0; i < speed.length; i += 1) {
    if (!Number.isFinite(speed[i])) speed[i] = derived[i] ?? Number.NaN;
  }
  return speed;
};

function spansOf(movingS: Float64Array, distanceM: Float64Array | undefined): Float64Array {
  const spans = new Float64Array(movingS.length);
  for (let i = 0; i + 1 < movingS.length; i += 1) {
    const gap = (movingS[i + 1] ?? 0) - (movingS[i] ?? 0);
    if (gap <= LONGEST_HOLD_S) {
      spans[i] = gap;
      continue;
    }
    const metres = (distanceM?.[i + 1] ?? Number.NaN) - (distanceM?.[i] ?? Number.NaN);
    const ranOn = metres / gap >= SPEED_RANGE_MPS.low;
    spans[i] = Math.min(gap, ranOn ? LONGEST_GAP_S : LONGEST_HOLD_S);
  }
  return spans;
}

const isRunning = (speedMps: number, cadenceSpm: number): boolean =>
  speedMps >= SPEED_RANGE_MPS.low &&
  speedMps <= SPEED_RANGE_MPS.high &&
  (Number.isFinite(cadenceSpm)
    ? cadenceSpm >= RUNNING_FROM_SPM && cadenceSpm <= CADENCE_RANGE_SPM.high
    : speedMps >= RUNNING_FROM_MPS);

/** Reads a track as motion. Samples inside a pause stand for no time. */
export function motionOf(track: Track, pauses: readonly Interval[]): Motion {
  const movingS = movingTimeS(track.timeS, pauses);
  const speedMps = speedOf(track, movingS);
  const running = new Uint8Array(movingS.length);
  if (speedMps !== null) {
    const cadence = track.cadenceSpm;
    for (let i = 0; i < running.length; i += 1) {
      running[i] = isRunning(speedMps[i] ?? Number.NaN, cadence?.[i] ?? Number.NaN) ? 1 : 0;
    }
  }
  return { movingS, spanS: spansOf(movingS, track.distanceM), speedMps, running };
}
