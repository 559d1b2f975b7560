/**
 * A run in half minutes of steady running: mean speed, cadence, contact time, oscillation and grade of each
 * (models.md D and E). Half minutes smooth single strides away and keep hills apart.
 */
import { CONTACT_RANGE_MS, type Range, within } from '../knee-load/ranges.ts';
import type { Track } from '../track.ts';
import type { Motion } from './motion.ts';

/** Length of a bin in moving time, s. [models.md D: our choice] */
export const BIN_S = 30;
/** Share of a bin that must be running with a cadence. [models.md D: our choice] */
export const LEAST_BIN_SHARE = 0.8;
/** Oscillation of the trunk outside this is a sensor that is not there, mm. Our choice. */
const OSCILLATION_RANGE_MM: Range = { low: 20, high: 200 };
const EVERYTHING: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Columns of one length, one entry a kept bin, in the order run. */
export interface HalfMinuteBins {
  /** Moving time at which the bin begins, s. */
  readonly startS: Float64Array;
  /** Distance covered when it begins, m; NaN where not recorded. */
  readonly startM: Float64Array;
  readonly speedMps: Float64Array;
  readonly cadenceSpm: Float64Array;
  /** These three are NaN where less than `LEAST_BIN_SHARE` of the bin has them. */
  readonly contactMs: Float64Array;
  readonly oscillationMm: Float64Array;
  readonly gradeRatio: Float64Array;
}

/** Mean over each bin of a channel's values in steady samples, weighted by the seconds they stand for. */
function binMeans(
  column: Float64Array | null | undefined,
  steadyS: readonly (readonly [sample: number, bin: number, seconds: number])[],
  bins: number,
  range: Range,
): Float64Array {
  const sum = new Float64Array(bins);
  const seconds = new Float64Array(bins);
  if (column !== null && column !== undefined) {
    for (const [sample, bin, span] of steadyS) {
      const value = column[sample] ?? Number.NaN;
      if (Number.isNaN(value) || !within(value, range)) continue;
      sum[bin] = (sum[bin] ?? 0) + value * span;
      seconds[bin] = (seconds[bin] ?? 0) + span;
    }
  }
  return sum.map((total, bin) => {
    const has = seconds[bin] ?? 0;
    return has >= LEAST_BIN_SHARE * BIN_S - ROUNDING_S ? total / has : Number.NaN;
  });
}

/** Adding spans of seconds loses the last digits; a bin must not miss its share by that. */
const ROUNDING_S = 1e-6;

/** Each steady sample's seconds, split at the borders of bins. */
function steadySeconds(track: Track, { movingS, spanS, running }: Motion): [number, number, number][] {
  const pieces: [number, number, number][] = [];
  for (let i = 0; i < running.length; i += 1) {
    if (running[i] === 0 || !Number.isFinite(track.cadenceSpm?.[i] ?? Number.NaN)) continue;
    let from = movingS[i] ?? 0;
    const to = from + (spanS[i] ?? 0);
    while (from < to) {
      const bin = Math.floor(from / BIN_S);
      const until = Math.min(to, (bin + 1) * BIN_S);
      pieces.push([i, bin, until - from]);
      from = until;
    }
  }
  return pieces;
}

const distanceAtBin = (track: Track, movingS: Float64Array, bins: number): Float64Array => {
  const metres = new Float64Array(bins).fill(Number.NaN);
  for (let i = 0; i < movingS.length; i += 1) {
    const bin = Math.floor((movingS[i] ?? 0) / BIN_S);
    const here = track.distanceM?.[i] ?? Number.NaN;
    if (bin < bins && Number.isNaN(metres[bin] ?? 0)) metres[bin] = here;
  }
  return metres;
};

/**
 * Cuts moving time into half minutes and keeps those of which at least 80 % is running (1.5–7 m/s at
 * 130–240 steps/min). A track without cadence or speed has none.
 * @param grade rise over run at each sample, or null
 */
export function halfMinuteBins(track: Track, motion: Motion, grade: Float64Array | null): HalfMinuteBins {
  const steady = steadySeconds(track, motion);
  const bins = (steady.at(-1)?.[1] ?? -1) + 1;
  const speed = binMeans(motion.speedMps, steady, bins, EVERYTHING);
  const kept = Array.from(speed.keys()).filter((bin) => Number.isFinite(speed[bin]));
  const pick = (column: Float64Array): Float64Array =>
    Float64Array.from(kept, (bin) => column[bin] ?? Number.NaN);
  return {
    startS: Float64Array.from(kept, (bin) => bin * BIN_S),
    startM: pick(distanceAtBin(track, motion.movingS, bins)),
    speedMps: pick(speed),
    cadenceSpm: pick(binMeans(track.cadenceSpm, steady, bins, EVERYTHING)),
    contactMs: pick(binMeans(track.contactMs, steady, bins, CONTACT_RANGE_MS)),
    oscillationMm: pick(binMeans(track.oscillationMm, steady, bins, OSCILLATION_RANGE_MM)),
    gradeRatio: pick(binMeans(grade, steady, bins, EVERYTHING)),
  };
}
