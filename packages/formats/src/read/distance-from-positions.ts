/**
 * Distance along positions, for files that state none.
 *
 * The length of each step is taken on the WGS 84 ellipsoid by the two radii of curvature at its mean latitude
 * (error under 0.01 % for steps below 1 km); longer steps by the great circle on a sphere of the mean radius.
 * A step across a pause counts for nothing: a recorder that stands does not measure.
 */
import type { Interval } from '@kneewise/engine';

/** WGS 84: semi-major axis in metres, and first eccentricity squared. */
const SEMI_MAJOR_M = 6_378_137;
const ECCENTRICITY2 = 0.006_694_379_990_14;
/** IUGG mean radius. Metres. */
const MEAN_RADIUS_M = 6_371_008.8;
const RAD_PER_DEG = Math.PI / 180;
/** Beyond this the plane of the radii no longer serves. Our choice. Degrees, about 1 km. */
const NEAR_DEG = 0.01;

/** Metres between two positions in degrees; NaN where one is missing. */
export function stepM(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const dLat = lat2 - lat1;
  let dLon = lon2 - lon1;
  if (dLon > 180) dLon -= 360;
  else if (dLon < -180) dLon += 360;
  const meanLat = ((lat1 + lat2) / 2) * RAD_PER_DEG;
  const cosLat = Math.cos(meanLat);
  if (Math.abs(dLat) < NEAR_DEG && Math.abs(dLon) * cosLat < NEAR_DEG) {
    const sinLat = Math.sin(meanLat);
    const w2 = 1 - ECCENTRICITY2 * sinLat * sinLat;
    const normal = SEMI_MAJOR_M / Math.sqrt(w2);
    const meridian = (normal * (1 - ECCENTRICITY2)) / w2;
    return Math.hypot(dLat * RAD_PER_DEG * meridian, dLon * RAD_PER_DEG * normal * cosLat);
  }
  const h =
    Math.sin((dLat * RAD_PER_DEG) / 2) ** 2 +
    Math.cos(lat1 * RAD_PER_DEG) * Math.cos(lat2 * RAD_PER_DEG) * Math.sin((dLon * RAD_PER_DEG) / 2) ** 2;
  return 2 * MEAN_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Metres since the first position, one value a row; NaN where the row has no position.
 * @param pauses steps that begin in one of these count for nothing
 */
export function distanceFromPositions(
  timeS: Float64Array,
  latDeg: Float64Array,
  lonDeg: Float64Array,
  pauses: readonly Interval[] = [],
): Float64Array {
  const distanceM = new Float64Array(timeS.length).fill(Number.NaN);
  let sum = 0;
  let last = -1;
  let pause = 0;
  for (let i = 0; i < timeS.length; i++) {
    if (Number.isNaN(latDeg[i]) || Number.isNaN(lonDeg[i])) continue;
    if (last >= 0) {
      const fromS = timeS[last] ?? 0;
      while (pause < pauses.length && (pauses[pause]?.toS ?? 0) <= fromS) pause++;
      const paused = pause < pauses.length && (pauses[pause]?.fromS ?? 0) < (timeS[i] ?? 0);
      if (!paused) {
        sum += stepM(latDeg[last] ?? 0, lonDeg[last] ?? 0, latDeg[i] ?? 0, lonDeg[i] ?? 0);
      }
    }
    distanceM[i] = sum;
    last = i;
  }
  return distanceM;
}
