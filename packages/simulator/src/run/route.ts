/**
 * The line a run draws on the ground: out along a winding path, round a loop, home on the other side of the path.
 *
 * The place is made up. Every route starts at 48°52.6′ S 123°23.6′ W, the point of the oceans farthest from any
 * land (about 2,700 km): nobody lives there, so no simulated run can pass for somebody's way home.
 */
import type { Random } from '../random.ts';
import { wander } from './wander.ts';

/** Where all simulated runs start. Degrees */
export const START_PLACE = { latDeg: -48.8767, lonDeg: -123.3933 } as const;
/** The nautical time zone of that place, all year: no clock changes at sea. Minutes */
export const START_PLACE_UTC_OFFSET_MIN = -480;

export interface Route {
  readonly latAt: (distanceM: number) => number;
  readonly lonAt: (distanceM: number) => number;
}

export interface RouteShape {
  readonly lengthM: number;
  /** Share of the route at either end that is path; the rest is the loop. 0–0.5 */
  readonly stemShare: number;
}

/** Spacing of the drawn line. Our choice. Metres */
const SPACING_M = 5;
/** Width of the path between way out and way home. Our choice. Metres */
const PATH_WIDTH_M = 5;
/** How far a path strays from its main direction, over what length, and how gently it turns. Our choice. */
const BEND = { sdRad: 0.95, lengthM: 260, turnM: 45 } as const;
/** Harmonics that turn a circle into a believable loop: number and size of the first. Our choice. */
const LOOP = { harmonics: 5, firstSize: 0.3 } as const;
const LOOP_POINTS = 720;
/** A degree of latitude on a sphere of the Earth's mean radius, 6,371.0088 km. Metres */
const METRES_PER_DEGREE = 111_195.08;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Draws a route of the given length. */
export function drawRoute(random: Random, shape: RouteShape): Route {
  const stemM = shape.lengthM * Math.min(0.5, Math.max(0, shape.stemShare));
  const out = drawPath(random, stemM);
  const end = out.at(-1) ?? { x: 0, y: 0 };
  const loop = drawLoop(random, shape.lengthM - 2 * stemM).map(({ x, y }) => ({
    x: end.x + x,
    y: end.y + y,
  }));
  const home = out.map((point, i) => beside(point, out[i + 1] ?? point, out[i - 1] ?? point)).reverse();
  return toDegrees([...out, ...loop, ...home], shape.lengthM);
}

function drawPath(random: Random, lengthM: number): Point[] {
  const stray = wander(random, BEND.sdRad, BEND.lengthM / SPACING_M);
  const points: Point[] = [{ x: 0, y: 0 }];
  const main = random.between(0, 2 * Math.PI);
  let heading = main + stray();
  let [x, y] = [0, 0];
  for (let i = 0; i < Math.floor(lengthM / SPACING_M); i++) {
    heading += (main + stray() - heading) * (SPACING_M / BEND.turnM);
    x += SPACING_M * Math.cos(heading);
    y += SPACING_M * Math.sin(heading);
    points.push({ x, y });
  }
  return points;
}

/** A closed line through (0, 0) of the given length. */
function drawLoop(random: Random, lengthM: number): Point[] {
  if (lengthM < SPACING_M) return [];
  const waves = Array.from({ length: LOOP.harmonics }, (_, k) => ({
    times: k + 2,
    size: (LOOP.firstSize / (k + 1)) * random.between(0.4, 1),
    phase: random.between(0, 2 * Math.PI),
  }));
  const turn = random.between(0, 2 * Math.PI);
  const ring = Array.from({ length: LOOP_POINTS + 1 }, (_, i): Point => {
    const angle = turn + (2 * Math.PI * i) / LOOP_POINTS;
    const radius = waves.reduce((r, wave) => r + wave.size * Math.cos(wave.times * angle + wave.phase), 1);
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  const first = ring[0] ?? { x: 0, y: 0 };
  const scale = lengthM / lengthOf(ring);
  return ring.map(({ x, y }) => ({ x: (x - first.x) * scale, y: (y - first.y) * scale }));
}

/** The point's neighbour across the path. */
function beside(point: Point, after: Point, before: Point): Point {
  const along = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  return {
    x: point.x - (PATH_WIDTH_M * (after.y - before.y)) / along,
    y: point.y + (PATH_WIDTH_M * (after.x - before.x)) / along,
  };
}

const lengthOf = (line: readonly Point[]): number =>
  line.reduce((sum, { x, y }, i) => {
    const before = line[i - 1];
    return before === undefined ? 0 : sum + Math.hypot(x - before.x, y - before.y);
  }, 0);

/** Spreads the drawn line evenly over the run's distance. */
function toDegrees(line: readonly Point[], lengthM: number): Route {
  const cells = Math.max(1, Math.ceil(lengthM / SPACING_M));
  const scale = lengthOf(line) / cells;
  const latDeg = new Float64Array(cells + 1);
  const lonDeg = new Float64Array(cells + 1);
  const metresPerLonDeg = METRES_PER_DEGREE * Math.cos((START_PLACE.latDeg * Math.PI) / 180);
  let segment = 0;
  let walkedM = 0;
  for (let i = 0; i <= cells; i++) {
    let from = line[segment] ?? { x: 0, y: 0 };
    let to = line[segment + 1] ?? from;
    let stepM = Math.hypot(to.x - from.x, to.y - from.y);
    while (walkedM + stepM < i * scale && segment < line.length - 2) {
      walkedM += stepM;
      segment++;
      from = to;
      to = line[segment + 1] ?? from;
      stepM = Math.hypot(to.x - from.x, to.y - from.y);
    }
    const share = stepM > 0 ? Math.min(1, (i * scale - walkedM) / stepM) : 0;
    latDeg[i] = START_PLACE.latDeg + (from.y + share * (to.y - from.y)) / METRES_PER_DEGREE;
    lonDeg[i] = START_PLACE.lonDeg + (from.x + share * (to.x - from.x)) / metresPerLonDeg;
  }
  const at =
    (column: Float64Array) =>
    (distanceM: number): number => {
      const place = Math.min(cells, Math.max(0, (distanceM / lengthM) * cells));
      const cell = Math.min(cells - 1, Math.floor(place));
      const from = column[cell] ?? 0;
      return from + ((column[cell + 1] ?? from) - from) * (place - cell);
    };
  return { latAt: at(latDeg), lonAt: at(lonDeg) };
}
