/** Positions that exports of before 2019 list inside a workout instead of in a file of their own. */
import type { Track } from '@kneewise/engine';
import { distanceFromPositions } from '../read/distance-from-positions.ts';
import { speedFromDistance } from '../read/speed-from-distance.ts';
import { xmlNumber } from '../read/xml-number.ts';
import { appleTimeMs } from './times.ts';
import type { Attributes } from './workout.ts';

/** Time in epoch milliseconds, latitude, longitude, altitude, speed. */
const FIGURES = 5;
const MS_PER_S = 1000;

/** Appends one position; one without a time or a place is left out. */
export function hearLocation(route: number[], attributes: Attributes): void {
  const ms = appleTimeMs(attributes['date'] ?? '');
  const [lat, lon] = [xmlNumber(attributes['latitude'] ?? ''), xmlNumber(attributes['longitude'] ?? '')];
  if (Number.isNaN(ms) || !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return;
  const speed = xmlNumber(attributes['speed'] ?? '');
  route.push(ms, lat, lon, xmlNumber(attributes['altitude'] ?? ''), speed >= 0 ? speed : Number.NaN);
}

const known = (values: Float64Array): boolean => values.some((value) => !Number.isNaN(value));

/** The positions of a workout as a track, in the order of their times; null where there are none within it. */
export function inlineTrack(route: readonly number[], startMs: number, endMs: number): Track | null {
  const rows: number[] = [];
  for (let at = 0; at < route.length; at += FIGURES) {
    const ms = route[at] ?? Number.NaN;
    if (ms >= startMs && ms <= endMs) rows.push(at);
  }
  if (rows.length === 0) return null;
  rows.sort((a, b) => (route[a] ?? 0) - (route[b] ?? 0) || a - b);
  const column = (figure: number): Float64Array =>
    Float64Array.from(rows, (at) => route[at + figure] ?? Number.NaN);
  const timeS = column(0).map((ms) => (ms - startMs) / MS_PER_S);
  const [latDeg, lonDeg, altitudeM, stated] = [column(1), column(2), column(3), column(4)];
  const distanceM = distanceFromPositions(timeS, latDeg, lonDeg, []);
  const speedMps = known(stated) ? stated : speedFromDistance(timeS, distanceM);
  return { timeS, distanceM, speedMps, ...(known(altitudeM) && { altitudeM }), latDeg, lonDeg };
}
