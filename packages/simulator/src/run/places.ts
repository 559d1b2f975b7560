/** Where a simulated run took place, as satellites and a barometer saw it. */
import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import type { Columns } from './columns.ts';
import { drawRoute } from './route.ts';
import type { Outdoors } from './run-plan.ts';
import { wander } from './wander.ts';

/** Height of the starting place, and how far satellites are off. Our choice. m; m, s */
const START_HEIGHT_M = 24;
const GPS = { sdM: 1.4, memoryS: 25, metresPerDegree: 111_195 } as const;

/** Heights and positions; none indoors. */
export function outdoorColumns(outdoors: Outdoors | null, columns: Columns, random: Random) {
  if (outdoors === null) return {};
  const lengthM = columns.distanceM.at(-1) ?? 0;
  const { stemShare, routeSeed } = outdoors;
  const route = drawRoute(seededRandom(routeSeed).fork('route'), { lengthM, stemShare });
  const north = wander(random, GPS.sdM / GPS.metresPerDegree, GPS.memoryS);
  const east = wander(random, GPS.sdM / GPS.metresPerDegree, GPS.memoryS);
  return {
    altitudeM: columns.heightM.map((heightM) => START_HEIGHT_M + heightM),
    latDeg: columns.distanceM.map((atM) => route.latAt(atM) + north()),
    lonDeg: columns.distanceM.map((atM) => route.lonAt(atM) + east()),
  };
}
