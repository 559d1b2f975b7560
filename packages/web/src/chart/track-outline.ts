/** Where a run went, drawn from its own positions: no map, no server. */

export type Stretch = 'less' | 'usual' | 'more' | 'unknown' | 'walked';

export interface Outline {
  readonly width: number;
  readonly height: number;
  /** One place for each sample, null where the position is not known. */
  readonly places: readonly (readonly [number, number] | null)[];
  readonly pieces: readonly {
    readonly stretch: Stretch;
    readonly points: readonly (readonly [number, number])[];
  }[];
}

/** Knee load a step within this share of the runner's usual counts as usual. Our choice. */
export const USUAL_WITHIN = 0.05;
/** Below this many known positions there is no shape to show. */
const LEAST_POINTS = 10;
/** A run on a treadmill or in one spot spans less than this. Metres */
const LEAST_SPAN_M = 20;
/** Metres a degree of latitude: mean meridian length of the WGS 84 ellipsoid. */
const M_PER_DEG = 111_132;
const RADIANS = Math.PI / 180;

const stretchOf = (share: number | null, running: boolean): Stretch => {
  if (!running) return 'walked';
  if (share === null) return 'unknown';
  if (share < 1 - USUAL_WITHIN) return 'less';
  return share > 1 + USUAL_WITHIN ? 'more' : 'usual';
};

/**
 * @param box largest width and height of the drawing, pixels
 * @param running whether the sample at an index was running
 * @returns null where there is no shape to show
 */
export function trackOutline(
  latDeg: readonly (number | null)[],
  lonDeg: readonly (number | null)[],
  share: readonly (number | null)[] | null,
  running: (index: number) => boolean,
  box: { readonly width: number; readonly height: number },
): Outline | null {
  const known = latDeg.flatMap((lat, index) => {
    const lon = lonDeg[index] ?? null;
    return lat === null || lon === null ? [] : [{ lat, lon }];
  });
  const [origin] = known;
  if (origin === undefined || known.length < LEAST_POINTS) return null;
  // Degrees of longitude shrink towards the poles; over one run's extent a plane is good enough.
  const squeeze = Math.cos(origin.lat * RADIANS);
  const plane = ({ lat, lon }: { lat: number; lon: number }): readonly [number, number] => [
    // Over the date line 179.9 and −179.9 are neighbours.
    (((lon - origin.lon + 540) % 360) - 180) * squeeze * M_PER_DEG,
    (lat - origin.lat) * M_PER_DEG,
  ];
  const flat = known.map(plane);
  const east = flat.map(([x]) => x);
  const north = flat.map(([, y]) => y);
  const [west, right] = [least(east), most(east)];
  const [south, top] = [least(north), most(north)];
  const spanX = right - west;
  const spanY = top - south;
  if (Math.max(spanX, spanY) < LEAST_SPAN_M) return null;
  const scale = Math.min(box.width / Math.max(spanX, 1), box.height / Math.max(spanY, 1));
  const places = latDeg.map((lat, index) => {
    const lon = lonDeg[index] ?? null;
    if (lat === null || lon === null) return null;
    const [x, y] = plane({ lat, lon });
    return [(x - west) * scale, (top - y) * scale] as const;
  });

  const pieces: { stretch: Stretch; points: (readonly [number, number])[] }[] = [];
  for (const [index, place] of places.entries()) {
    if (place === null) continue;
    const stretch = stretchOf(share?.[index] ?? null, running(index));
    const last = pieces.at(-1);
    if (last?.stretch === stretch) last.points.push(place);
    // A new piece begins where the last one ended, so that the line has no holes.
    else {
      const end = last?.points.at(-1);
      pieces.push({ stretch, points: end === undefined ? [place] : [end, place] });
    }
  }
  return { width: spanX * scale, height: spanY * scale, places, pieces };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
