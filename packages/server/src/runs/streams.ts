/**
 * A run's streams, few enough points to draw in one frame: columns of equal length, null where a figure is not
 * known, where the runner was not running, and in the middle of a gap, so that no line bridges one.
 */
import type { z } from '@hono/zod-openapi';
import {
  type Channel,
  type Interval,
  kneeLoadAlong,
  LONGEST_GAP_S,
  type Measured,
  median,
  motionOf,
  type Run,
  type Track,
} from '@kneewise/engine';
import type { Streams } from '../api.ts';

type StreamsAnswer = z.infer<typeof Streams>;

/** More points than a wide screen has pixels for are averaged. Our choice. */
export const MOST_POINTS = 2_000;
/** Shorter breaks in running are not worth a shade. Our choice. Seconds */
const SHORTEST_BREAK_S = 10;

/** Digits after the point that a reader can see or a sensor can tell. */
const DIGITS: Readonly<Partial<Record<Channel | 'share', number>>> = {
  distanceM: 1,
  speedMps: 3,
  cadenceSpm: 1,
  heartRateBpm: 0,
  altitudeM: 1,
  contactMs: 0,
  latDeg: 6,
  lonDeg: 6,
  share: 4,
};

/** Knee load a step that is usual for this runner: the median of the runs' own means. BW·s; null: cannot tell. */
export function usualStepBws(runs: readonly Run[]): number | null {
  const steps = runs.flatMap(({ analysis: { kneeLoad } }) =>
    kneeLoad.known ? [kneeLoad.value.impulsePerStepBws] : [],
  );
  return steps.length === 0 ? null : median(steps);
}

/** A stretch of samples drawn as one point; null is a point in the middle of a gap, where nothing is drawn. */
type Point = { readonly from: number; readonly to: number } | null;

interface Points {
  readonly timeS: number[];
  readonly points: readonly Point[];
}

function pointsOf(timeS: Float64Array): Points {
  const each = Math.max(1, Math.ceil(timeS.length / MOST_POINTS));
  const points: Point[] = [];
  const times: number[] = [];
  let from = 0;
  while (from < timeS.length) {
    let to = from + 1;
    const gapAfter = (i: number): boolean =>
      (timeS[i + 1] ?? Number.NaN) - (timeS[i] ?? Number.NaN) > LONGEST_GAP_S;
    while (to < timeS.length && to - from < each && !gapAfter(to - 1)) to++;
    const start = timeS[from] ?? 0;
    const end = timeS[to - 1] ?? start;
    points.push({ from, to });
    times.push(round((start + end) / 2, 1));
    if (to < timeS.length && gapAfter(to - 1)) {
      points.push(null);
      times.push(round((end + (timeS[to] ?? end)) / 2, 1));
    }
    from = to;
  }
  return { timeS: times, points };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Mean of what is known, or null. */
function drawn(
  column: Float64Array | undefined,
  points: readonly Point[],
  digits: number,
  only: Uint8Array | null,
): (number | null)[] | null {
  if (column === undefined) return null;
  return points.map((point) => {
    if (point === null) return null;
    let sum = 0;
    let count = 0;
    for (let i = point.from; i < point.to; i++) {
      const value = column[i] ?? Number.NaN;
      if (Number.isNaN(value) || (only !== null && only[i] === 0)) continue;
      sum += value;
      count++;
    }
    return count === 0 ? null : round(sum / count, digits);
  });
}

/** Stretches of at least ten seconds without running, pauses among them. */
function breaks(timeS: Float64Array, running: Uint8Array, pauses: readonly Interval[]): Interval[] {
  const found: { fromS: number; toS: number }[] = pauses.map(({ fromS, toS }) => ({ fromS, toS }));
  let from: number | null = null;
  for (let i = 0; i <= running.length; i++) {
    const runs = i === running.length || running[i] === 1;
    const at = timeS[Math.min(i, running.length - 1)] ?? 0;
    if (!runs) from ??= at;
    else if (from !== null) {
      found.push({ fromS: from, toS: at });
      from = null;
    }
  }
  const merged: { fromS: number; toS: number }[] = [];
  for (const stretch of found.sort((a, b) => a.fromS - b.fromS)) {
    const last = merged.at(-1);
    if (last !== undefined && stretch.fromS <= last.toS) last.toS = Math.max(last.toS, stretch.toS);
    else merged.push(stretch);
  }
  return merged
    .filter(({ fromS, toS }) => toS - fromS >= SHORTEST_BREAK_S)
    .map(({ fromS, toS }) => ({ fromS: round(fromS, 1), toS: round(toS, 1) }));
}

/**
 * @param stepBws what a step usually loads this runner's knee, or null
 * @param sdRatio of this run's knee load
 */
export function streamsOf(
  track: Track,
  pauses: readonly Interval[],
  stepBws: number | null,
  sdRatio: Measured<number>,
): StreamsAnswer {
  const motion = motionOf(track, pauses);
  const { timeS, points } = pointsOf(track.timeS);
  const column = (channel: Channel, of: Float64Array | undefined, only: Uint8Array | null = null) =>
    drawn(of, points, DIGITS[channel] ?? 0, only);
  const load = stepBws === null ? null : kneeLoadAlong(track, {}, pauses);
  const shares = load?.impulsePerStepBws.map((bws) => bws / (stepBws ?? Number.NaN));
  return {
    timeS,
    distanceM: column('distanceM', track.distanceM),
    speedMps: column('speedMps', motion.speedMps ?? undefined, motion.running),
    cadenceSpm: column('cadenceSpm', track.cadenceSpm, motion.running),
    heartRateBpm: column('heartRateBpm', track.heartRateBpm),
    altitudeM: column('altitudeM', track.altitudeM),
    contactMs: column('contactMs', track.contactMs, motion.running),
    latDeg: column('latDeg', track.latDeg),
    lonDeg: column('lonDeg', track.lonDeg),
    kneeLoadShare: drawn(shares, points, DIGITS.share ?? 0, motion.running),
    kneeLoadSdRatio: shares !== undefined && sdRatio.known ? sdRatio.value : null,
    notRunning: motion.speedMps === null ? [] : breaks(track.timeS, motion.running, pauses),
  };
}
