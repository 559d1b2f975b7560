/**
 * A run in half minutes of steady running: mean speed, cadence, contact time, oscillation and grade of each
 * (models.md D and E). Half minutes smooth single strides away and keep hills apart.
 */
import { CONTACT_RANGE_MS, type Range } from '../knee-load/ranges.ts';
import type { Track } from '../track.ts';
import type { Motion } from './motion.ts';

/** Length of a bin in moving time, s. [models.md D: our choice] */
export const BIN_S = 30;
/** Share of a bin that must be running with a cadence. [models.md D: our choice] */
export const LEAST_BIN_SHARE = 0.8;
/** Oscillation of the trunk outside this is a sensor that is not there, mm. Our choice. */
const OSCILLATION_RANGE_MM: Range = { low: 20, high: 200 };
/** Heart rates outside this are a strap that slipped, beats/min. Our choice. */
const HEART_RATE_RANGE_BPM: Range = { low: 40, high: 230 };
/** Steps outside this are a sensor that is not there, m. Our choice. */
const STEP_LENGTH_RANGE_M: Range = { low: 0.3, high: 2.5 };
/** Balance outside this is a sensor that slipped, % on the left. Our choice. */
const BALANCE_RANGE_PCT: Range = { low: 30, high: 70 };
const EVERYTHING: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Columns of one length, one entry a kept bin, in the order run. */
export interface HalfMinuteBins {
  /** Moving time at which the bin begins, s. */
  readonly startS: Float64Array;
  /** Distance covered when it begins, m; NaN where not recorded. */
  readonly startM: Float64Array;
  readonly speedMps: Float64Array;
  readonly cadenceSpm: Float64Array;
  /** These four are NaN where less than `LEAST_BIN_SHARE` of the bin has them. */
  readonly contactMs: Float64Array;
  readonly oscillationMm: Float64Array;
  readonly heartRateBpm: Float64Array;
  readonly gradeRatio: Float64Array;
  /** Length of a step, m, and share of ground time on the left foot, %; absent where not recorded. */
  readonly stepLengthM?: Float64Array;
  readonly balancePct?: Float64Array;
}

/** Seconds of steady running, in pieces that do not cross the border of a bin. */
interface SteadyPieces {
  readonly sample: Int32Array;
  /** Place in `halfMinutes`. */
  readonly bin: Int32Array;
  readonly seconds: Float64Array;
  readonly count: number;
  /** Which half minutes of moving time hold any, rising: a clock that leaps years ahead takes no room for them. */
  readonly halfMinutes: readonly number[];
}

/** Mean over each bin of a channel's values in steady samples, weighted by the seconds they stand for. */
function binMeans(
  column: Float64Array | null | undefined,
  pieces: SteadyPieces,
  bins: number,
  { low, high }: Range,
): Float64Array {
  const mean = new Float64Array(bins);
  if (column === null || column === undefined) return mean.fill(Number.NaN);
  const seconds = new Float64Array(bins);
  for (let i = 0; i < pieces.count; i += 1) {
    const value = column[pieces.sample[i] ?? 0] ?? Number.NaN;
    if (!(value >= low && value <= high)) continue;
    const bin = pieces.bin[i] ?? 0;
    const span = pieces.seconds[i] ?? 0;
    mean[bin] = (mean[bin] ?? 0) + value * span;
    seconds[bin] = (seconds[bin] ?? 0) + span;
  }
  for (let bin = 0; bin < bins; bin += 1) {
    const has = seconds[bin] ?? 0;
    mean[bin] = has >= LEAST_BIN_SHARE * BIN_S - ROUNDING_S ? (mean[bin] ?? 0) / has : Number.NaN;
  }
  return mean;
}

/** Half minutes that one sample's seconds may lie in: 60 s cross two borders. Our choice, with `LONGEST_GAP_S`. */
const MOST_PIECES = 3;
/** Adding spans of seconds loses the last digits; a bin must not miss its share by that.
 * [definition: binary fractions] */
const ROUNDING_S = 1e-6;

/** Each steady sample's seconds, split at the borders of bins. */
function steadyPieces(track: Track, { movingS, spanS, running }: Motion): SteadyPieces {
  const cadence = track.cadenceSpm;
  const n = running.length;
  // A sample stands for a minute at most, so it crosses two borders at most.
  const most = n * MOST_PIECES;
  const sample = new Int32Array(most);
  const bin = new Int32Array(most);
  const seconds = new Float64Array(most);
  const halfMinutes: number[] = [];
  let count = 0;
  for (let i = 0; i < n; i += 1) {
    if (running[i] === 0 || !Number.isFinite(cadence?.[i])) continue;
    let from = movingS[i] ?? 0;
    const to = from + (spanS[i] ?? 0);
    while (from < to && count < most) {
      const here = Math.floor(from / BIN_S);
      const until = Math.min(to, (here + 1) * BIN_S);
      if (!(until > from)) break;
      if (halfMinutes.at(-1) !== here) halfMinutes.push(here);
      sample[count] = i;
      bin[count] = halfMinutes.length - 1;
      seconds[count] = until - from;
      count += 1;
      from = until;
    }
  }
  return { sample, bin, seconds, count, halfMinutes };
}

/** Distance when each half minute begins: at its first sample. */
const distanceAtBin = (track: Track, movingS: Float64Array, halfMinutes: readonly number[]): Float64Array => {
  const metres = new Float64Array(halfMinutes.length).fill(Number.NaN);
  let at = 0;
  for (let i = 0; i < movingS.length && at < halfMinutes.length; i += 1) {
    const here = Math.floor((movingS[i] ?? 0) / BIN_S);
    while (at < halfMinutes.length && (halfMinutes[at] ?? 0) < here) at += 1;
    if (halfMinutes[at] === here && Number.isNaN(metres[at] ?? 0))
      metres[at] = track.distanceM?.[i] ?? Number.NaN;
  }
  return metres;
};

/**
 * Cuts moving time into half minutes and keeps those of which at least 80 % is running (1.5–7 m/s at
 * 130–240 steps/min). A track without cadence or speed has none.
 * @param grade rise over run at each sample, or null
 */
export function halfMinuteBins(track: Track, motion: Motion, grade: Float64Array | null): HalfMinuteBins {
  const steady = steadyPieces(track, motion);
  const bins = steady.halfMinutes.length;
  const speed = binMeans(motion.speedMps, steady, bins, EVERYTHING);
  const kept = Array.from(speed.keys()).filter((bin) => Number.isFinite(speed[bin]));
  const pick = (column: Float64Array): Float64Array =>
    Float64Array.from(kept, (bin) => column[bin] ?? Number.NaN);
  return {
    startS: Float64Array.from(kept, (bin) => (steady.halfMinutes[bin] ?? 0) * BIN_S),
    startM: pick(distanceAtBin(track, motion.movingS, steady.halfMinutes)),
    speedMps: pick(speed),
    cadenceSpm: pick(binMeans(track.cadenceSpm, steady, bins, EVERYTHING)),
    contactMs: pick(binMeans(track.contactMs, steady, bins, CONTACT_RANGE_MS)),
    oscillationMm: pick(binMeans(track.oscillationMm, steady, bins, OSCILLATION_RANGE_MM)),
    heartRateBpm: pick(binMeans(track.heartRateBpm, steady, bins, HEART_RATE_RANGE_BPM)),
    gradeRatio: pick(binMeans(grade, steady, bins, EVERYTHING)),
    ...(track.stepLengthM && {
      stepLengthM: pick(binMeans(track.stepLengthM, steady, bins, STEP_LENGTH_RANGE_M)),
    }),
    ...(track.balancePct && {
      balancePct: pick(binMeans(track.balancePct, steady, bins, BALANCE_RANGE_PCT)),
    }),
  };
}
