/** From ordered points to the engine's track: seconds from the start, both feet, distance and speed filled in. */
import type { Interval, Sport, Track } from '@kneewise/engine';
import type { Warning } from '../read-result.ts';
import { bothFeet } from './cadence-feet.ts';
import type { OrderedPoints } from './ordered-points.ts';
import { speedFromDistance } from './speed-from-distance.ts';

export interface BuiltTrack {
  readonly track: Track;
  readonly warnings: readonly Warning[];
}

/** Turns epoch milliseconds into seconds since `startMs`, in place: a long file's column is not held twice. */
export function secondsSince(timeMs: Float64Array, startMs: number): Float64Array {
  for (let row = 0; row < timeMs.length; row++) timeMs[row] = ((timeMs[row] ?? 0) - startMs) / 1000;
  return timeMs;
}

/**
 * Where the file states no speed it is the slope of distance (`speed-from-distance.ts`).
 * @param distanceM the file's own or worked out from positions; null where there is neither
 */
export function buildTrack(
  points: OrderedPoints,
  timeS: Float64Array,
  distanceM: Float64Array | null,
  pauses: readonly Interval[],
  sport: Sport,
  perLegByFormat: boolean,
): BuiltTrack {
  const { altitudeM, heartRateBpm, powerW, latDeg, lonDeg, cadenceRaw } = points.columns;
  const warnings: Warning[] = [];
  const speedMps =
    points.columns.speedMps ?? (distanceM === null ? null : speedFromDistance(timeS, distanceM, pauses));
  let cadenceSpm: Float64Array | null = null;
  if (cadenceRaw !== undefined) {
    const feet = bothFeet(cadenceRaw, speedMps, sport, perLegByFormat);
    cadenceSpm = feet.cadenceSpm;
    warnings.push(...feet.warnings);
  }
  if (points.sorted) {
    const text = 'The file goes back in time; its points were put in the order of their times.';
    warnings.push({ code: 'times-sorted', text });
  }
  const track: Track = {
    timeS,
    ...(distanceM !== null && { distanceM }),
    ...(speedMps !== null && { speedMps }),
    ...(altitudeM !== undefined && { altitudeM }),
    ...(cadenceSpm !== null && { cadenceSpm }),
    ...(heartRateBpm !== undefined && { heartRateBpm }),
    ...(powerW !== undefined && { powerW }),
    ...(latDeg !== undefined && lonDeg !== undefined && { latDeg, lonDeg }),
  };
  return { track, warnings };
}
